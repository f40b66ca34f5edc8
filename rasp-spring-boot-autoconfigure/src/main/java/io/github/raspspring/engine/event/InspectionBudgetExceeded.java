package io.github.raspspring.engine.event;

import java.time.Instant;

import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.engine.Redaction;

/**
 * The values of a request took longer to judge than its budget allows, so that some were
 * not judged. There is one such event per exchange, published when the exchange ends.
 *
 * @param reference handle of the event
 * @param occurredAt when the exchange ended
 * @param method the HTTP method
 * @param where the template of the route, or the path, shortened and free of control
 * characters, if the route was never known
 * @param judged number of values that were judged
 * @param left number of values that were not
 * @param failureMode how the request was treated
 */
public record InspectionBudgetExceeded(String reference, Instant occurredAt, String method, String where, int judged,
		int left, FailureMode failureMode) implements SecurityEvent {

	public InspectionBudgetExceeded {
		method = Redaction.method(method);
	}

}
