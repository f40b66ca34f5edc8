package io.github.raspspring.ratelimit;

import java.util.List;
import java.util.Set;

import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Suspicion;

/**
 * What a plan grants.
 *
 * @param quotas token buckets, of each of which a request needs its tokens; may be empty
 * where only concurrency is limited
 * @param concurrency requests of one key that may be under way at once, 0 for any number
 * @param costs what requests cost, the first that matches; one token if none does
 * @param consumeOn statuses of answers that use tokens up; with any other answer they are
 * given back. Empty if all do
 */
public record Grant(List<Quota> quotas, int concurrency, List<Cost> costs, Set<Integer> consumeOn) {

	/**
	 * Create a grant.
	 * @throws IllegalArgumentException if nothing is limited, or a cost could never be
	 * paid
	 */
	public Grant {
		if (concurrency < 0 || (quotas.isEmpty() && concurrency == 0)) {
			throw new IllegalArgumentException("A plan limits tokens, concurrency or both");
		}
		quotas = List.copyOf(quotas);
		costs = List.copyOf(costs);
		consumeOn = Set.copyOf(consumeOn);
		long payable = quotas.stream().mapToLong(Quota::capacity).min().orElse(Long.MAX_VALUE);
		if (costs.stream().anyMatch((cost) -> cost.tokens() < 0 || cost.tokens() > payable)) {
			throw new IllegalArgumentException("A cost is not negative and at most the smallest capacity");
		}
	}

	/**
	 * Grant tokens at one each, whatever the answer.
	 * @param quotas at least one
	 * @return the grant
	 */
	public static Grant of(Quota... quotas) {
		return new Grant(List.of(quotas), 0, List.of(), Set.of());
	}

	/**
	 * Tell what a request costs: twice as much for clients that are no longer trusted.
	 */
	long costOf(Inspection inspection, Suspicion suspicion) {
		long cost = costOf(inspection);
		if (!suspicion.reaches(Suspicion.TIGHTEN)) {
			return cost;
		}
		long payable = this.quotas.stream().mapToLong(Quota::capacity).min().orElse(Long.MAX_VALUE);
		return Math.min(2 * cost, payable);
	}

	private long costOf(Inspection inspection) {
		for (Cost cost : this.costs) {
			if (cost.selection().matches(inspection)) {
				return cost.tokens();
			}
		}
		return 1;
	}

	boolean dependsOnAnswer() {
		return this.concurrency > 0 || !this.consumeOn.isEmpty();
	}

	boolean refundsOn(int status) {
		return !this.consumeOn.isEmpty() && !this.consumeOn.contains(status);
	}

	/**
	 * Copy this grant with other quotas.
	 */
	Grant withQuotas(List<Quota> changed) {
		return new Grant(changed, this.concurrency, this.costs, this.consumeOn);
	}

}
