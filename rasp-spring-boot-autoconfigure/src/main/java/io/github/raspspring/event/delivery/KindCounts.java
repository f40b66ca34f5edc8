package io.github.raspspring.event.delivery;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import io.github.raspspring.engine.event.EventOutcome;
import io.github.raspspring.engine.event.EventRecord;

/**
 * Counts events by what came of them. Thread-safe.
 */
final class KindCounts {

	private final Map<EventOutcome, LongAdder> counts = new EnumMap<>(EventOutcome.class);

	KindCounts() {
		for (EventOutcome outcome : EventOutcome.values()) {
			this.counts.put(outcome, new LongAdder());
		}
	}

	void add(EventRecord event) {
		LongAdder count = this.counts.get(event.outcome());
		if (count != null) {
			count.increment();
		}
	}

	long sum() {
		return this.counts.values().stream().mapToLong(LongAdder::sum).sum();
	}

	/**
	 * Return the counts that are not zero, by the words of the outcomes.
	 */
	Map<String, Long> shown() {
		Map<String, Long> shown = new LinkedHashMap<>();
		this.counts.forEach((outcome, count) -> {
			if (count.sum() > 0) {
				shown.put(outcome.label(), count.sum());
			}
		});
		return shown;
	}

}
