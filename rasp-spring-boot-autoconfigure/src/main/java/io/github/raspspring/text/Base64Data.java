package io.github.raspspring.text;

/**
 * Tells binary data in Base64 (RFC 4648, section 4), such as an image, from anything that
 * a language or a file system gives a meaning to. Data is long, and wherever one looks it
 * has letters of both cases and digits, and few other signs: no statement, command or
 * path of that length does. Nor is it markup, script or an expression, which have signs
 * that Base64 has not.
 */
public final class Base64Data {

	/** What the signs of Base64 may stand for elsewhere, and here do not. */
	public static final long MEANINGLESS = Traits.SQL | Traits.COMMAND | Traits.XPATH | Traits.SLASH
			| Traits.HEXADECIMAL;

	/** What any data is taken to have, so that its characters are not looked at again. */
	static final long TRAITS = Traits.LETTER | Traits.DIGIT | Traits.PLUS | Traits.EQUALS | Traits.TYPE_MARK
			| Traits.TYPE_HINT | Traits.EXPRESSION_WORD;

	private static final int SHORTEST = 256;

	private static final int WINDOW = 64;

	private static final int MOST_SIGNS = 8;

	private static final int BYTE = 0xFF;

	private static final long UPPER = 1;

	private static final long LOWER = 1L << 8;

	private static final long FIGURE = 1L << 16;

	private static final long SIGN = 1L << 24;

	/** Not of the alphabet. Larger than any number of those that are. */
	private static final long OTHER = 1L << 32;

	/** Of each character one of the kinds above, so that sums count all of them. */
	private static final long[] KINDS = kinds();

	private Base64Data() {
	}

	/**
	 * Tell whether a text is data.
	 * @param text any text
	 * @return {@code true} if it can't be anything else
	 */
	public static boolean is(String text) {
		int length = text.length();
		if (length < SHORTEST) {
			return false;
		}
		int end = text.endsWith("==") ? length - 2 : text.endsWith("=") ? length - 1 : length;
		for (int start = 0; start < end; start += WINDOW) {
			// The last window reaches back, so that all are of one size.
			if (!isMixed(count(text, Math.min(start, end - WINDOW)))) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Return the traits by which detectors are chosen that know data of some kind.
	 * @param data a text that is data
	 * @return the bits, of signs with which such data begins even where it has none
	 */
	public static long traitsOf(String data) {
		return (data.indexOf("//") >= 0) ? TRAITS | Traits.URL : TRAITS;
	}

	/**
	 * Find the end of data that stands among other bytes, up to a quotation mark.
	 * @param bytes what it stands in
	 * @param start index of its first byte
	 * @param end index behind the last byte to look at
	 * @return the index behind it, -1 if there is no data
	 */
	static int end(byte[] bytes, int start, int end) {
		if (end - start < SHORTEST || !mayBe(bytes, start)) {
			return -1;
		}
		int i = start;
		while (i + WINDOW <= end) {
			long kinds = count(bytes, i);
			if (kinds >= OTHER) {
				break;
			}
			if (!isMixed(kinds)) {
				return -1;
			}
			i += WINDOW;
		}
		while (i < end && KINDS[bytes[i] & BYTE] < OTHER) {
			i++;
		}
		boolean data = i - start >= SHORTEST && isMixed(count(bytes, i - WINDOW));
		int behind = behindPadding(bytes, i, end);
		return (data && behind < end && bytes[behind] == '"') ? behind : -1;
	}

	/**
	 * Look at a few bytes, which rules out most texts at once.
	 */
	private static boolean mayBe(byte[] bytes, int start) {
		for (int i = start + WINDOW - 1; i < start + SHORTEST; i += WINDOW) {
			if (KINDS[bytes[i] & BYTE] == OTHER) {
				return false;
			}
		}
		return true;
	}

	private static int behindPadding(byte[] bytes, int from, int end) {
		int i = from;
		while (i < end && i < from + 2 && bytes[i] == '=') {
			i++;
		}
		return i;
	}

	private static long count(byte[] bytes, int start) {
		long kinds = 0;
		for (int i = start; i < start + WINDOW; i++) {
			kinds += KINDS[bytes[i] & BYTE];
		}
		return kinds;
	}

	private static long count(String text, int start) {
		long kinds = 0;
		for (int i = start; i < start + WINDOW; i++) {
			char c = text.charAt(i);
			kinds += (c <= BYTE) ? KINDS[c] : OTHER;
		}
		return kinds;
	}

	private static boolean isMixed(long kinds) {
		return kinds < OTHER && kinds <= MOST_SIGNS * SIGN + SIGN - 1 && (kinds & BYTE * UPPER) != 0
				&& (kinds & BYTE * LOWER) != 0 && (kinds & BYTE * FIGURE) != 0;
	}

	private static long[] kinds() {
		long[] kinds = new long[BYTE + 1];
		for (char c = 0; c < kinds.length; c++) {
			kinds[c] = Ascii.isLetter(c) ? ((c >= 'a') ? LOWER : UPPER)
					: Ascii.isDigit(c) ? FIGURE : (c == '+' || c == '/') ? SIGN : OTHER;
		}
		return kinds;
	}

}
