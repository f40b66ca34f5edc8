package io.github.raspspring.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

import io.github.raspspring.engine.event.EventArchive;
import io.github.raspspring.engine.event.EventCount;
import io.github.raspspring.engine.event.EventDimension;
import io.github.raspspring.engine.event.EventLane;
import io.github.raspspring.engine.event.EventPage;
import io.github.raspspring.engine.event.EventQuery;
import io.github.raspspring.engine.event.EventRecord;
import io.github.raspspring.engine.event.SecurityEvent;
import io.github.raspspring.event.EventRing.Seen;
import org.jspecify.annotations.Nullable;

/**
 * The latest events in memory, bounded in number for each lane. Thread-safe.
 */
public final class EventHistory implements EventArchive {

	private final ReentrantLock lock = new ReentrantLock();

	private final Map<EventLane, EventRing> rings = new EnumMap<>(EventLane.class);

	private final int capacity;

	private long recorded;

	private long repeated;

	/**
	 * Create a history.
	 * @param capacity how many events of each lane are kept, at least one
	 */
	public EventHistory(int capacity) {
		this.capacity = capacity;
		for (EventLane lane : EventLane.values()) {
			this.rings.put(lane, new EventRing(capacity));
		}
	}

	/**
	 * Keep an event; the oldest one of its lane goes when that is full.
	 * @param event what happened
	 * @param record the event as it is told
	 */
	public void add(SecurityEvent event, EventRecord record) {
		this.lock.lock();
		try {
			ring(record).add(this.recorded++, event, record);
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Count an event that is a repeat of one that is kept.
	 * @param reference the reference of the first
	 * @param repeat the repeat
	 */
	public void repeat(String reference, EventRecord repeat) {
		this.lock.lock();
		try {
			this.repeated++;
			ring(repeat).repeat(reference, repeat);
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Return the events that are kept, as they were published.
	 * @return a snapshot, the latest first
	 */
	public List<SecurityEvent> latest() {
		return snapshot().stream().map(Seen::event).toList();
	}

	@Override
	public EventPage find(EventQuery query) {
		long before = before(query.after());
		List<EventRecord> found = new ArrayList<>();
		long last = 0;
		for (Seen kept : snapshot()) {
			if (kept.position() < before && query.matches(kept.record())) {
				if (found.size() == query.limit()) {
					return new EventPage(found, Long.toString(last));
				}
				found.add(kept.record());
				last = kept.position();
			}
		}
		return new EventPage(found, null);
	}

	@Override
	public @Nullable EventRecord get(String reference) {
		this.lock.lock();
		try {
			return this.rings.values()
				.stream()
				.map((ring) -> ring.get(reference))
				.filter(Objects::nonNull)
				.findFirst()
				.orElse(null);
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public List<EventCount> count(EventQuery query, EventDimension dimension) {
		Map<String, Long> counts = new LinkedHashMap<>();
		for (Seen kept : snapshot()) {
			if (query.matches(kept.record())) {
				dimension.keysOf(kept.record()).forEach((key) -> counts.merge(key, kept.record().times(), Long::sum));
			}
		}
		return counts.entrySet()
			.stream()
			.map((entry) -> new EventCount(entry.getKey(), entry.getValue()))
			.sorted(Comparator.comparingLong(EventCount::count).reversed())
			.limit(query.limit())
			.toList();
	}

	/**
	 * Return how much is kept.
	 * @return numbers by name
	 */
	public Map<String, Object> overview() {
		this.lock.lock();
		try {
			Map<String, Object> overview = new LinkedHashMap<>();
			overview.put("recorded", this.recorded);
			overview.put("folded", this.repeated);
			overview.put("kept", this.rings.values().stream().mapToInt(EventRing::size).sum());
			this.rings.forEach((lane, ring) -> overview.put(lane.name().toLowerCase(Locale.ROOT), ring.size()));
			overview.put("capacity", this.capacity);
			return overview;
		}
		finally {
			this.lock.unlock();
		}
	}

	private static long before(@Nullable String after) {
		try {
			return (after != null) ? Long.parseLong(after) : Long.MAX_VALUE;
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException("after is what an earlier answer names as next", ex);
		}
	}

	private EventRing ring(EventRecord record) {
		return Objects.requireNonNull(this.rings.get(record.outcome().lane()));
	}

	/**
	 * Copies what is kept, so that nothing waits for those who ask.
	 */
	private List<Seen> snapshot() {
		List<Seen> all = new ArrayList<>();
		this.lock.lock();
		try {
			this.rings.values().forEach((ring) -> ring.copyTo(all));
		}
		finally {
			this.lock.unlock();
		}
		all.sort(Comparator.comparingLong(Seen::position).reversed());
		return all;
	}

}
