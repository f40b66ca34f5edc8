package io.github.raspspring.inspect;

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
		long named = saysUrl(value.lastName()) ? URL_NAMED : 0;
		return (value.location() == InputLocation.HEADER) ? named | HEADER : named;
	}

	/**
	 * Tell whether a name ends with {@code url} or the like.
	 * @param name the name of a parameter
	 * @return {@code true} if it says that the value is the address of something
	 */
	public static boolean saysUrl(String name) {
		if (name.isEmpty()) {
			return false;
		}
		return switch (name.charAt(name.length() - 1) | 0x20) {
			case 'l' -> endsWith(name, "url");
			case 'i' -> endsWith(name, "uri");
			case 'k' -> endsWith(name, "webhook") || endsWith(name, "callback");
			case 't' -> endsWith(name, "endpoint");
			case 'f' -> endsWith(name, "href");
			default -> false;
		};
	}

	private static boolean endsWith(String name, String ending) {
		return name.regionMatches(true, name.length() - ending.length(), ending, 0, ending.length());
	}

}
