package io.github.raspspring.ratelimit;

import java.time.Duration;
import java.util.List;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.ratelimit.Quota.Refill;

/**
 * Plans to test with.
 */
final class Plans {

	private Plans() {
	}

	static RateLimitPlan perMinute(long capacity, String... key) {
		return of(capacity, Refill.GREEDY, Audience.ANY, Selection.ALL, key);
	}

	static RateLimitPlan of(long capacity, Refill refill, Audience audience, Selection selection, String... key) {
		return new RateLimitPlan("test", Grant.of(new Quota(capacity, Duration.ofMinutes(1), refill)),
				RateLimitKey.of(List.of(key), List.of()), List.of(selection), audience, EnforcementMode.BLOCK, 1000,
				true);
	}

	static RateLimitPlan withMaxKeys(RateLimitPlan plan, int maxKeys) {
		return new RateLimitPlan(plan.name(), plan.grant(), plan.key(), plan.selections(), plan.audience(), plan.mode(),
				maxKeys, plan.announced());
	}

	static RateLimitPlan withMode(RateLimitPlan plan, EnforcementMode mode) {
		return new RateLimitPlan(plan.name(), plan.grant(), plan.key(), plan.selections(), plan.audience(), mode,
				plan.maxKeys(), plan.announced());
	}

	static RateLimitPlan granting(Grant grant, String... key) {
		return new RateLimitPlan("test", grant, RateLimitKey.of(List.of(key), List.of()), List.of(), Audience.ANY,
				EnforcementMode.BLOCK, 1000, true);
	}

}
