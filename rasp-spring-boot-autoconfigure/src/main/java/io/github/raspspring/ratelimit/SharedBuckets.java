package io.github.raspspring.ratelimit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import org.jspecify.annotations.Nullable;

/**
 * The buckets of one plan that instances share. What is kept here are handles: forgetting
 * one loses no count. Thread-safe.
 */
final class SharedBuckets {

	private static final Duration IDLE = Duration.ofMinutes(10);

	private final BucketStore store;

	private final String prefix;

	private final TimeMeter timeMeter;

	private final Cache<KeyHash, SharedBucket> handles;

	private volatile Configuration configuration;

	SharedBuckets(RateLimitPlan plan, BucketStore store, TimeMeter timeMeter) {
		List<Quota> quotas = plan.grant().quotas();
		this.store = store;
		this.timeMeter = timeMeter;
		// A plan that was configured anew starts anew, whatever older instances count.
		this.prefix = "limit:" + plan.name() + ':' + Quota.fingerprint(quotas) + ':';
		this.handles = Caffeine.newBuilder()
			.maximumSize(plan.maxKeys())
			.expireAfterAccess(IDLE)
			.executor(Runnable::run)
			.build();
		this.configuration = new Configuration(Quota.toConfiguration(quotas), 0);
	}

	/**
	 * Take tokens from the bucket of a key.
	 * @return what came of it, empty if the store does not answer
	 */
	Optional<Taken> take(KeyHash key, long tokens) {
		SharedBucket handle;
		try {
			handle = handle(key);
		}
		catch (RuntimeException ex) {
			return this.store.calls().await(() -> CompletableFuture.failedFuture(ex));
		}
		return handle.take(tokens);
	}

	/**
	 * Return what is left of each bandwidth, as far as this instance knows.
	 */
	long @Nullable [] available(KeyHash key) {
		SharedBucket handle = this.handles.getIfPresent(key);
		return (handle != null) ? handle.available() : null;
	}

	/**
	 * Change what is granted. Each bucket follows when it is next asked.
	 * @param version rises with each change
	 */
	void change(List<Quota> quotas, long version) {
		this.configuration = new Configuration(Quota.toConfiguration(quotas), version);
		this.handles.invalidateAll();
	}

	private SharedBucket handle(KeyHash key) {
		ProxyManager<String> manager = this.store.managers().get();
		SharedBucket handle = this.handles.getIfPresent(key);
		if (handle == null || handle.manager != manager) {
			handle = create(key, manager);
			this.handles.put(key, handle);
		}
		return handle;
	}

	private SharedBucket create(KeyHash key, ProxyManager<String> manager) {
		Configuration current = this.configuration;
		RemoteBucket remote = RemoteBucket.of(manager, this.prefix + key.text(), current.buckets(), current.version());
		return new SharedBucket(manager, remote, this.store.calls(), this.timeMeter);
	}

	/**
	 * What is granted by now.
	 */
	private record Configuration(BucketConfiguration buckets, long version) {
	}

}
