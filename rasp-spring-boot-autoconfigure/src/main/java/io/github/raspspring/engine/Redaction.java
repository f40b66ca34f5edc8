package io.github.raspspring.engine;

/**
 * Makes text from a request fit to be stored: what reveals the structure of an attack
 * stays, what reveals a secret goes.
 */
public final class Redaction {

	private static final int CONTEXT = 24;

	private static final int EVIDENCE_LENGTH = 96;

	private static final int LABEL_LENGTH = 120;

	private static final int LINE_LENGTH = 400;

	private Redaction() {
	}

	/**
	 * Return the shape of the text around a range: letters become {@code a}, digits
	 * {@code 9}, other non-ASCII and control characters {@code ?}; ASCII punctuation
	 * stays.
	 * @param text the text
	 * @param start index of the first character of interest
	 * @param end index behind the last character of interest
	 * @return at most 96 characters
	 */
	public static String around(CharSequence text, int start, int end) {
		int from = Math.max(0, Math.min(start, text.length()) - CONTEXT);
		int to = Math.min(text.length(), Math.max(start, end) + CONTEXT);
		to = Math.min(to, from + EVIDENCE_LENGTH);
		StringBuilder shape = new StringBuilder(to - from);
		for (int i = from; i < to; i++) {
			shape.append(mask(text.charAt(i)));
		}
		return shape.toString();
	}

	/**
	 * Return a name that may be shown: shortened, with blanks, quotes and all that is not
	 * ASCII replaced, so that it can't forge a line it is written to.
	 * @param name a name that the client may have chosen
	 * @return at most 120 characters
	 */
	public static String label(String name) {
		StringBuilder label = new StringBuilder(Math.min(name.length(), LABEL_LENGTH));
		for (int i = 0; i < name.length() && i < LABEL_LENGTH; i++) {
			char c = name.charAt(i);
			label.append((c > ' ' && c < 0x7F && c != '"') ? c : '?');
		}
		return label.toString();
	}

	/**
	 * Return what an operator wrote as one line: blanks and letters of any script stay,
	 * what could forge a line or end a quoted text is replaced.
	 * @param text the text
	 * @return at most 400 characters
	 */
	public static String line(String text) {
		StringBuilder line = new StringBuilder(Math.min(text.length(), LINE_LENGTH));
		for (int i = 0; i < text.length() && i < LINE_LENGTH; i++) {
			char c = text.charAt(i);
			boolean harmless = (c >= ' ' && c < 0x7F && c != '"') || (c > 0x7F && Character.isLetterOrDigit(c));
			line.append(harmless ? c : '?');
		}
		return line.toString();
	}

	private static char mask(char c) {
		if (c >= '0' && c <= '9') {
			return '9';
		}
		if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
			return ' ';
		}
		if (Character.isLetter(c)) {
			return 'a';
		}
		return (c > ' ' && c < 0x7F) ? c : '?';
	}

}
