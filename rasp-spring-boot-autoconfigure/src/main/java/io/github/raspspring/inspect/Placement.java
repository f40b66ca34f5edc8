package io.github.raspspring.inspect;

import io.github.raspspring.attack.url.UrlParameters;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;

/**
 * Where a value stands, in bits that are free among the traits of its text, so that
 * detectors of few places are never asked about the others.
 */
public final class Placement {

	/** The client chose the text as a name. */
	public static final long NAME = 1L << 62;

	/** The text is the value of a header. */
	public static final long HEADER = 1L << 63;

	/** The name of the parameter says that the value is the address of something. */
	public static final long URL_NAMED = 1L << 41;

	private Placement() {
	}

	static long of(InputValue value) {
		if (value.kind() == InputValue.Kind.NAME) {
			return NAME;
		}
		long named = UrlParameters.saysUrl(value.name()) ? URL_NAMED : 0;
		return (value.location() == InputLocation.HEADER) ? named | HEADER : named;
	}

}
