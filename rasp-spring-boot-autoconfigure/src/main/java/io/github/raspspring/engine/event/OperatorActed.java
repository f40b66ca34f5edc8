package io.github.raspspring.engine.event;

import java.time.Instant;

/**
 * An operator changed something while the application runs.
 *
 * @param reference handle of the event
 * @param occurredAt when it was done
 * @param operator name of who did it, as the application verified it, or
 * {@code anonymous}
 * @param operation what was done, one lower-case word such as {@code unblock}
 * @param target to what, such as a client or a plan, shortened and free of control
 * characters
 * @param detail the values given, free of secrets, empty if there are none
 */
public record OperatorActed(String reference, Instant occurredAt, String operator, String operation, String target,
		String detail) implements SecurityEvent {
}
