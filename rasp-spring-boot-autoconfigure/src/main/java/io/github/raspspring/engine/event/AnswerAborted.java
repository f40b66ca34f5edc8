package io.github.raspspring.engine.event;

import java.time.Instant;

import io.github.raspspring.engine.Redaction;

/**
 * A request was refused when its answer was on its way already, so that the connection
 * was cut instead. The client has got a part of the answer.
 *
 * @param reference handle of the event
 * @param occurredAt when the connection was cut
 * @param refusal reference of the decision that refuses the request
 * @param method the HTTP method
 * @param where the template of the route, or the path, shortened and free of control
 * characters, if the route was never known
 */
public record AnswerAborted(String reference, Instant occurredAt, String refusal, String method,
		String where) implements SecurityEvent {

	public AnswerAborted {
		method = Redaction.method(method);
	}

}
