package io.github.raspspring.event.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.JvmErrors;
import io.github.raspspring.engine.event.EventOutlet;
import io.github.raspspring.engine.event.EventRecord;

/**
 * All places to which events are written, each behind a queue of its own, so that a slow
 * one delays neither requests nor the others. Thread-safe.
 */
public final class EventOutlets implements EndpointSection, AutoCloseable {

	private final List<OutletQueue> queues = new ArrayList<>();

	private final List<InlineOutlet> inline = new ArrayList<>();

	private final BiConsumer<String, String> changes;

	/**
	 * Create a set without outlets.
	 * @param changes told, off the threads of requests, which outlet fails and why, and
	 * with the cause {@code none} which works again
	 */
	public EventOutlets(BiConsumer<String, String> changes) {
		this.changes = changes;
	}

	/**
	 * Add an outlet that is written on a thread of its own. Not to be called any more
	 * once events come.
	 * @param outlet the outlet, closed with this
	 * @param capacity how many events wait at most, at least one
	 * @param plan how often a failure is tried again
	 * @return this set
	 */
	public EventOutlets inBackground(EventOutlet outlet, int capacity, RetryPlan plan) {
		this.queues.add(new OutletQueue(outlet, capacity, plan, new OutletHealth(outlet.name(), this.changes)));
		return this;
	}

	/**
	 * Add an outlet that is written at once, on the thread that has something to tell.
	 * @param outlet the outlet, closed with this
	 * @return this set
	 */
	public EventOutlets inline(EventOutlet outlet) {
		this.inline.add(new InlineOutlet(outlet));
		return this;
	}

	/**
	 * Take an event for all outlets. Neither waits for a queue nor throws.
	 * @param event the event
	 */
	public void offer(EventRecord event) {
		this.inline.forEach((outlet) -> outlet.offer(event));
		this.queues.forEach((queue) -> queue.offer(event));
	}

	/**
	 * Return how many events an outlet has been offered.
	 * @param outlet its name
	 * @return the number since the start
	 */
	public long offered(String outlet) {
		return this.queues.stream()
			.filter((queue) -> queue.name().equals(outlet))
			.mapToLong(OutletQueue::offered)
			.sum();
	}

	/**
	 * Return how many events an outlet has taken.
	 * @param outlet its name
	 * @return the number since the start
	 */
	public long delivered(String outlet) {
		return this.queues.stream()
			.filter((queue) -> queue.name().equals(outlet))
			.mapToLong(OutletQueue::delivered)
			.sum();
	}

	/**
	 * Return how many events were dropped, by outlet and by what came of them.
	 * @return counts that are not zero
	 */
	public Map<String, Map<String, Long>> dropped() {
		Map<String, Map<String, Long>> dropped = new LinkedHashMap<>();
		this.inline.forEach((outlet) -> dropped.put(outlet.name(), outlet.dropped().shown()));
		this.queues.forEach((queue) -> dropped.put(queue.name(), queue.dropped().shown()));
		dropped.values().removeIf(Map::isEmpty);
		return dropped;
	}

	@Override
	public String name() {
		return "outlets";
	}

	@Override
	public Map<String, Object> overview() {
		Map<String, Object> overview = new LinkedHashMap<>();
		this.inline.forEach((outlet) -> overview.put(outlet.name(), outlet.shown()));
		this.queues.forEach((queue) -> overview.put(queue.name(), queue.shown()));
		return overview;
	}

	@Override
	public Object content() {
		return overview();
	}

	@Override
	public void close() {
		this.queues.forEach(OutletQueue::close);
		this.inline.forEach(InlineOutlet::close);
	}

	/**
	 * An outlet without a queue.
	 */
	private static final class InlineOutlet {

		private final EventOutlet outlet;

		private final KindCounts dropped = new KindCounts();

		InlineOutlet(EventOutlet outlet) {
			this.outlet = outlet;
		}

		private synchronized void offer(EventRecord event) {
			try {
				this.outlet.write(List.of(event));
			}
			catch (Throwable ex) {
				JvmErrors.rethrow(ex);
				this.dropped.add(event);
			}
		}

		private String name() {
			return this.outlet.name();
		}

		private KindCounts dropped() {
			return this.dropped;
		}

		private Map<String, Object> shown() {
			return Map.of("dropped", this.dropped.sum());
		}

		private void close() {
			this.outlet.close();
		}

	}

}
