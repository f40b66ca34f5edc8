package io.github.raspspring.engine.event;

import java.time.Instant;

import io.github.raspspring.engine.FailureMode;
import org.jspecify.annotations.Nullable;

/**
 * A detector, sink or listener of the product failed to do its work.
 *
 * @param reference handle of the event
 * @param occurredAt when it failed
 * @param source name of what failed
 * @param failure class of the exception
 * @param failureMode how the request was treated
 * @param cause the exception, {@code null} where the event is kept
 */
public record DetectorFailed(String reference, Instant occurredAt, String source, String failure,
		FailureMode failureMode, @Nullable Throwable cause) implements SecurityEvent {

	/**
	 * Create the event of a failure.
	 * @param reference handle of the event
	 * @param occurredAt when it failed
	 * @param source name of what failed
	 * @param cause the exception
	 * @param failureMode how the request was treated
	 * @return the event
	 */
	public static DetectorFailed of(String reference, Instant occurredAt, String source, Throwable cause,
			FailureMode failureMode) {
		return new DetectorFailed(reference, occurredAt, source, cause.getClass().getName(), failureMode, cause);
	}

	/**
	 * Return the event as it may be kept for long: an exception may hold on to anything.
	 * @return the same event without the exception
	 */
	public DetectorFailed withoutCause() {
		return new DetectorFailed(this.reference, this.occurredAt, this.source, this.failure, this.failureMode, null);
	}

}
