package io.github.raspspring.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.github.raspspring.engine.ExpiringStore;
import org.jspecify.annotations.Nullable;

/**
 * The clients that are blocked. Kept apart from scores, so that a flood of other clients
 * ends no block, and by time to live, so that every block ends whatever the wall clock
 * does. Thread-safe.
 */
final class Blocks {

	private final ExpiringStore store;

	private final Clock clock;

	Blocks(ExpiringStore store, Clock clock) {
		this.store = store;
		this.clock = clock;
	}

	boolean contains(String client) {
		return this.store.get(client) != null;
	}

	/**
	 * Return when the block of a client ends, or {@code null} if there is none.
	 */
	@Nullable Instant end(String client) {
		String value = this.store.get(client);
		try {
			return (value != null) ? Instant.ofEpochMilli(Long.parseLong(value)) : null;
		}
		catch (NumberFormatException ex) {
			return this.clock.instant();
		}
	}

	void add(String client, Duration length) {
		this.store.put(client, Long.toString(this.clock.instant().plus(length).toEpochMilli()), length);
	}

	void remove(String client) {
		this.store.remove(client);
	}

}
