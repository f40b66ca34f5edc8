package io.github.raspspring.engine.event;

import java.util.List;

/**
 * A place to which events are written, such as a file or a receiver behind the network.
 * Called by one thread at a time, never that of a request unless configured; it may wait.
 */
public interface EventOutlet extends AutoCloseable {

	/**
	 * Return the name under which it is shown and counted.
	 * @return one lower-case word
	 */
	String name();

	/**
	 * Return whether an event belongs there. Called on threads of requests.
	 * @param event the event
	 * @return {@code true} unless overridden
	 */
	default boolean takes(EventRecord event) {
		return true;
	}

	/**
	 * Write events, all of them or none.
	 * @param events in the order in which they happened, at least one
	 * @throws UndeliverableException if it is of no use to try these again
	 * @throws Exception if they can't be written now
	 */
	void write(List<EventRecord> events) throws Exception;

	@Override
	default void close() {
	}

}
