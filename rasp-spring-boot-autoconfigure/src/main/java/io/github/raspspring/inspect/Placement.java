package io.github.raspspring.inspect;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;

/**
 * Where a value stands, in bits that are free among the traits of its text, so that
 * detectors of few places are never asked about the others.
 */
final class Placement {

	/** The client chose the text as a name. */
	static final long NAME = 1L << 62;

	/** The text is the value of a header. */
	static final long HEADER = 1L << 63;

	private Placement() {
	}

	static long of(InputValue value) {
		if (value.kind() == InputValue.Kind.NAME) {
			return NAME;
		}
		return (value.location() == InputLocation.HEADER) ? HEADER : 0;
	}

}
