package io.github.raspspring.engine;

/**
 * Port through which values are turned into the readings that detectors judge. Called by
 * many threads at once.
 */
@FunctionalInterface
public interface ValueReader {

	/** Reads each value just as it arrived. */
	ValueReader AS_ARRIVED = (value, interest, visitor) -> visitor.visit(ValueView.asArrived(value));

	/**
	 * Visit the readings of a value. Readings whose traits don't meet the interest are
	 * left out.
	 * @param value the value
	 * @param interest the triggers of all active detectors, united
	 * @param visitor called for each reading, the one as it arrived first
	 */
	void read(InputValue value, long interest, Visitor visitor);

	/**
	 * Tell whether a value is a secret, which is not kept beyond its request.
	 * @param value the value
	 * @return {@code true} if it is, by the name of its field
	 */
	default boolean isSecret(InputValue value) {
		return false;
	}

	/**
	 * Takes the readings of a value.
	 */
	@FunctionalInterface
	interface Visitor {

		/**
		 * Take a reading.
		 * @param view the reading, valid during the call only
		 */
		void visit(ValueView view);

	}

}
