package io.github.raspspring.autoconfigure.store;

import java.time.Duration;

import io.github.raspspring.store.RedisSettings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Where state is kept that outlives a request: buckets, blocks, scores, replay and
 * revocation entries.
 *
 * @param type Whether each instance keeps its own (local) or all share them (redis).
 * @param timeout Longest time that a request waits for one answer of a shared store.
 * @param refresh Time between looks at what other instances wrote.
 * @param keyPrefix What the names of all entries in a shared store begin with.
 * @param secret What keys are hashed with before they leave the instance, the same on all
 * instances.
 * @param redis Where Redis is.
 */
@ConfigurationProperties("rasp.store")
public record RaspStoreProperties(@DefaultValue("local") Type type, @DefaultValue("50ms") Duration timeout,
		@DefaultValue("1s") Duration refresh, @DefaultValue("rasp:") String keyPrefix, @DefaultValue("") String secret,
		@DefaultValue Redis redis) {

	public RaspStoreProperties {
		checkPositive("timeout", timeout);
		checkPositive("refresh", refresh);
	}

	RedisSettings redisSettings() {
		return new RedisSettings(this.redis.url(), this.keyPrefix, this.timeout, this.refresh);
	}

	private static void checkPositive(String property, Duration duration) {
		if (duration.toMillis() < 1) {
			throw new InvalidConfigurationPropertyValueException("rasp.store." + property, duration,
					"Set a time of at least 1ms.");
		}
	}

	/**
	 * Who keeps state.
	 */
	public enum Type {

		/** Each instance keeps its own. */
		LOCAL,

		/** All instances share it through Redis. */
		REDIS

	}

	/**
	 * Where Redis is.
	 *
	 * @param url Address of Redis, such as redis://user:password@localhost:6379/0, or
	 * rediss:// for TLS.
	 */
	public record Redis(@DefaultValue("redis://localhost:6379") String url) {

		/**
		 * Return a text without the address, which may hold a password.
		 */
		@Override
		public String toString() {
			return "Redis";
		}

	}

}
