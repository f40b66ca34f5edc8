package io.github.raspspring.engine;

import java.time.Duration;

/**
 * How an exchange ended.
 *
 * @param status the HTTP status of the answer
 * @param duration time from the first to the last byte of work
 * @param decision what was decided
 * @param bytes length of the body of the answer, -1 where nobody measured it
 */
public record Outcome(int status, Duration duration, Decision decision, long bytes) {

	/**
	 * Create an outcome whose answer nobody measured.
	 * @param status the HTTP status of the answer
	 * @param duration time from the first to the last byte of work
	 * @param decision what was decided
	 */
	public Outcome(int status, Duration duration, Decision decision) {
		this(status, duration, decision, -1);
	}

}
