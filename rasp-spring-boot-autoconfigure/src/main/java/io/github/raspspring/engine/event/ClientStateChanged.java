package io.github.raspspring.engine.event;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A client was blocked for what is known of it, or is no longer.
 *
 * @param reference handle of the event
 * @param occurredAt when it was done
 * @param client kind and name of the client, such as {@code network:192.0.2.1}
 * @param blocked whether it is blocked now
 * @param until when the block ends, {@code null} if it has ended
 * @param reason what decided, free of control characters
 */
public record ClientStateChanged(String reference, Instant occurredAt, String client, boolean blocked,
		@Nullable Instant until, String reason) implements SecurityEvent {

}
