package io.github.raspspring.ratelimit;

import java.time.Duration;

import io.github.raspspring.engine.Rule;

/**
 * Why a request is one too many.
 *
 * @param rule what is exceeded
 * @param retryAfter when to come back, in whole seconds, at least one
 */
record Excess(Rule rule, Duration retryAfter) {

	private static final Rule LIMIT = new Rule("limit-exceeded", "CWE-770",
			"More requests were sent than the plan grants to one client in that time.",
			"If honest clients need more, raise capacity or period of the plan under rasp.rate-limit.plans.");

	private static final Rule CONCURRENCY = new Rule("concurrency-exceeded", "CWE-770",
			"More requests of one client were under way at once than the plan grants.",
			"If honest clients need more, raise concurrency of the plan under rasp.rate-limit.plans.");

	private static final Rule STORE = new Rule("store-unavailable", "CWE-754",
			"Requests can't be counted while the shared store does not answer, and the plan is closed then.",
			"Look at the store; set on-store-failure of the plan to local to let each instance count for itself.");

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	static Excess ofConcurrency() {
		return new Excess(CONCURRENCY, Duration.ofSeconds(1));
	}

	static Excess ofStore() {
		return new Excess(STORE, Duration.ofSeconds(1));
	}

	static Excess ofLimit(long nanosToWait) {
		long seconds = nanosToWait / SECOND + ((nanosToWait % SECOND > 0) ? 1 : 0);
		return new Excess(LIMIT, Duration.ofSeconds(Math.max(1, seconds)));
	}

}
