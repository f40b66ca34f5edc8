package io.github.raspspring.event;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.raspspring.engine.event.EventRecord;
import io.github.raspspring.engine.event.SecurityEvent;
import org.jspecify.annotations.Nullable;

/**
 * The latest events of one lane, bounded in number. Not thread-safe.
 */
final class EventRing {

	/** References of repeats that lead to the event they were folded into. */
	private static final int MOST_REPEATS = 20;

	private final Deque<Kept> events = new ArrayDeque<>();

	private final Map<String, Kept> byReference = new HashMap<>();

	private final int capacity;

	EventRing(int capacity) {
		this.capacity = capacity;
	}

	void add(long position, SecurityEvent event, EventRecord record) {
		if (this.events.size() == this.capacity) {
			Kept oldest = this.events.removeLast();
			this.byReference.remove(oldest.event.reference(), oldest);
			oldest.repeats.keySet().forEach(this.byReference::remove);
		}
		Kept kept = new Kept(position, event, record);
		this.events.addFirst(kept);
		this.byReference.put(event.reference(), kept);
	}

	/**
	 * Take note of a repeat, whose reference leads here from now on.
	 */
	void repeat(String reference, EventRecord repeat) {
		Kept kept = this.byReference.get(reference);
		if (kept == null) {
			return;
		}
		kept.record = kept.record.repeated(1, repeat.occurredAt());
		String forgotten = kept.remember(repeat.reference());
		if (forgotten != null) {
			this.byReference.remove(forgotten);
		}
		this.byReference.put(repeat.reference(), kept);
	}

	/**
	 * Return an event; a repeat is told as the first, under the reference it is asked by.
	 */
	@Nullable EventRecord get(String reference) {
		Kept kept = this.byReference.get(reference);
		return (kept != null) ? kept.record.askedAs(reference) : null;
	}

	int size() {
		return this.events.size();
	}

	/**
	 * Copy what is kept, with its repeats by now, the latest first.
	 */
	void copyTo(List<Seen> all) {
		for (Kept kept : this.events) {
			all.add(new Seen(kept.position, kept.event, kept.record));
		}
	}

	/**
	 * One event as it was kept at some time.
	 */
	record Seen(long position, SecurityEvent event, EventRecord record) {

	}

	/**
	 * One event that is kept.
	 */
	private static final class Kept {

		private final long position;

		private final SecurityEvent event;

		private EventRecord record;

		private final LinkedHashMap<String, Boolean> repeats = new LinkedHashMap<>(4);

		Kept(long position, SecurityEvent event, EventRecord record) {
			this.position = position;
			this.event = event;
			this.record = record;
		}

		private @Nullable String remember(String reference) {
			this.repeats.put(reference, Boolean.TRUE);
			if (this.repeats.size() <= MOST_REPEATS) {
				return null;
			}
			Iterator<String> oldest = this.repeats.keySet().iterator();
			String forgotten = oldest.next();
			oldest.remove();
			return forgotten;
		}

	}

}
