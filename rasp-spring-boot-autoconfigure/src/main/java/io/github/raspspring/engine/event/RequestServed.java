package io.github.raspspring.engine.event;

import java.time.Duration;
import java.time.Instant;

import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * A request has ended, whatever was seen in it. Published only where access is recorded.
 *
 * @param reference handle of the event
 * @param occurredAt when the request came in
 * @param method the HTTP method
 * @param route the template of the route, or {@code null} if it was never known
 * @param path the path, of which only words are kept
 * @param client address of the client
 * @param subject the verified subject, or {@code null}
 * @param status the HTTP status of the answer
 * @param duration time from the first to the last byte of work
 * @param bytes length of the body of the answer, -1 where nobody measured it
 * @param action what was decided
 * @param decision reference of what was seen, {@code null} if nothing was
 */
public record RequestServed(String reference, Instant occurredAt, String method, @Nullable String route, String path,
		String client, @Nullable String subject, int status, Duration duration, long bytes, Decision.Action action,
		@Nullable String decision) implements SecurityEvent {

	public RequestServed {
		method = Redaction.method(method);
		path = Redaction.path(path);
	}

}
