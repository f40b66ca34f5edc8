package io.github.raspspring.event;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

import io.github.raspspring.engine.Deliveries;
import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.engine.JvmErrors;
import io.github.raspspring.engine.event.DetectorFailed;
import io.github.raspspring.engine.event.SecurityEvent;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import io.github.raspspring.engine.event.SecurityEventTally;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Takes every security event and tells the history, the audit log and the application's
 * listeners, who are told in order and off the thread of the request. A listener that
 * throws harms neither the request nor what it is told next.
 */
public final class EventTrail implements SecurityEventPublisher {

	/** Characters of an event with all its findings. */
	private static final long WEIGHT = 4096;

	private final EventHistory history;

	private final AuditLog auditLog;

	private final FailureLog failures = new FailureLog();

	private final Supplier<List<SecurityEventTally>> tallies;

	private final ApplicationEventPublisher applicationEvents;

	private final Deliveries deliveries;

	private final Supplier<String> references;

	private final Clock clock;

	/**
	 * Create the trail.
	 * @param history keeps the latest events
	 * @param auditLog writes a line per event
	 * @param tallies count each event at once
	 * @param applicationEvents tells the application
	 * @param deliveries tells on which thread
	 * @param references makes a new unique reference at each call
	 * @param clock tells the time
	 */
	public EventTrail(EventHistory history, AuditLog auditLog, Supplier<List<SecurityEventTally>> tallies,
			ApplicationEventPublisher applicationEvents, Deliveries deliveries, Supplier<String> references,
			Clock clock) {
		this.history = history;
		this.auditLog = auditLog;
		this.tallies = tallies;
		this.applicationEvents = applicationEvents;
		this.deliveries = deliveries;
		this.references = references;
		this.clock = clock;
	}

	@Override
	public void publish(SecurityEvent event) {
		keep(event);
		count(event);
		this.deliveries.deliver(WEIGHT, () -> tell(event));
	}

	private void keep(SecurityEvent event) {
		this.history.add((event instanceof DetectorFailed failed) ? failed.withoutCause() : event);
		this.auditLog.write(event);
		if (event instanceof DetectorFailed failed && failed.cause() != null) {
			this.failures.write(failed.source(), failed.cause());
		}
	}

	private void count(SecurityEvent event) {
		try {
			this.tallies.get().forEach((tally) -> tally.count(event));
		}
		catch (Throwable ex) {
			JvmErrors.rethrow(ex);
			this.failures.write("event-tally", ex);
		}
	}

	private void tell(SecurityEvent event) {
		try {
			this.applicationEvents.publishEvent(event);
		}
		catch (Throwable ex) {
			JvmErrors.rethrow(ex);
			keep(DetectorFailed.of(this.references.get(), this.clock.instant(), "event-listener", ex,
					FailureMode.OPEN));
		}
	}

}
