package io.github.raspspring.text;

/**
 * Tells binary data in Base64 (RFC 4648, section 4), such as an image, from anything that
 * a language or a file system gives a meaning to. Data is long, and wherever one looks it
 * has letters of both cases and digits, and few other signs: no statement, command or
 * path of that length does.
 */
public final class Base64Data {

	/** What the signs of Base64 may stand for elsewhere, and here do not. */
	public static final long MEANINGLESS = Traits.SQL | Traits.COMMAND | Traits.XPATH | Traits.SLASH
			| Traits.HEXADECIMAL;

	private static final int SHORTEST = 256;

	private static final int WINDOW = 64;

	private static final int MOST_SIGNS = 8;

	private Base64Data() {
	}

	/**
	 * Tell whether a text is data.
	 * @param text a text of nothing but letters, digits and the signs of Base64
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
			if (!isMixed(text, Math.min(start, end - WINDOW))) {
				return false;
			}
		}
		return true;
	}

	private static boolean isMixed(String text, int start) {
		int signs = 0;
		boolean upper = false;
		boolean lower = false;
		boolean digit = false;
		for (int i = start; i < start + WINDOW; i++) {
			char c = text.charAt(i);
			if (c >= 'a') {
				lower = true;
			}
			else if (c >= 'A' && c <= 'Z') {
				upper = true;
			}
			else if (Ascii.isDigit(c)) {
				digit = true;
			}
			else if (c != '+' && c != '/' || ++signs > MOST_SIGNS) {
				return false;
			}
		}
		return upper && lower && digit;
	}

}
