package io.github.raspspring.attack.markup;

import io.github.raspspring.text.Ascii;

/**
 * Tells whether an attribute begins where a quote has ended the value of another one that
 * the text was put into. Stateless.
 */
final class BrokenAttribute {

	private static final int LONGEST_NAME = 40;

	private static final int MOST_BLANKS = 16;

	/** How many other attributes may stand between the quote and the one that acts. */
	private static final int MOST_ATTRIBUTES = 4;

	private BrokenAttribute() {
	}

	/**
	 * Return whether a quote ends before an attribute, with at most some others between.
	 * @param text the text
	 * @param start where the attribute begins
	 */
	static boolean endsBefore(String text, int start) {
		int i = behindBlanks(text, start);
		for (int others = 0; others < MOST_ATTRIBUTES && i < start; others++) {
			int other = attribute(text, i);
			if (other == i) {
				break;
			}
			i = behindBlanks(text, other);
		}
		return endsWithQuote(text, i);
	}

	private static boolean endsWithQuote(String text, int i) {
		char c = Ascii.at(text, i - 1);
		return c == '"' || c == '\'' || c == '`';
	}

	private static int behindBlanks(String text, int end) {
		int i = end;
		while (i > 0 && end - i < MOST_BLANKS && (Ascii.isSpace(text.charAt(i - 1)) || text.charAt(i - 1) == '/')) {
			i--;
		}
		return i;
	}

	/**
	 * Return where an attribute begins that ends at an index: a word and the value
	 * assigned to it, or one of those that have none. If there is none, the index.
	 */
	private static int attribute(String text, int end) {
		int value = wordStart(text, end);
		if (value < end && Ascii.at(text, value - 1) == '=') {
			int name = wordStart(text, value - 1);
			return (name < value - 1) ? name : end;
		}
		boolean known = Ascii.startsWith(text, value, "autofocus") || Ascii.startsWith(text, value, "hidden")
				|| Ascii.startsWith(text, value, "contenteditable");
		return known ? value : end;
	}

	private static int wordStart(String text, int end) {
		int i = end;
		while (i > 0 && end - i < LONGEST_NAME && (Ascii.isWord(text.charAt(i - 1)) || text.charAt(i - 1) == '-')) {
			i--;
		}
		return i;
	}

}
