package io.github.raspspring.ratelimit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
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

	private final List<Quota> quotas;

	private final int maxKeys;

	private final TimeMeter timeMeter;

	private final Cache<KeyHash, Bucket> own;

	private final List<Bucket> shared;

	private final AtomicLong nextCleanUp;

	Buckets(List<Quota> quotas, int maxKeys, TimeMeter timeMeter) {
		this.quotas = quotas;
		this.maxKeys = maxKeys;
		this.timeMeter = timeMeter;
		this.own = Caffeine.newBuilder()
			.expireAfterAccess(timeToFull(quotas))
			.ticker(timeMeter::currentTimeNanos)
			.executor(Runnable::run)
			.build();
		this.shared = Stream.generate(this::newBucket).limit(GROUPS).toList();
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
		return hasRoom() ? this.own.get(key, (unknown) -> newBucket()) : null;
	}

	/**
	 * Find the bucket that a group of keys shares.
	 */
	Bucket shared(KeyHash group) {
		return this.shared.get(group.index(this.shared.size()));
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

	private Bucket newBucket() {
		LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(this.timeMeter);
		this.quotas.forEach((quota) -> builder.addLimit(quota.toBandwidth()));
		return builder.build();
	}

	private static Duration timeToFull(List<Quota> quotas) {
		return quotas.stream().map(Quota::period).max(Duration::compareTo).orElseThrow();
	}

}
