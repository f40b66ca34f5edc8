package io.github.raspspring.engine.event;

import java.time.Instant;

/**
 * The store that instances share was lost, or answers again. Requests go on either way;
 * what was shared is kept by each instance alone in between.
 *
 * @param reference handle of the event
 * @param occurredAt when it was noticed
 * @param available whether the store answers
 * @param cause class of the last failure, or {@code none} when it answers
 */
public record StoreStateChanged(String reference, Instant occurredAt, boolean available,
		String cause) implements SecurityEvent {
}
