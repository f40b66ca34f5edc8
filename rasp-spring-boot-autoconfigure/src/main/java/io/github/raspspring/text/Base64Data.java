package io.github.raspspring.text;

/**
 * Tells binary data in Base64 (RFC 4648, section 4), such as an image, from anything that
 * a language or a file system gives a meaning to. Data is long, and in each window of it
 * there are letters of both cases and digits, and few other signs: no statement, command
 * or path of that length has. Nor is it markup, script or an expression, which have signs
 * that Base64 has not.
 * <p>
 * By chance one window in 53,000 lacks digits, and one in 6,000 has more than eight
 * signs, while a megabyte consists of 16,000. So one window may, and one more for each 32
 * seen before, if both cases are frequent in it: of 200,000 random texts of a kilobyte
 * two were taken for text then, and none of longer ones. It excuses no attack: most
 * windows are as strict as ever, and there is no blank, quote, dot, line break or comment
 * of SQL that would set them apart from what hides in one. So a path leads through random
 * names, no command has such a name, and a statement fails on such an operand. What would
 * be skipped, as any number of slashes is, or fills two windows, as a long word may, is
 * text.
 * <p>
 * The other alphabet of section 5 is text for that reason: two hyphens begin a comment,
 * one an option. So is data in lines, each of which is a command to a shell.
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

	/** As many signs as no window has by chance. */
	private static final int TOO_MANY_SIGNS = 17;

	/** Letters of each case, fewer than any window has by chance. */
	private static final int FEWEST_LETTERS = 8;

	/** Windows for each one that may lack something. */
	private static final int RARE = 32;

	/** Larger than any number of windows. */
	private static final int TEXT = 1 << 30;

	private static final int BYTE = 0xFF;

	private static final long UPPER = 1;

	private static final long LOWER = 1L << 8;

	private static final long DIGIT = 1L << 16;

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
		int lacking = 0;
		int i = 0;
		for (; i + WINDOW <= end; i += WINDOW) {
			lacking += lack(count(text, i));
			if (lacking > mostLacking(i)) {
				return false;
			}
		}
		// The last window reaches back, so that all are of one size.
		return mayEnd(count(text, i - WINDOW), count(text, end - WINDOW), lacking, i);
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
		int lacking = 0;
		int i = start;
		for (; i + WINDOW <= end; i += WINDOW) {
			long kinds = count(bytes, i);
			if (kinds >= OTHER) {
				break;
			}
			lacking += lack(kinds);
			if (lacking > mostLacking(i - start)) {
				return -1;
			}
		}
		int last = i;
		while (last < end && KINDS[bytes[last] & BYTE] < OTHER) {
			last++;
		}
		boolean data = last - start >= SHORTEST
				&& mayEnd(count(bytes, i - WINDOW), count(bytes, last - WINDOW), lacking, i - start);
		int behind = behindPadding(bytes, last, end);
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

	/**
	 * Return 0 for a window that tells data, 1 for one that data has by chance, and more
	 * than may be of these for any other.
	 */
	private static int lack(long kinds) {
		int signs = (int) (kinds / SIGN);
		int digits = (int) (kinds / DIGIT) & BYTE;
		int lower = (int) (kinds / LOWER) & BYTE;
		int upper = (int) kinds & BYTE;
		if (signs <= MOST_SIGNS && digits > 0 && lower > 0 && upper > 0) {
			return 0;
		}
		boolean chance = (signs <= MOST_SIGNS || signs < TOO_MANY_SIGNS && digits > 0) && upper >= FEWEST_LETTERS
				&& lower >= FEWEST_LETTERS;
		return chance ? 1 : TEXT;
	}

	/**
	 * Return how many windows may lack something, up to the one that begins there.
	 */
	private static int mostLacking(int index) {
		return 1 + index / (RARE * WINDOW);
	}

	/**
	 * Tell whether data may end with a window that overlaps the last whole one. If that
	 * one lacks something, both may lack the same, and it is not counted twice.
	 */
	private static boolean mayEnd(long whole, long last, int lacking, int index) {
		int lack = lack(last);
		return lack == 0 || lack == 1 && (lack(whole) == 1 || lacking < mostLacking(index));
	}

	private static long[] kinds() {
		long[] kinds = new long[BYTE + 1];
		for (char c = 0; c < kinds.length; c++) {
			kinds[c] = Ascii.isLetter(c) ? ((c >= 'a') ? LOWER : UPPER)
					: Ascii.isDigit(c) ? DIGIT : (c == '+' || c == '/') ? SIGN : OTHER;
		}
		return kinds;
	}

}
