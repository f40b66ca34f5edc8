package io.github.raspspring.engine.event;

import java.time.Instant;

import io.github.raspspring.engine.FailureMode;

/**
 * A detector, sink or listener of the product failed to do its work.
 *
 * @param reference handle of the event
 * @param occurredAt when it failed
 * @param source name of what failed
 * @param failure class of the exception
 * @param failureMode how the request was treated
 */
public record DetectorFailed(String reference, Instant occurredAt, String source, String failure,
		FailureMode failureMode) implements SecurityEvent {

}
