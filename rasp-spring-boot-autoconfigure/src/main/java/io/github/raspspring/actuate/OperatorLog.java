package io.github.raspspring.actuate;

import java.security.Principal;
import java.time.Clock;
import java.util.function.Supplier;

import io.github.raspspring.engine.Redaction;
import io.github.raspspring.engine.SectionOperation;
import io.github.raspspring.engine.event.OperatorActed;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what operators do. Thread-safe.
 */
public final class OperatorLog {

	private final SecurityEventPublisher publisher;

	private final Supplier<String> references;

	private final Clock clock;

	/**
	 * Create a log.
	 * @param publisher takes the events
	 * @param references makes a new unique reference at each call
	 * @param clock tells the time
	 */
	public OperatorLog(SecurityEventPublisher publisher, Supplier<String> references, Clock clock) {
		this.publisher = publisher;
		this.references = references;
		this.clock = clock;
	}

	void record(@Nullable Principal operator, String section, SectionOperation operation) {
		String name = (operator != null) ? Redaction.line(operator.getName()) : "anonymous";
		String detail = operation.arguments().isEmpty() ? "" : Redaction.line(operation.arguments().toString());
		this.publisher.publish(new OperatorActed(this.references.get(), this.clock.instant(), name,
				Redaction.label(operation.name()), section + ' ' + Redaction.line(operation.target()), detail));
	}

}
