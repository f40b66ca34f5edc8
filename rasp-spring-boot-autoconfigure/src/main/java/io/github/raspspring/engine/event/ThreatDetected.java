package io.github.raspspring.engine.event;

import java.time.Instant;

import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.EnforcementMode;
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
 * @param mode how far the policy goes, {@code null} if that is not told
 */
public record ThreatDetected(String reference, Instant occurredAt, String method, @Nullable String route, String path,
		String client, @Nullable String subject, Decision decision,
		@Nullable EnforcementMode mode) implements SecurityEvent {

	public ThreatDetected {
		method = Redaction.method(method);
		path = Redaction.path(path);
	}

	/**
	 * Create an event that does not tell the mode of the policy.
	 * @param reference the reference that a refused client was told
	 * @param occurredAt when the request came in
	 * @param method the HTTP method
	 * @param route the template of the route, or {@code null}
	 * @param path the path
	 * @param client address of the client
	 * @param subject the verified subject, or {@code null}
	 * @param decision what was decided, and everything that was seen
	 */
	public ThreatDetected(String reference, Instant occurredAt, String method, @Nullable String route, String path,
			String client, @Nullable String subject, Decision decision) {
		this(reference, occurredAt, method, route, path, client, subject, decision, null);
	}

}
