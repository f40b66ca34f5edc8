package io.github.raspspring.ratelimit;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConfigurationBuilder;

/**
 * How much is granted: one bandwidth of a token bucket.
 *
 * @param capacity tokens in a full bucket, the largest burst
 * @param period time in which an empty bucket becomes full again
 * @param refill how tokens come back
 */
public record Quota(long capacity, Duration period, Refill refill) {

	/** Far below what nanoseconds can count, which would fail at the first request. */
	static final Duration LONGEST_PERIOD = Duration.ofDays(3650);

	/**
	 * Create a quota.
	 * @throws IllegalArgumentException if nothing is granted, more than one token per
	 * nanosecond, or for longer than ten years
	 */
	public Quota {
		if (capacity < 1 || period.isNegative() || period.isZero()) {
			throw new IllegalArgumentException("A quota grants at least one token in a period longer than zero");
		}
		if (period.compareTo(LONGEST_PERIOD) > 0) {
			throw new IllegalArgumentException("A quota grants its tokens in a period of at most 3650d");
		}
		if (period.compareTo(Duration.ofNanos(capacity)) < 0) {
			throw new IllegalArgumentException("A quota grants at most one token per nanosecond");
		}
	}

	static BucketConfiguration toConfiguration(List<Quota> quotas) {
		ConfigurationBuilder builder = BucketConfiguration.builder();
		toBandwidths(quotas).forEach(builder::addLimit);
		return builder.build();
	}

	/**
	 * Tell quotas apart in a few characters that are the same on all instances.
	 */
	static String fingerprint(List<Quota> quotas) {
		return Integer.toHexString(quotas.toString().hashCode());
	}

	/**
	 * Name each bandwidth by its place, or a change would take all of them for the first.
	 */
	static List<Bandwidth> toBandwidths(List<Quota> quotas) {
		return IntStream.range(0, quotas.size())
			.mapToObj((i) -> quotas.get(i).toBandwidth(Integer.toString(i)))
			.toList();
	}

	private Bandwidth toBandwidth(String id) {
		var stage = Bandwidth.builder().capacity(this.capacity);
		return ((this.refill == Refill.GREEDY) ? stage.refillGreedy(this.capacity, this.period)
				: stage.refillIntervally(this.capacity, this.period))
			.id(id)
			.build();
	}

	/**
	 * How tokens come back.
	 */
	public enum Refill {

		/** One by one, evenly over the period. */
		GREEDY,

		/** All at once at the end of each period. */
		INTERVAL

	}

}
