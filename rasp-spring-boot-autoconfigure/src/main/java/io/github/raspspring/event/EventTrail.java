package io.github.raspspring.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.raspspring.engine.Deliveries;
import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.engine.JvmErrors;
import io.github.raspspring.engine.event.DetectorFailed;
import io.github.raspspring.engine.event.EventRecord;
import io.github.raspspring.engine.event.SecurityEvent;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import io.github.raspspring.engine.event.SecurityEventTally;

/**
 * Takes every security event and tells the history, the places events are written to and
 * the application's listeners. What is repeated is told in full once and counted from
 * then on; listeners are told of each. Nothing here waits for anybody, and a listener
 * that throws harms neither the request nor what it is told next.
 */
public final class EventTrail implements SecurityEventPublisher {

	/** Characters of an event with all its findings. */
	private static final long WEIGHT = 4096;

	private final EventHistory history;

	private final EventRecorder recorder;

	private final Repeats repeats;

	private final FailureLog failures = new FailureLog();

	private final Consumer<EventRecord> outlets;

	private final Supplier<List<SecurityEventTally>> tallies;

	private final Consumer<SecurityEvent> listeners;

	private final Deliveries deliveries;

	private final Supplier<String> references;

	private final Clock clock;

	/**
	 * Create the trail.
	 * @param history keeps the latest events
	 * @param recorder tells events in full
	 * @param window how long repeats are folded, zero to tell each
	 * @param outlets takes each event that is told; neither waits nor throws
	 * @param tallies count each event at once
	 * @param listeners tells the application
	 * @param deliveries tells on which thread
	 * @param references makes a new unique reference at each call
	 * @param clock tells the time
	 */
	public EventTrail(EventHistory history, EventRecorder recorder, Duration window, Consumer<EventRecord> outlets,
			Supplier<List<SecurityEventTally>> tallies, Consumer<SecurityEvent> listeners, Deliveries deliveries,
			Supplier<String> references, Clock clock) {
		this.history = history;
		this.recorder = recorder;
		this.repeats = new Repeats(window);
		this.outlets = outlets;
		this.tallies = tallies;
		this.listeners = listeners;
		this.deliveries = deliveries;
		this.references = references;
		this.clock = clock;
	}

	@Override
	public void publish(SecurityEvent event) {
		keep(event);
		count(event);
		this.deliveries.deliver(WEIGHT, event.getClass().getSimpleName(), () -> tell(event));
	}

	/**
	 * Tell how often events were repeated whose window has ended. To be called every few
	 * seconds.
	 */
	public void tellRepeats() {
		tellRepeats(this.clock.instant());
	}

	/**
	 * Tell of all repeats, ended or not.
	 */
	public void close() {
		tellRepeats(Instant.MAX);
	}

	private void tellRepeats(Instant now) {
		for (Repeats.Fold fold : this.repeats.closed(now)) {
			write(fold.told());
		}
	}

	private void keep(SecurityEvent event) {
		EventRecord record = this.recorder.record(event);
		Repeats.Fold fold = this.repeats.admit(record, this.clock.instant());
		if (fold != null) {
			this.history.repeat(fold.first().reference(), record);
		}
		else {
			this.history.add((event instanceof DetectorFailed failed) ? failed.withoutCause() : event, record);
			write(record);
		}
		if (event instanceof DetectorFailed failed && failed.cause() != null) {
			this.failures.write(failed.source(), failed.cause());
		}
	}

	private void write(EventRecord record) {
		this.outlets.accept(record);
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
			this.listeners.accept(event);
		}
		catch (Throwable ex) {
			JvmErrors.rethrow(ex);
			keep(DetectorFailed.of(this.references.get(), this.clock.instant(), "event-listener", ex,
					FailureMode.OPEN));
		}
	}

}
