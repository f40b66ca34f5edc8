package io.github.raspspring.autoconfigure.store;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import io.github.raspspring.autoconfigure.EventReferences;
import io.github.raspspring.engine.Redaction;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import io.github.raspspring.engine.event.StoreStateChanged;
import io.github.raspspring.store.CircuitListener;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Publishes the loss and the return of a store.
 */
final class StoreEvents implements CircuitListener {

	private static final Log logger = LogFactory.getLog("rasp");

	private static final Duration QUIET = Duration.ofMinutes(1);

	private static final long NEVER = Long.MIN_VALUE;

	private final AtomicLong lastWarning = new AtomicLong(NEVER);

	private final String store;

	private final ObjectProvider<SecurityEventPublisher> publisher;

	private final Clock clock;

	/**
	 * Create a publisher of events.
	 * @param store what the store is called in the log, with its address, free of secrets
	 * @param publisher takes the events
	 * @param clock tells the time
	 */
	StoreEvents(String store, ObjectProvider<SecurityEventPublisher> publisher, Clock clock) {
		this.store = store;
		this.publisher = publisher;
		this.clock = clock;
	}

	@Override
	public void lost(Throwable cause) {
		if (isDue()) {
			logger.warn("The store " + this.store + " does not answer (" + describe(cause)
					+ "); requests go on without it");
		}
		publish(false, cause.getClass().getName());
	}

	@Override
	public void recovered() {
		logger.info("The store " + this.store + " answers again");
		publish(true, "none");
	}

	/**
	 * A store that comes and goes is told of once a minute.
	 */
	private boolean isDue() {
		long now = this.clock.millis();
		long last = this.lastWarning.get();
		return (last == NEVER || now - last >= QUIET.toMillis()) && this.lastWarning.compareAndSet(last, now);
	}

	private static String describe(Throwable cause) {
		Throwable root = cause;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		String name = root.getClass().getSimpleName();
		return (root.getMessage() != null) ? name + ": " + Redaction.line(root.getMessage()) : name;
	}

	private void publish(boolean available, String cause) {
		StoreStateChanged event = new StoreStateChanged(EventReferences.next(), this.clock.instant(), available, cause);
		try {
			this.publisher.ifAvailable((target) -> target.publish(event));
		}
		catch (RuntimeException ex) {
			logger.warn("The state of the store " + this.store + " could not be published", ex);
		}
	}

}
