package io.github.raspspring.ratelimit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.ratelimit.Quota.Refill;

/**
 * Tells from what is left in a bucket how its client stands.
 */
final class Standings {

	private Standings() {
	}

	static List<Standing> of(RateLimitPlan plan, long[] available) {
		List<Quota> quotas = plan.grant().quotas();
		List<Standing> standings = new ArrayList<>();
		for (int i = 0; i < Math.min(available.length, quotas.size()); i++) {
			String policy = (i == 0) ? plan.name() : plan.name() + '-' + (i + 1);
			standings.add(new Standing(policy, quotas.get(i), available[i], reset(quotas.get(i), available[i])));
		}
		return standings;
	}

	/**
	 * Tell when the bucket is full again, for one that is refilled at intervals at the
	 * latest.
	 */
	private static Duration reset(Quota quota, long available) {
		long missing = Math.max(0, quota.capacity() - available);
		if (missing == 0 || quota.refill() == Refill.INTERVAL) {
			return (missing == 0) ? Duration.ZERO : quota.period();
		}
		return Duration.ofNanos(Math.round((double) quota.period().toNanos() / quota.capacity() * missing));
	}

}
