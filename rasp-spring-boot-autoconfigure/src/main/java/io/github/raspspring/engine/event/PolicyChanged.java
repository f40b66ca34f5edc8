package io.github.raspspring.engine.event;

import java.time.Instant;
import java.util.List;

/**
 * Modes, routes or patches were changed by the environment while the application runs, or
 * a change could not be read and what applied before still does. What an operator changes
 * is told by {@link OperatorActed}.
 *
 * @param reference handle of the event
 * @param occurredAt when it was done
 * @param source what brought the change, such as {@code environment}
 * @param taken whether it applies now
 * @param changes what is different, a few words each, or the reason why it is not taken
 */
public record PolicyChanged(String reference, Instant occurredAt, String source, boolean taken,
		List<String> changes) implements SecurityEvent {

	public PolicyChanged {
		changes = List.copyOf(changes);
	}

}
