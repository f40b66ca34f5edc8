package io.github.raspspring.engine.event;

import java.time.Instant;

import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * Something was seen in an exchange. There is one such event per exchange, however much
 * was seen.
 *
 * @param reference the reference that a refused client was told
 * @param occurredAt when the request came in
 * @param method the HTTP method
 * @param route the template of the route, or {@code null} if refused before it was known
 * @param path the path, of which only words are kept
 * @param client address of the client
 * @param subject the verified subject, or {@code null}
 * @param decision what was decided, and everything that was seen
 */
public record ThreatDetected(String reference, Instant occurredAt, String method, @Nullable String route, String path,
		String client, @Nullable String subject, Decision decision) implements SecurityEvent {

	public ThreatDetected {
		method = Redaction.method(method);
		path = Redaction.path(path);
	}

}
