package io.github.raspspring.engine;

import java.time.Duration;

/**
 * How an exchange ended.
 *
 * @param status the HTTP status of the answer
 * @param duration time from the first to the last byte of work
 * @param decision what was decided
 */
public record Outcome(int status, Duration duration, Decision decision) {

}
