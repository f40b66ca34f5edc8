package io.github.raspspring.engine.event;

/**
 * How many events there are of a kind.
 *
 * @param key the kind, such as a rule or a route
 * @param count how many, repeats included
 */
public record EventCount(String key, long count) {

}
