package io.github.raspspring.ratelimit;

import java.security.SecureRandom;
import java.time.Duration;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.raspspring.engine.Inspection;
import org.jspecify.annotations.Nullable;

/**
 * A plan at work: counts requests and tells when one is too many. Thread-safe.
 */
public final class RateLimit {

	private static final int SALT_LENGTH = 16;

	private final RateLimitPlan plan;

	private final KeyHasher hasher;

	private final Buckets buckets;

	/**
	 * Create the limit of a plan, with all buckets full.
	 * @param plan the plan
	 * @param timeMeter tells the time
	 */
	public RateLimit(RateLimitPlan plan, TimeMeter timeMeter) {
		this.plan = plan;
		this.hasher = new KeyHasher(newSalt());
		this.buckets = new Buckets(plan.quotas(), plan.maxKeys(), timeMeter);
	}

	/**
	 * Return the plan.
	 * @return the plan
	 */
	public RateLimitPlan plan() {
		return this.plan;
	}

	/**
	 * Count a request that the plan is about.
	 * @param inspection the request
	 * @return {@code null} if it is within the limit, else when to come back, in whole
	 * seconds
	 */
	@Nullable Duration consume(Inspection inspection) {
		KeyHash key = this.plan.key().hash(inspection, this.hasher);
		if (key == null) {
			return null;
		}
		ConsumptionProbe probe = bucketOf(key, inspection).tryConsumeAndReturnRemaining(1);
		return probe.isConsumed() ? null : roundedUp(probe.getNanosToWaitForRefill());
	}

	/**
	 * Return how many keys have a bucket of their own.
	 */
	long size() {
		return this.buckets.size();
	}

	boolean isFull() {
		return this.buckets.isFull();
	}

	private Bucket bucketOf(KeyHash key, Inspection inspection) {
		Bucket own = this.buckets.own(key);
		return (own != null) ? own : this.buckets.shared(this.hasher.hash(inspection.client().network()));
	}

	private static byte[] newSalt() {
		byte[] salt = new byte[SALT_LENGTH];
		new SecureRandom().nextBytes(salt);
		return salt;
	}

	private static Duration roundedUp(long nanos) {
		long second = Duration.ofSeconds(1).toNanos();
		return Duration.ofSeconds(Math.max(1, nanos / second + ((nanos % second > 0) ? 1 : 0)));
	}

}
