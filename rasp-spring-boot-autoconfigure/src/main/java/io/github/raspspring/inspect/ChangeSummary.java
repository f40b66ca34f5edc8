package io.github.raspspring.inspect;

import io.github.raspspring.text.Ascii;

/**
 * A line that sums up a change as developers write it, with a label in front:
 * {@code sql: add index on orders}. No expression goes on behind a name with a colon, a
 * blank and three words, so that nothing behind it is run: servers read or run what comes
 * before first. Stateless.
 */
public final class ChangeSummary {

	private static final int LONGEST_LABEL = 24;

	private static final int FEWEST_WORDS = 3;

	private ChangeSummary() {
	}

	/**
	 * Tell whether a text is such a line, without anything by which it could leave a
	 * literal, a quoted name or a comment, or cut off what follows.
	 * @param text the text
	 */
	public static boolean is(String text) {
		int label = behindLabel(text);
		return label > 0 && hasWords(text, label) && isPlain(text);
	}

	private static int behindLabel(String text) {
		int i = word(text, 0);
		if (i == 0 || i > LONGEST_LABEL) {
			return -1;
		}
		if (Ascii.at(text, i) == '(') {
			int scope = word(text, i + 1);
			if (scope == i + 1 || Ascii.at(text, scope) != ')') {
				return -1;
			}
			i = scope + 1;
		}
		i += (Ascii.at(text, i) == '!') ? 1 : 0;
		return text.startsWith(": ", i) ? i + 2 : -1;
	}

	private static boolean hasWords(String text, int from) {
		int i = from;
		for (int words = 0; words < FEWEST_WORDS; words++) {
			int end = word(text, i);
			if (end == i || words < FEWEST_WORDS - 1 && Ascii.at(text, end) != ' ') {
				return false;
			}
			i = end + 1;
		}
		return true;
	}

	private static int word(String text, int from) {
		int i = from;
		while (Ascii.isLetter(Ascii.at(text, i))) {
			i++;
		}
		return i;
	}

	private static boolean isPlain(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			char next = Ascii.at(text, i + 1);
			boolean comment = (c == '-' || c == '/' || c == '*') && (next == '-' || next == '*' || next == '/');
			if (comment || c < ' ' || c >= 0x7F || "'\"`[]\\#$%{}".indexOf(c) >= 0) {
				return false;
			}
		}
		return true;
	}

}
