package io.github.raspspring.ratelimit;

import java.util.concurrent.CompletableFuture;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.VerboseResult;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;

/**
 * A bucket that instances share. Requests that arrive while one is under way are sent
 * together, so that a hot key costs one call at a time. Engines that can't be asked
 * asynchronously are asked on the thread of the caller, and have to bound the time
 * themselves.
 */
interface RemoteBucket {

	CompletableFuture<VerboseResult<ConsumptionProbe>> take(long tokens);

	CompletableFuture<?> giveBack(long tokens);

	/**
	 * Find the bucket of a key.
	 * @param version version of the configuration; a bucket with an older one is changed,
	 * and what is left in it stays the same share of the whole
	 */
	static RemoteBucket of(ProxyManager<String> manager, String key, BucketConfiguration configuration, long version) {
		if (!manager.isAsyncModeSupported()) {
			return synchronous(manager, key, configuration, version);
		}
		AsyncBucketProxy bucket = manager.asAsync()
			.builder()
			.withOptimization(Optimizations.batching())
			.withImplicitConfigurationReplacement(version, TokensInheritanceStrategy.PROPORTIONALLY)
			.build(key, () -> CompletableFuture.completedFuture(configuration));
		return new RemoteBucket() {

			@Override
			public CompletableFuture<VerboseResult<ConsumptionProbe>> take(long tokens) {
				return bucket.asVerbose().tryConsumeAndReturnRemaining(tokens);
			}

			@Override
			public CompletableFuture<?> giveBack(long tokens) {
				return bucket.addTokens(tokens);
			}

		};
	}

	private static RemoteBucket synchronous(ProxyManager<String> manager, String key, BucketConfiguration configuration,
			long version) {
		BucketProxy bucket = manager.builder()
			.withOptimization(Optimizations.batching())
			.withImplicitConfigurationReplacement(version, TokensInheritanceStrategy.PROPORTIONALLY)
			.build(key, () -> configuration);
		return new RemoteBucket() {

			@Override
			public CompletableFuture<VerboseResult<ConsumptionProbe>> take(long tokens) {
				return CompletableFuture.completedFuture(bucket.asVerbose().tryConsumeAndReturnRemaining(tokens));
			}

			@Override
			public CompletableFuture<?> giveBack(long tokens) {
				bucket.addTokens(tokens);
				return CompletableFuture.completedFuture(null);
			}

		};
	}

}
