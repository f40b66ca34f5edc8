package io.github.raspspring.event.delivery;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import io.github.raspspring.engine.event.EventReason;
import io.github.raspspring.engine.event.EventRecord;
import io.github.raspspring.engine.event.EventRecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Tells an outlet how many events it has not been given. Used by the thread of its queue
 * alone.
 */
final class DropNotice {

	private final String outlet;

	private Map<String, Long> known = Map.of();

	private Map<String, Long> next = Map.of();

	DropNotice(String outlet) {
		this.outlet = outlet;
	}

	/**
	 * Return what to tell, {@code null} if nothing was dropped since the last time.
	 * @param dropped what was dropped since the start, by kind
	 */
	@Nullable EventRecord of(Map<String, Long> dropped, Instant now) {
		Map<String, Long> missing = new LinkedHashMap<>();
		dropped.forEach((kind, count) -> {
			long more = count - this.known.getOrDefault(kind, 0L);
			if (more > 0) {
				missing.put(kind, more);
			}
		});
		this.next = dropped;
		if (missing.isEmpty()) {
			return null;
		}
		EventRecordBuilder record = new EventRecordBuilder(UUID.randomUUID().toString(), now, "events-dropped")
			.what("Events were not written to " + this.outlet + ", because too many waited or it took none.")
			.why(new EventReason("DROPPED", "-", "rasp.events.queue-size bounds what waits."));
		missing.forEach(record::fact);
		return record.build();
	}

	void told() {
		this.known = this.next;
	}

}
