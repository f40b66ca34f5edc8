package io.github.raspspring.engine.event;

import java.time.Instant;

/**
 * A place to which events are sent takes none, or takes them again. What it did not take
 * is counted.
 *
 * @param reference handle of the event
 * @param occurredAt when it was noticed
 * @param outlet name of the place, such as {@code file}
 * @param available whether it takes events
 * @param cause class of the last failure, {@code none} when it takes events
 */
public record OutletStateChanged(String reference, Instant occurredAt, String outlet, boolean available,
		String cause) implements SecurityEvent {

}
