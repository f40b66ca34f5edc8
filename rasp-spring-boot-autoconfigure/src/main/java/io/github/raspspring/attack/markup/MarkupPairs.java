package io.github.raspspring.attack.markup;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.CharacterSet;

/**
 * The signs that markup and script act by, each told by the character before or behind
 * it, so that a walk over a text stops at few of those that code is full of: a quote
 * counts where something may go on behind it, a dot behind letters with which names of
 * functions end. Stateless.
 */
final class MarkupPairs {

	private static final CharacterSet SIGNS = CharacterSet.of("<'\"`(.[):&=");

	private static final CharacterSet WITHOUT_CALLS = SIGNS.without("(.[)");

	/** Where the groups begin of which a character is the first of a pair. */
	private static final int FIRST = 16;

	private static final int ASCII = 0x80;

	private static final String QUOTES = "'\"`";

	private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

	/** What the names of functions and objects end with that scripts use. */
	private static final String ENDS_OF_SINKS = "tmlwnh";

	private static final String BLANKS = blanks();

	/**
	 * Of each character of ASCII, and of all others: the groups of pairs in which it is
	 * the second, and those in which it is the first.
	 */
	private static final int[] SIDES = new int[ASCII + 1];

	static {
		mark(0, "<", "iefablvpxshomtn/%" + BLANKS);
		mark(1, QUOTES, "})]&|*^?;+-");
		mark(2, ":", "eiabflvpxsh/\\ \0");
		mark(3, "&", "{#" + LETTERS);
		mark(4, "ta\\\u007F" + BLANKS, ":");
		mark(5, LETTERS + "0123456789_-:.@" + BLANKS, "=");
		mark(6, "(", QUOTES);
		mark(7, ENDS_OF_SINKS, "(.[)`");
	}

	private MarkupPairs() {
	}

	/**
	 * Find the next sign that stands next to what makes it matter.
	 * @param from index of the first character to look at
	 * @param calls whether names matter that are called
	 * @return its index, or the length of the text
	 */
	static int next(String text, int from, boolean calls) {
		CharacterSet signs = calls ? SIGNS : WITHOUT_CALLS;
		int i = signs.next(text, from);
		while (i < text.length() && !isPair(text, i)) {
			i = signs.next(text, i + 1);
		}
		return i;
	}

	private static boolean isPair(String text, int i) {
		int sign = SIDES[index(text.charAt(i))];
		int before = (i > 0) ? SIDES[index(text.charAt(i - 1))] : 0;
		int behind = (i + 1 < text.length()) ? SIDES[index(text.charAt(i + 1))] : 0;
		return (before >>> FIRST & sign | sign >>> FIRST & behind) != 0;
	}

	private static int index(char c) {
		return (c < ASCII) ? c : ASCII;
	}

	private static void mark(int group, String first, String second) {
		for (char c = 0; c < ASCII; c++) {
			SIDES[c] |= (first.indexOf(Ascii.fold(c)) >= 0) ? 1 << FIRST + group : 0;
			SIDES[c] |= (second.indexOf(Ascii.fold(c)) >= 0) ? 1 << group : 0;
		}
	}

	private static String blanks() {
		StringBuilder blanks = new StringBuilder();
		for (char c = 0; c <= ' '; c++) {
			blanks.append(c);
		}
		return blanks.toString();
	}

}
