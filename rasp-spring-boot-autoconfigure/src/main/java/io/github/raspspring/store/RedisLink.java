package io.github.raspspring.store;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import org.jspecify.annotations.Nullable;

/**
 * The connection to Redis. Made behind the scenes when it is first needed, and again by
 * the next call after that failed: a Redis that is down never stops a start. Thread-safe.
 */
final class RedisLink implements AutoCloseable {

	private static final int QUEUED_COMMANDS = 10_000;

	private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

	private final RedisURI uri;

	private final RedisClient client;

	private final AtomicReference<@Nullable CompletableFuture<StatefulRedisConnection<String, byte[]>>> connection = new AtomicReference<>();

	RedisLink(RedisURI uri, Duration connectTimeout) {
		this.uri = uri;
		this.client = RedisClient.create(uri);
		this.client.setOptions(ClientOptions.builder()
			.autoReconnect(true)
			.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
			.requestQueueSize(QUEUED_COMMANDS)
			.socketOptions(SocketOptions.builder().connectTimeout(connectTimeout).keepAlive(true).build())
			.build());
	}

	/**
	 * Call Redis once there is a connection.
	 */
	<T> CompletionStage<T> call(Function<RedisAsyncCommands<String, byte[]>, ? extends CompletionStage<T>> command) {
		CompletableFuture<StatefulRedisConnection<String, byte[]>> current = connection();
		return current.isDone() ? command.apply(current.join().async())
				: current.thenCompose((connected) -> command.apply(connected.async()));
	}

	/**
	 * Return the connection as far as it has been made.
	 */
	CompletableFuture<StatefulRedisConnection<String, byte[]>> connection() {
		CompletableFuture<StatefulRedisConnection<String, byte[]>> current = this.connection.get();
		if (current != null && !current.isCompletedExceptionally()) {
			return current;
		}
		CompletableFuture<StatefulRedisConnection<String, byte[]>> next = new CompletableFuture<>();
		if (!this.connection.compareAndSet(current, next)) {
			return connection();
		}
		this.client.connectAsync(CODEC, this.uri).whenComplete((connected, failure) -> {
			if (failure != null) {
				next.completeExceptionally(failure);
			}
			else if (!next.complete(connected)) {
				connected.closeAsync();
			}
		});
		return next;
	}

	/**
	 * Give up a connection that may be dead without knowing. The next call makes a new
	 * one. A connection that is still being made gets the time it needs.
	 */
	void drop() {
		CompletableFuture<StatefulRedisConnection<String, byte[]>> current = this.connection.get();
		if (current != null && current.isDone() && this.connection.compareAndSet(current, null)) {
			current.thenAccept(StatefulRedisConnection::closeAsync);
		}
	}

	@Override
	public void close() {
		CompletableFuture<StatefulRedisConnection<String, byte[]>> current = this.connection.getAndSet(null);
		if (current != null && !current.cancel(false)) {
			current.thenAccept(StatefulRedisConnection::closeAsync);
		}
		this.client.shutdownAsync(0, 1, TimeUnit.SECONDS);
	}

}
