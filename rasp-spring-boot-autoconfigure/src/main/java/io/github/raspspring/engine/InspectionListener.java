package io.github.raspspring.engine;

/**
 * Told once when an exchange has completed: the place for learning, meters and limits
 * that depend on the answer. Every bean of this type takes part. Called by many threads
 * at once; an exception is counted and goes no further.
 */
@FunctionalInterface
public interface InspectionListener {

	/**
	 * Take note of a completed exchange.
	 * @param inspection the exchange
	 * @param outcome how it ended
	 */
	void completed(Inspection inspection, Outcome outcome);

}
