package io.github.raspspring.ratelimit;

import java.security.SecureRandom;
import java.util.List;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.raspspring.engine.ClientScores;
import io.github.raspspring.engine.Inspection;
import org.jspecify.annotations.Nullable;

/**
 * A plan at work: counts requests and tells when one is too many. Thread-safe.
 */
public final class RateLimit {

	private final KeyHasher hasher;

	private final @Nullable Buckets buckets;

	private final InFlight inFlight;

	private final Leases leases;

	private final ClientScores scores;

	private volatile RateLimitPlan plan;

	/**
	 * Create the limit of a plan, with all buckets full.
	 * @param plan the plan
	 * @param timeMeter tells the time
	 * @param scores tells whom to grant less
	 */
	public RateLimit(RateLimitPlan plan, TimeMeter timeMeter, ClientScores scores) {
		this.plan = plan;
		this.scores = scores;
		SecureRandom random = new SecureRandom();
		this.hasher = new KeyHasher(random.nextLong(), random.nextLong());
		List<Quota> quotas = plan.grant().quotas();
		this.buckets = quotas.isEmpty() ? null : new Buckets(quotas, plan.maxKeys(), timeMeter);
		this.inFlight = new InFlight(plan.grant().concurrency());
		this.leases = new Leases(this::leave);
	}

	/**
	 * Return the plan.
	 * @return the plan as it is by now
	 */
	public RateLimitPlan plan() {
		return this.plan;
	}

	/**
	 * Change what is granted while requests are under way. What is left in a bucket stays
	 * the same share of the whole.
	 * @param quotas at least one
	 * @throws IllegalArgumentException if the plan has no quotas or a cost could never be
	 * paid
	 */
	public synchronized void change(List<Quota> quotas) {
		if (this.buckets == null || quotas.isEmpty()) {
			throw new IllegalArgumentException("Only quotas can be changed, and at least one must stay");
		}
		this.plan = this.plan.granting(this.plan.grant().withQuotas(quotas));
		this.buckets.change(this.plan.grant().quotas());
	}

	/**
	 * Count further requests. A plan that counted all requests counts only these then.
	 * @param selections the requests
	 */
	public synchronized void select(List<Selection> selections) {
		this.plan = this.plan.selecting(selections);
	}

	/**
	 * Count a request that the plan is about. A request is counted once, however often
	 * its handler phase runs.
	 * @param inspection the request
	 * @return {@code null} if it is within the limit
	 */
	@Nullable Excess take(Inspection inspection) {
		RateLimitPlan current = this.plan;
		if (current.leases() && this.leases.holds(inspection)) {
			return null;
		}
		KeyHash key = current.key().hash(inspection, this.hasher);
		if (key == null) {
			return null;
		}
		Excess excess = (current.grant().concurrency() > 0 && !this.inFlight.enter(key)) ? Excess.ofConcurrency()
				: takeTokens(current, key, inspection);
		if (excess != null && current.leases()) {
			this.leases.add(inspection, Lease.NOTHING);
		}
		return excess;
	}

	/**
	 * End what a request has under way, and give its tokens back if its answer does not
	 * use them up.
	 * @param inspection the request
	 * @param status the HTTP status of the answer
	 */
	void settle(Inspection inspection, int status) {
		Lease lease = this.plan.leases() ? this.leases.remove(inspection) : null;
		if (lease == null) {
			return;
		}
		leave(lease);
		if (this.plan.grant().refundsOn(status)) {
			lease.refund();
		}
	}

	/**
	 * Find how a request stands with each quota.
	 * @return nothing if the request has no bucket of its own
	 */
	List<Standing> standings(Inspection inspection) {
		RateLimitPlan current = this.plan;
		KeyHash key = (this.buckets != null) ? current.key().hash(inspection, this.hasher) : null;
		Bucket bucket = (this.buckets != null && key != null) ? this.buckets.peek(key) : null;
		return (bucket != null) ? Standings.of(current, bucket) : List.of();
	}

	/**
	 * Return how many keys have a bucket of their own.
	 */
	long size() {
		return (this.buckets != null) ? this.buckets.size() : 0;
	}

	boolean isFull() {
		return this.buckets != null && this.buckets.isFull();
	}

	private @Nullable Bucket bucketOf(KeyHash key, Inspection inspection) {
		if (this.buckets == null) {
			return null;
		}
		Bucket own = this.buckets.own(key);
		return (own != null) ? own : this.buckets.shared(this.hasher.hash(inspection.client().network()));
	}

	private @Nullable Excess takeTokens(RateLimitPlan current, KeyHash key, Inspection inspection) {
		long tokens = current.grant().costOf(inspection, this.scores.of(inspection));
		Bucket bucket = (tokens > 0) ? bucketOf(key, inspection) : null;
		Lease lease = new Lease(bucket, tokens, (current.grant().concurrency() > 0) ? key : null);
		ConsumptionProbe probe = (bucket != null) ? bucket.tryConsumeAndReturnRemaining(tokens) : null;
		if (probe != null && !probe.isConsumed()) {
			leave(lease);
			return Excess.ofLimit(probe.getNanosToWaitForRefill());
		}
		if (current.leases()) {
			this.leases.add(inspection, lease);
		}
		return null;
	}

	private void leave(Lease lease) {
		if (lease.underWay() != null) {
			this.inFlight.leave(lease.underWay());
		}
	}

}
