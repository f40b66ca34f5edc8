package io.github.raspspring.autoconfigure.store;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;

/**
 * An engine that can only be asked on the thread of the caller, as those of JDBC are.
 */
final class SynchronousEngine extends AbstractCompareAndSwapBasedProxyManager<String> {

	private final Map<String, byte[]> states = new ConcurrentHashMap<>();

	private volatile boolean down;

	SynchronousEngine() {
		super(ClientSideConfig.getDefault());
	}

	void goDown() {
		this.down = true;
	}

	int size() {
		return this.states.size();
	}

	@Override
	public boolean isAsyncModeSupported() {
		return false;
	}

	@Override
	public boolean isExpireAfterWriteSupported() {
		return false;
	}

	@Override
	public void removeProxy(String key) {
		this.states.remove(key);
	}

	@Override
	protected CompletableFuture<Void> removeAsync(String key) {
		throw new UnsupportedOperationException();
	}

	@Override
	protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String key) {
		throw new UnsupportedOperationException();
	}

	@Override
	protected CompareAndSwapOperation beginCompareAndSwapOperation(String key) {
		return new CompareAndSwapOperation() {

			@Override
			public Optional<byte[]> getStateData(Optional<Long> timeoutNanos) {
				if (SynchronousEngine.this.down) {
					throw new IllegalStateException("The engine is down");
				}
				return Optional.ofNullable(SynchronousEngine.this.states.get(key));
			}

			@Override
			public boolean compareAndSwap(byte[] original, byte[] changed, RemoteBucketState state,
					Optional<Long> timeoutNanos) {
				byte[] now = SynchronousEngine.this.states.compute(key, (same, current) -> (current == null)
						? ((original == null) ? changed : null) : Arrays.equals(current, original) ? changed : current);
				return now == changed;
			}
		};
	}

}
