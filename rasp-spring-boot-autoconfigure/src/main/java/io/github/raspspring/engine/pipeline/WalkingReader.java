package io.github.raspspring.engine.pipeline;

import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueReader;

/**
 * A reader that need not walk again over a text that a sieve of its own has walked over.
 */
public interface WalkingReader extends ValueReader {

	/** Nothing is known of a text. */
	long UNKNOWN = 0;

	/**
	 * Visit the readings of a value, as {@link #read(InputValue, long, Visitor)} does.
	 * @param value the value
	 * @param walked what a sieve of this reader has found in its very text, or
	 * {@link #UNKNOWN}
	 * @param interest the triggers of all active detectors, united
	 * @param visitor called for each reading
	 */
	void read(InputValue value, long walked, long interest, Visitor visitor);

	/**
	 * A sieve that tells what it found in the text that it walked over last.
	 */
	interface WalkingSieve extends Sieve {

		/**
		 * Return what was found.
		 * @return bits that mean something to the reader alone, or {@link #UNKNOWN}
		 */
		long walked();

	}

}
