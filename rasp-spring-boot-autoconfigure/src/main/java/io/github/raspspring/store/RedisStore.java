package io.github.raspspring.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import io.github.raspspring.engine.ExpiringStore;
import io.github.raspspring.engine.StoreCalls;
import io.lettuce.core.SetArgs;
import org.jspecify.annotations.Nullable;

/**
 * Keeps entries in Redis and, for the time when Redis is lost, in memory. What this
 * instance knows needs no call, so that a Redis that lost its data lets nothing be
 * replayed here. Thread-safe.
 */
final class RedisStore implements ExpiringStore {

	private static final String OK = "OK";

	private final String prefix;

	private final LocalStore memory;

	private final RedisLink redis;

	private final StoreCalls calls;

	RedisStore(String prefix, LocalStore memory, RedisLink redis, StoreCalls calls) {
		this.prefix = prefix;
		this.memory = memory;
		this.redis = redis;
		this.calls = calls;
	}

	@Override
	public Insertion putIfAbsent(String key, String value, Duration ttl) {
		Insertion here = this.memory.putIfAbsent(key, value, ttl);
		if (here == Insertion.PRESENT) {
			return here;
		}
		Optional<Boolean> set = this.calls.await(() -> this.redis
			.call((commands) -> commands.set(this.prefix + key, bytes(value), expiry(ttl).nx()).thenApply(OK::equals)));
		return set.map((inserted) -> inserted ? Insertion.INSERTED : Insertion.PRESENT).orElse(Insertion.UNCERTAIN);
	}

	@Override
	public boolean put(String key, String value, Duration ttl) {
		this.memory.put(key, value, ttl);
		return this.calls
			.await(() -> this.redis.call((commands) -> commands.set(this.prefix + key, bytes(value), expiry(ttl))))
			.isPresent();
	}

	@Override
	public @Nullable String get(String key) {
		String known = this.memory.get(key);
		if (known != null) {
			return known;
		}
		return this.calls
			.await(() -> this.redis
				.call((commands) -> commands.get(this.prefix + key).thenApply(Optional::<byte[]>ofNullable)))
			.flatMap((value) -> value)
			.map((value) -> new String(value, StandardCharsets.UTF_8))
			.orElse(null);
	}

	@Override
	public boolean remove(String key) {
		this.memory.remove(key);
		return this.calls.await(() -> this.redis.call((commands) -> commands.del(this.prefix + key))).isPresent();
	}

	@Override
	public boolean isAvailable() {
		return this.calls.isAvailable();
	}

	private static byte[] bytes(String value) {
		return value.getBytes(StandardCharsets.UTF_8);
	}

	private static SetArgs expiry(Duration ttl) {
		return SetArgs.Builder.px(Math.max(1, ttl.toMillis()));
	}

}
