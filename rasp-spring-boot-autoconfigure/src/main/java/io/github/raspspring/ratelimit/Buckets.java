package io.github.raspspring.ratelimit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.local.LocalBucketBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The buckets of one plan, bounded. A bucket goes when it has been left alone long enough
 * to be full, and for no other reason: a flood of new keys never makes the plan forget an
 * exhausted one. While there is no room, new keys share the bucket of their group.
 * Thread-safe.
 */
final class Buckets {

	private static final int GROUPS = 256;

	private static final long CLEAN_UP_INTERVAL = Duration.ofSeconds(1).toNanos();

	private final int maxKeys;

	private final TimeMeter timeMeter;

	private final Cache<KeyHash, Bucket> own;

	private final List<Bucket> shared;

	private final AtomicLong nextCleanUp;

	private volatile List<Quota> quotas;

	Buckets(List<Quota> quotas, int maxKeys, TimeMeter timeMeter) {
		this.quotas = quotas;
		this.maxKeys = maxKeys;
		this.timeMeter = timeMeter;
		this.own = Caffeine.newBuilder()
			.expireAfterAccess(timeToFull(quotas))
			.ticker(timeMeter::currentTimeNanos)
			.executor(Runnable::run)
			.build();
		this.shared = Stream.generate(() -> newBucket(quotas)).limit(GROUPS).toList();
		this.nextCleanUp = new AtomicLong(timeMeter.currentTimeNanos());
	}

	/**
	 * Find the bucket of a key, a new one if there is room.
	 * @return the bucket, or {@code null} if the key has to share one
	 */
	@Nullable Bucket own(KeyHash key) {
		Bucket bucket = this.own.getIfPresent(key);
		if (bucket != null) {
			return bucket;
		}
		return hasRoom() ? create(key) : null;
	}

	/**
	 * Find the bucket of a key if it has one.
	 */
	@Nullable Bucket peek(KeyHash key) {
		return this.own.getIfPresent(key);
	}

	/**
	 * Find the bucket that a group of keys shares.
	 */
	Bucket shared(KeyHash group) {
		return this.shared.get(group.index(this.shared.size()));
	}

	/**
	 * Find what a group of keys is called wherever it shares a bucket.
	 */
	KeyHash groupOf(KeyHash group) {
		return new KeyHash(0, group.index(this.shared.size()));
	}

	/**
	 * Change what is granted. What is left in a bucket stays the same share of the whole,
	 * so that nobody gets a fresh start.
	 */
	void change(List<Quota> changed) {
		this.quotas = changed;
		this.own.policy().expireAfterAccess().ifPresent((expiry) -> expiry.setExpiresAfter(timeToFull(changed)));
		this.own.asMap().values().forEach((bucket) -> configure(bucket, changed));
		this.shared.forEach((bucket) -> configure(bucket, changed));
	}

	/**
	 * Return how many keys have a bucket of their own.
	 */
	long size() {
		return this.own.estimatedSize();
	}

	boolean isFull() {
		return size() >= this.maxKeys;
	}

	private Bucket create(KeyHash key) {
		List<Quota> granted = this.quotas;
		Bucket bucket = this.own.get(key, (unknown) -> newBucket(granted));
		// A change at this very moment may have missed the new bucket.
		if (granted != this.quotas) {
			configure(bucket, this.quotas);
		}
		return bucket;
	}

	private boolean hasRoom() {
		if (!isFull()) {
			return true;
		}
		long now = this.timeMeter.currentTimeNanos();
		long due = this.nextCleanUp.get();
		if (now - due < 0 || !this.nextCleanUp.compareAndSet(due, now + CLEAN_UP_INTERVAL)) {
			return false;
		}
		this.own.cleanUp();
		return !isFull();
	}

	private Bucket newBucket(List<Quota> granted) {
		LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(this.timeMeter);
		Quota.toBandwidths(granted).forEach(builder::addLimit);
		return builder.build();
	}

	private static void configure(Bucket bucket, List<Quota> granted) {
		bucket.replaceConfiguration(Quota.toConfiguration(granted), TokensInheritanceStrategy.PROPORTIONALLY);
	}

	private static Duration timeToFull(List<Quota> quotas) {
		return quotas.stream().map(Quota::period).max(Duration::compareTo).orElseThrow();
	}

}
