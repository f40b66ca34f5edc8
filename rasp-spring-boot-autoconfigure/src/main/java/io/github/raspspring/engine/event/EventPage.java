package io.github.raspspring.engine.event;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Some of the events that were asked for.
 *
 * @param events the events, the latest first
 * @param next what to ask for to get the rest, {@code null} if there is none
 */
public record EventPage(List<EventRecord> events, @Nullable String next) {

	public EventPage {
		events = List.copyOf(events);
	}

}
