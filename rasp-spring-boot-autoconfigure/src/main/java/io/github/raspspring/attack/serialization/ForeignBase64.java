package io.github.raspspring.attack.serialization;

import java.nio.charset.StandardCharsets;

/**
 * Recognizes objects of other platforms in Base64, by the bytes with which they begin:
 * pickles of Python that call a function or have a frame, what Ruby marshals, and what
 * the formatters of .NET write, alone or as the state of a page. Stateless.
 */
final class ForeignBase64 {

	/** Pickles that call first (protocols 2 and 3) or have a frame (4 and 5). */
	private static final String[] PICKLES = { "gAJj", "gANj", "gASV", "gAWV" };

	private static final String RUBY = "BAh";

	private static final String FORMATTER = "AAEAAAD/////";

	private static final String STATE_OF_PAGE = "/wEy";

	/** How a stream of the formatter is written behind one or two bytes. */
	private static final String[] WITHIN = { FORMATTER, "AAQAAAP////8B", "ABAAAA/////wE" };

	private static final int SHORTEST = 24;

	private static final int PROBE = 64;

	private ForeignBase64() {
	}

	/**
	 * Tell whether a text is one.
	 */
	static boolean isOne(String text) {
		if (text.length() < SHORTEST) {
			return false;
		}
		return switch (text.charAt(0)) {
			case 'g' -> isPickle(text);
			case 'A' -> text.startsWith(FORMATTER);
			case '/' -> text.startsWith(STATE_OF_PAGE) && holdsStream(text);
			case 'B' -> text.startsWith(RUBY) && isMarshalled(text);
			default -> false;
		};
	}

	private static boolean isPickle(String text) {
		for (String pickle : PICKLES) {
			if (text.startsWith(pickle)) {
				return text.charAt(text.length() - 1) == '=' || text.endsWith("Lg") || text.endsWith("Liu");
			}
		}
		return false;
	}

	private static boolean holdsStream(String text) {
		for (String stream : WITHIN) {
			int at = text.indexOf(stream);
			if (at > 0 && at < PROBE) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether an object of a class follows the version, or an array that names one of the
	 * classes by which gems are loaded. Sessions are hashes.
	 */
	private static boolean isMarshalled(String text) {
		byte[] probe = new byte[PROBE];
		int length = SerializedForms.decode(text, 0, probe);
		char kind = (char) probe[2];
		boolean object = kind == 'o' || kind == 'U' || kind == 'u';
		boolean named = probe[3] == ':' && probe[5] >= 'A' && probe[5] <= 'Z';
		String start = new String(probe, 0, length, StandardCharsets.ISO_8859_1);
		return object && named || kind == '[' && start.indexOf("Gem::") > 0;
	}

}
