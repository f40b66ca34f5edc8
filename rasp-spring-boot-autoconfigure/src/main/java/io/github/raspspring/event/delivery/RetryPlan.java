package io.github.raspspring.event.delivery;

import java.time.Duration;

/**
 * How often and how late an outlet that failed is tried again.
 *
 * @param attempts how often the same events are tried, at least one
 * @param first how long to wait before the second attempt
 * @param longest how long to wait at most; each wait is twice the one before
 */
public record RetryPlan(int attempts, Duration first, Duration longest) {

	/** Does not wait, and tries once. */
	public static final RetryPlan ONCE = new RetryPlan(1, Duration.ZERO, Duration.ZERO);

	Duration before(int attempt) {
		Duration wait = this.first;
		for (int i = 2; i < attempt && wait.compareTo(this.longest) < 0; i++) {
			wait = wait.multipliedBy(2);
		}
		return (wait.compareTo(this.longest) < 0) ? wait : this.longest;
	}

}
