package io.github.raspspring.inspect;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueDetector;
import io.github.raspspring.text.Traits;
import org.jspecify.annotations.Nullable;

/**
 * Where a value stands, in bits that are free among the traits of its text, so that
 * detectors of few places are never asked about the others.
 */
public final class Placement {

	/** The client chose the text as a name, and it has several parts. */
	public static final long NESTED_NAME = 1L << 62;

	/** The name of the parameter says that the value is the address of something. */
	public static final long URL_NAMED = 1L << 41;

	private static final String TOKEN = "access_token";

	/** What stands between the parts of a name, and the underscores of some. */
	private static final long JOINTS = Traits.DOT | Traits.BRACKET | Traits.SLASH | Traits.BLANK | Traits.SINGLE_QUOTE
			| Traits.DOUBLE_QUOTE | Traits.UNDERSCORE;

	private Placement() {
	}

	/**
	 * Return the bits of a value.
	 * @param traits the traits of the text that is read of it
	 */
	static long of(InputValue value, long traits) {
		if (value.kind() == InputValue.Kind.NAME) {
			return ofName(traits);
		}
		long named = ofValueNamed(value.lastName());
		return (value.location() == InputLocation.HEADER) ? named | ValueDetector.NAMED_VALUE : named;
	}

	static long ofName(long traits) {
		return ((traits & JOINTS) != 0) ? NESTED_NAME : 0;
	}

	static long ofValueNamed(@Nullable String name) {
		if (name == null) {
			return 0;
		}
		return (saysUrl(name) || namesFetched(name)) ? URL_NAMED : name.equals(TOKEN) ? ValueDetector.NAMED_VALUE : 0;
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
			case 'y' -> endsWith(name, "proxy");
			default -> false;
		};
	}

	/**
	 * Tell whether a name ends with that of a thing which servers fetch from elsewhere,
	 * such as a picture.
	 * @param name the name of a parameter
	 * @return {@code true} if the value may be the address of it
	 */
	public static boolean namesFetched(String name) {
		if (name.isEmpty()) {
			return false;
		}
		return switch (name.charAt(name.length() - 1) | 0x20) {
			case 'c' -> endsWith(name, "src");
			case 'd' -> endsWith(name, "feed");
			case 'e' -> endsWith(name, "image") || endsWith(name, "tile") || endsWith(name, "picture");
			case 'k' -> endsWith(name, "link");
			case 'm' -> endsWith(name, "upstream");
			case 'n' -> endsWith(name, "icon");
			case 'o' -> endsWith(name, "logo") || endsWith(name, "photo");
			case 'r' -> endsWith(name, "avatar") || endsWith(name, "poster");
			case 't' -> endsWith(name, "target") || endsWith(name, "host");
			default -> false;
		};
	}

	/**
	 * Most names differ in the first letter of the ending already.
	 */
	private static boolean endsWith(String name, String ending) {
		int start = name.length() - ending.length();
		char first = (start >= 0) ? name.charAt(start) : ' ';
		return (first >= 0x80 || (first | 0x20) == ending.charAt(0))
				&& name.regionMatches(true, start, ending, 0, ending.length());
	}

}
