package io.github.raspspring.event;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.event.SecurityEvent;
import org.jspecify.annotations.Nullable;

/**
 * The latest events, bounded in number. Thread-safe.
 */
public final class EventHistory implements EndpointSection {

	private final ReentrantLock lock = new ReentrantLock();

	private final Deque<SecurityEvent> events = new ArrayDeque<>();

	private final int capacity;

	private long recorded;

	/**
	 * Create a history.
	 * @param capacity how many events are kept, at least one
	 */
	public EventHistory(int capacity) {
		this.capacity = capacity;
	}

	/**
	 * Keep an event; the oldest one goes when the history is full.
	 * @param event the event
	 */
	public void add(SecurityEvent event) {
		this.lock.lock();
		try {
			if (this.events.size() == this.capacity) {
				this.events.removeFirst();
			}
			this.events.addLast(event);
			this.recorded++;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Return the events that are kept.
	 * @return a snapshot, the latest first
	 */
	public List<SecurityEvent> latest() {
		this.lock.lock();
		try {
			List<SecurityEvent> latest = new ArrayList<>(this.events);
			Collections.reverse(latest);
			return latest;
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public String name() {
		return "events";
	}

	@Override
	public Map<String, Object> overview() {
		this.lock.lock();
		try {
			Map<String, Object> overview = new LinkedHashMap<>();
			overview.put("recorded", this.recorded);
			overview.put("kept", this.events.size());
			overview.put("capacity", this.capacity);
			return overview;
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public Object content() {
		return Map.of("events", latest().stream().map(EventSummary::of).toList());
	}

	@Override
	public @Nullable Object item(String reference) {
		return latest().stream()
			.filter((event) -> event.reference().equals(reference))
			.findFirst()
			.map(EventReport::of)
			.orElse(null);
	}

}
