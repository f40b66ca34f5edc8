package io.github.raspspring.engine.event;

import java.time.Instant;
import java.util.List;

/**
 * The application is used, or answers, in a way that is not usual. No single request is
 * to blame.
 *
 * @param reference handle of the event
 * @param occurredAt when it was noticed
 * @param source what noticed it, such as {@code trend} or {@code health}
 * @param target what is unusual, such as a route
 * @param detail in which way, made of numbers and words of the product
 * @param clients who does most of it, the first most, shortened and free of control
 * characters
 */
public record AnomalyObserved(String reference, Instant occurredAt, String source, String target, String detail,
		List<String> clients) implements SecurityEvent {

	public AnomalyObserved {
		clients = List.copyOf(clients);
	}

}
