package io.github.raspspring.event;

import java.time.Instant;
import java.util.List;

import io.github.raspspring.engine.event.EventRecord;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list of events.
 */
record EventSummary(String reference, Instant occurredAt, String type, String action, String outcome,
		@Nullable String method, @Nullable String where, @Nullable String client, @Nullable String subject,
		List<String> rules, long times, Instant lastAt) {

	static EventSummary of(EventRecord event) {
		return new EventSummary(event.reference(), event.occurredAt(), event.type(), event.why().action(),
				event.outcome().label(), event.where().method(), event.where().target(), event.where().client(),
				event.where().subject(), event.rules(), event.times(), event.lastAt());
	}

}
