package io.github.raspspring.store;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.raspspring.engine.ExpiringStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps entries in memory. One that has not expired is never pushed out: while there is
 * no room, new ones are turned away. Thread-safe.
 */
final class LocalStore implements ExpiringStore {

	private static final long CLEAN_UP_INTERVAL = Duration.ofSeconds(1).toNanos();

	private final int maxEntries;

	private final LongSupplier nanoTime;

	private final Cache<String, Entry> entries;

	private final AtomicLong nextCleanUp;

	LocalStore(int maxEntries, LongSupplier nanoTime) {
		if (maxEntries < 1) {
			throw new IllegalArgumentException("A store has room for at least one entry");
		}
		this.maxEntries = maxEntries;
		this.nanoTime = nanoTime;
		this.entries = Caffeine.newBuilder()
			.expireAfter(Expiry.<String, Entry>writing((key, entry) -> entry.ttl()))
			.ticker(nanoTime::getAsLong)
			.executor(Runnable::run)
			.build();
		this.nextCleanUp = new AtomicLong(nanoTime.getAsLong());
	}

	@Override
	public Insertion putIfAbsent(String key, String value, Duration ttl) {
		if (!hasRoom()) {
			return (get(key) != null) ? Insertion.PRESENT : Insertion.UNCERTAIN;
		}
		boolean inserted = this.entries.asMap().putIfAbsent(key, new Entry(value, positive(ttl))) == null;
		return inserted ? Insertion.INSERTED : Insertion.PRESENT;
	}

	@Override
	public boolean put(String key, String value, Duration ttl) {
		Entry entry = new Entry(value, positive(ttl));
		if (hasRoom()) {
			this.entries.put(key, entry);
			return true;
		}
		return this.entries.asMap().replace(key, entry) != null;
	}

	@Override
	public @Nullable String get(String key) {
		Entry entry = this.entries.getIfPresent(key);
		return (entry != null) ? entry.value() : null;
	}

	@Override
	public boolean isEmpty() {
		return this.entries.estimatedSize() == 0;
	}

	@Override
	public boolean remove(String key) {
		this.entries.invalidate(key);
		return true;
	}

	/**
	 * Return how many entries there are, expired ones that still take room included.
	 */
	long size() {
		return this.entries.estimatedSize();
	}

	int maxEntries() {
		return this.maxEntries;
	}

	/**
	 * Visit all entries with the time that is left to them.
	 */
	void forEach(Visitor visitor) {
		this.entries.policy()
			.expireVariably()
			.ifPresent((expiry) -> this.entries.asMap()
				.forEach((key, entry) -> expiry.getExpiresAfter(key)
					.ifPresent((ttl) -> visitor.visit(key, entry.value(), ttl))));
	}

	private boolean hasRoom() {
		if (size() < this.maxEntries) {
			return true;
		}
		long now = this.nanoTime.getAsLong();
		long due = this.nextCleanUp.get();
		if (now - due >= 0 && this.nextCleanUp.compareAndSet(due, now + CLEAN_UP_INTERVAL)) {
			this.entries.cleanUp();
		}
		return size() < this.maxEntries;
	}

	private static Duration positive(Duration ttl) {
		return (ttl.isNegative() || ttl.isZero()) ? Duration.ofNanos(1) : ttl;
	}

	/**
	 * Shown entries one by one.
	 */
	@FunctionalInterface
	interface Visitor {

		void visit(String key, String value, Duration ttl);

	}

	private record Entry(String value, Duration ttl) {
	}

}
