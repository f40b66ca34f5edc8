package io.github.raspspring.ratelimit;

import java.security.SecureRandom;
import java.util.List;
import java.util.function.Supplier;

import io.github.bucket4j.TimeMeter;
import io.github.raspspring.engine.ClientScores;
import io.github.raspspring.engine.Inspection;
import org.jspecify.annotations.Nullable;

/**
 * A plan at work: counts requests and tells when one is too many. Thread-safe.
 */
public final class RateLimit {

	private final KeyHasher hasher;

	private final @Nullable PlanBuckets buckets;

	private final InFlight inFlight;

	private final Leases leases;

	private final ClientScores scores;

	/** Tells plans apart that have the same name but were configured otherwise. */
	private final String fingerprint;

	private volatile RateLimitPlan plan;

	private long version;

	/**
	 * Create the limit of a plan that this instance counts alone, with all buckets full.
	 * @param plan the plan
	 * @param timeMeter tells the time
	 * @param scores tells whom to grant less
	 */
	public RateLimit(RateLimitPlan plan, TimeMeter timeMeter, ClientScores scores) {
		this(plan, timeMeter, scores, null);
	}

	/**
	 * Create the limit of a plan.
	 * @param plan the plan
	 * @param timeMeter tells the time
	 * @param scores tells whom to grant less
	 * @param store where buckets are shared with other instances, or {@code null} if this
	 * one counts alone
	 */
	public RateLimit(RateLimitPlan plan, TimeMeter timeMeter, ClientScores scores, @Nullable BucketStore store) {
		this.plan = plan;
		this.fingerprint = Quota.fingerprint(plan.grant().quotas());
		this.scores = scores;
		this.hasher = hasher(store);
		this.buckets = plan.grant().quotas().isEmpty() ? null : new PlanBuckets(plan, timeMeter, store);
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
	 * @param version rises with each change, on all instances that share buckets
	 * @throws IllegalArgumentException if the plan has no quotas or a cost could never be
	 * paid
	 */
	public synchronized void change(List<Quota> quotas, long version) {
		if (this.buckets == null || quotas.isEmpty()) {
			throw new IllegalArgumentException("Only quotas can be changed, and at least one must stay");
		}
		if (version < this.version) {
			return;
		}
		this.plan = this.plan.granting(this.plan.grant().withQuotas(quotas));
		this.version = version;
		this.buckets.change(this.plan.grant().quotas(), version);
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
		long[] available = (this.buckets != null && key != null) ? this.buckets.available(key) : null;
		return (available != null) ? Standings.of(current, available) : List.of();
	}

	/**
	 * Return how many keys have a bucket of their own.
	 */
	long size() {
		return (this.buckets != null) ? this.buckets.size() : 0;
	}

	String fingerprint() {
		return this.fingerprint;
	}

	boolean isFull() {
		return this.buckets != null && this.buckets.isFull();
	}

	private @Nullable Excess takeTokens(RateLimitPlan current, KeyHash key, Inspection inspection) {
		long tokens = current.grant().costOf(inspection, this.scores.of(inspection));
		Taken taken = (this.buckets != null && tokens > 0) ? takeTokens(this.buckets, current, key, inspection, tokens)
				: Taken.fromNowhere();
		Lease lease = new Lease(taken.giveBack(), tokens, (current.grant().concurrency() > 0) ? key : null);
		if (taken.excess() != null) {
			leave(lease);
			return taken.excess();
		}
		if (current.leases()) {
			this.leases.add(inspection, lease);
		}
		return null;
	}

	private Taken takeTokens(PlanBuckets buckets, RateLimitPlan current, KeyHash key, Inspection inspection,
			long tokens) {
		Supplier<KeyHash> group = () -> this.hasher.hash(inspection.client().network());
		Taken taken = buckets.take(key, group, tokens);
		for (KeyHash alternative : current.key().alternatives(inspection, this.hasher)) {
			taken = (taken.excess() != null) ? taken : taken.and(buckets.take(alternative, group, tokens), tokens);
		}
		return taken;
	}

	private void leave(Lease lease) {
		if (lease.underWay() != null) {
			this.inFlight.leave(lease.underWay());
		}
	}

	private static KeyHasher hasher(@Nullable BucketStore store) {
		if (store != null) {
			return new DigestKeyHasher(store.secret());
		}
		SecureRandom random = new SecureRandom();
		return new SipKeyHasher(random.nextLong(), random.nextLong());
	}

}
