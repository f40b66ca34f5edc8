package io.github.raspspring.store;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.raspspring.engine.ExpiringStore;
import io.github.raspspring.engine.StoreCalls;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAddArgs;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import org.jspecify.annotations.Nullable;

/**
 * Keeps entries in memory and writes each change into a stream in Redis, from which
 * {@link #synchronize} reads those of other instances. Nothing ever waits for Redis. When
 * Redis is back after it was lost, this instance writes what it still knows of its own
 * and reads the stream from the start. Thread-safe.
 */
final class ReplicatedStore implements ExpiringStore {

	private static final String START = "0-0";

	private static final int CHANGES_AT_ONCE = 1000;

	private final String stream;

	private final String instance;

	private final LocalStore memory;

	private final LocalStore own;

	private final RedisLink redis;

	private final StoreCalls calls;

	private final Clock clock;

	private final List<ChangeListener> listeners = new CopyOnWriteArrayList<>();

	private volatile boolean outOfStep = true;

	private String position = START;

	ReplicatedStore(String stream, String instance, LocalStore memory, LocalStore own, RedisLink redis,
			StoreCalls calls, Clock clock) {
		this.stream = stream;
		this.instance = instance;
		this.memory = memory;
		this.own = own;
		this.redis = redis;
		this.calls = calls;
		this.clock = clock;
	}

	@Override
	public Insertion putIfAbsent(String key, String value, Duration ttl) {
		Insertion here = this.memory.putIfAbsent(key, value, ttl);
		if (here == Insertion.INSERTED) {
			this.own.put(key, value, ttl);
			send(new Change(key, value, expiry(ttl), this.instance));
		}
		return here;
	}

	@Override
	public boolean put(String key, String value, Duration ttl) {
		boolean kept = this.memory.put(key, value, ttl);
		this.own.put(key, value, ttl);
		send(new Change(key, value, expiry(ttl), this.instance));
		return kept && isAvailable();
	}

	@Override
	public @Nullable String get(String key) {
		return this.memory.get(key);
	}

	@Override
	public boolean isEmpty() {
		return this.memory.isEmpty();
	}

	@Override
	public boolean remove(String key) {
		this.memory.remove(key);
		this.own.remove(key);
		send(new Change(key, null, 0, this.instance));
		return isAvailable();
	}

	@Override
	public boolean isAvailable() {
		return this.calls.isAvailable() && !this.outOfStep;
	}

	@Override
	public void onChange(ChangeListener listener) {
		this.listeners.add(listener);
		// The first changes may have arrived before.
		this.memory.forEach((key, value, ttl) -> listener.changed(key, value));
	}

	/**
	 * Take in what other instances wrote since the last call. Called by one thread again
	 * and again.
	 */
	void synchronize() {
		if (!readToEnd() || !this.outOfStep) {
			return;
		}
		// A change that fails to be sent from now on sets it again.
		this.outOfStep = false;
		this.position = START;
		this.own.forEach((key, value, ttl) -> send(new Change(key, value, expiry(ttl), this.instance)));
		readToEnd();
	}

	private boolean readToEnd() {
		int read;
		do {
			read = readOn();
		}
		while (read == CHANGES_AT_ONCE);
		if (read < 0) {
			this.outOfStep = true;
		}
		return read >= 0;
	}

	/**
	 * Take in the next changes.
	 * @return how many, or -1 if Redis does not answer
	 */
	private int readOn() {
		Optional<List<StreamMessage<String, byte[]>>> changes = this.calls
			.await(() -> this.redis.call((commands) -> commands.xread(XReadArgs.Builder.count(CHANGES_AT_ONCE),
					StreamOffset.from(this.stream, this.position))));
		changes.ifPresent((messages) -> messages.forEach((message) -> {
			this.position = message.getId();
			Change change = Change.read(message.getBody());
			if (change != null && !change.instance().equals(this.instance)) {
				apply(change);
			}
		}));
		return changes.map(List::size).orElse(-1);
	}

	private void apply(Change change) {
		Duration ttl = Duration.ofMillis(change.expiry() - this.clock.millis());
		String value = change.value();
		if (value == null) {
			this.memory.remove(change.key());
			this.own.remove(change.key());
		}
		else if (!ttl.isNegative() && !ttl.isZero()) {
			this.memory.put(change.key(), value, ttl);
		}
		else {
			return;
		}
		this.listeners.forEach((listener) -> listener.changed(change.key(), value));
	}

	private void send(Change change) {
		Map<String, byte[]> fields = change.write();
		XAddArgs bounded = XAddArgs.Builder.maxlen(this.memory.maxEntries()).approximateTrimming();
		if (!this.calls.isAvailable()) {
			this.outOfStep = true;
			return;
		}
		this.calls.send(() -> this.redis.call((commands) -> commands.xadd(this.stream, bounded, fields))
			.whenComplete((id, failure) -> {
				if (failure != null) {
					this.outOfStep = true;
				}
			}));
	}

	private long expiry(Duration ttl) {
		return this.clock.millis() + ttl.toMillis();
	}

}
