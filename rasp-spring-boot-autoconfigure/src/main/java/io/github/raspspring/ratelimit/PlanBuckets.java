package io.github.raspspring.ratelimit;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import org.jspecify.annotations.Nullable;

/**
 * The buckets of one plan: those of this instance and, where there is a store, those it
 * shares. What the shared ones grant is noted in its own, so that the loss of the store
 * gives nobody a fresh start. Thread-safe.
 */
final class PlanBuckets {

	private final Buckets local;

	private final @Nullable SharedBuckets shared;

	private final Sharing sharing;

	PlanBuckets(RateLimitPlan plan, TimeMeter timeMeter, @Nullable BucketStore store) {
		this.local = new Buckets(plan.grant().quotas(), plan.maxKeys(), timeMeter);
		this.sharing = plan.sharing();
		this.shared = (store != null && this.sharing.shared()) ? new SharedBuckets(plan, store, timeMeter) : null;
	}

	/**
	 * Take tokens.
	 * @param key whose tokens
	 * @param group whose bucket the key shares while there is no room
	 * @param tokens how many, at least one
	 */
	Taken take(KeyHash key, Supplier<KeyHash> group, long tokens) {
		Bucket own = this.local.own(key);
		Bucket bucket = (own != null) ? own : this.local.shared(group.get());
		if (this.shared == null) {
			return takeHere(bucket, tokens);
		}
		// A flood of keys must not fill the store either.
		Optional<Taken> answer = this.shared.take((own != null) ? key : this.local.groupOf(group.get()), tokens);
		if (answer.isEmpty()) {
			return takeAlone(bucket, tokens);
		}
		Taken taken = answer.get();
		return (taken.excess() != null || !bucket.tryConsume(tokens)) ? taken : taken.and(bucket::addTokens);
	}

	/**
	 * Find what is left to a key.
	 * @return tokens of each bandwidth, or {@code null} if the key has no bucket of its
	 * own
	 */
	long @Nullable [] available(KeyHash key) {
		long[] available = (this.shared != null) ? this.shared.available(key) : null;
		if (available != null) {
			return available;
		}
		Bucket bucket = this.local.peek(key);
		return (bucket == null) ? null
				: bucket.asVerbose().getAvailableTokens().getDiagnostics().getAvailableTokensPerEachBandwidth();
	}

	/**
	 * Change what is granted. What is left stays the same share of the whole.
	 * @param version rises with each change
	 */
	void change(List<Quota> quotas, long version) {
		this.local.change(quotas);
		if (this.shared != null) {
			this.shared.change(quotas, version);
		}
	}

	long size() {
		return this.local.size();
	}

	boolean isFull() {
		return this.local.isFull();
	}

	private Taken takeAlone(Bucket bucket, long tokens) {
		return switch (this.sharing.onStoreFailure()) {
			case LOCAL -> takeHere(bucket, tokens);
			case OPEN -> bucket.tryConsume(tokens) ? Taken.from(bucket::addTokens) : Taken.fromNowhere();
			case CLOSED -> Taken.refused(Excess.ofStore());
		};
	}

	private static Taken takeHere(Bucket bucket, long tokens) {
		ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(tokens);
		return probe.isConsumed() ? Taken.from(bucket::addTokens)
				: Taken.refused(Excess.ofLimit(probe.getNanosToWaitForRefill()));
	}

}
