package io.github.raspspring.ratelimit;

/**
 * What requests cost that are worth more or less than one token.
 *
 * @param selection the requests
 * @param tokens tokens that each of them takes; 0 for requests that are free
 */
public record Cost(Selection selection, long tokens) {

}
