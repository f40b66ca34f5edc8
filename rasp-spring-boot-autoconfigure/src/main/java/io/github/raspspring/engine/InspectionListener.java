package io.github.raspspring.engine;

/**
 * Told once when an exchange has completed: the place for learning, meters and limits
 * that depend on the answer. Every bean of this type takes part. Told off the thread of
 * the request, one exchange after the other, unless it is {@linkplain #isImmediate()
 * immediate}; whatever it throws is counted and goes no further.
 */
@FunctionalInterface
public interface InspectionListener {

	/**
	 * Take note of a completed exchange.
	 * @param inspection the exchange
	 * @param outcome how it ended
	 */
	void completed(Inspection inspection, Outcome outcome);

	/**
	 * Return whether to be told on the thread of the request, before its answer ends. For
	 * listeners that take no time and count what the next request is judged by; called by
	 * many threads at once.
	 * @return {@code false} unless overridden
	 */
	default boolean isImmediate() {
		return false;
	}

}
