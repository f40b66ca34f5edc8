package io.github.raspspring.behavior;

/**
 * Reads the segments of a path as the application does: what follows a semicolon belongs
 * to no object, and {@code %37} is a seven.
 */
final class ObjectSegments {

	/** What stands for a text that is no number. */
	static final long NO_NUMBER = Long.MIN_VALUE;

	private static final int MOST_DIGITS = 18;

	private ObjectSegments() {
	}

	/**
	 * Return a path without what does not name the object.
	 */
	static String plain(String path) {
		String plain = (path.indexOf(';') >= 0) ? withoutParameters(path) : path;
		plain = (plain.indexOf('%') >= 0) ? decoded(plain) : plain;
		return (plain.length() > 1 && plain.endsWith("/")) ? plain.substring(0, plain.length() - 1) : plain;
	}

	private static String withoutParameters(String path) {
		StringBuilder plain = new StringBuilder(path.length());
		boolean parameter = false;
		for (int i = 0; i < path.length(); i++) {
			char c = path.charAt(i);
			parameter = c == ';' || parameter && c != '/';
			if (!parameter) {
				plain.append(c);
			}
		}
		return plain.toString();
	}

	/**
	 * An encoded slash is part of its segment and stays as it is.
	 */
	private static String decoded(String path) {
		StringBuilder plain = new StringBuilder(path.length());
		for (int i = 0; i < path.length(); i++) {
			char c = path.charAt(i);
			int high = (c == '%' && i + 2 < path.length()) ? Character.digit(path.charAt(i + 1), 16) : -1;
			int low = (high >= 0) ? Character.digit(path.charAt(i + 2), 16) : -1;
			if (low >= 0 && (high << 4 | low) != '/') {
				plain.append((char) (high << 4 | low));
				i += 2;
			}
			else {
				plain.append(c);
			}
		}
		return plain.toString();
	}

	/**
	 * Return the number that a part of a text is, or {@link #NO_NUMBER}.
	 */
	static long number(String text, int start, int end) {
		int length = end - start;
		if (length < 1 || length > MOST_DIGITS) {
			return NO_NUMBER;
		}
		long number = 0;
		for (int i = start; i < end; i++) {
			int digit = text.charAt(i) - '0';
			if (digit < 0 || digit > 9) {
				return NO_NUMBER;
			}
			number = number * 10 + digit;
		}
		return number;
	}

}
