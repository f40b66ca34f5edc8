package io.github.raspspring.attack.markup;

import io.github.raspspring.text.CharacterPairs;
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

	private static final String QUOTES = "'\"`";

	private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

	/** What the names of functions and objects end with that scripts use. */
	private static final String ENDS_OF_SINKS = "tmlwnh";

	/**
	 * What the names of references begin with that stand for a colon or for what browsers
	 * drop. All others stand for what no scheme has.
	 */
	private static final String REFERENCES = "ctnb";

	private static final String BLANKS = blanks();

	private static final CharacterPairs PAIRS = new CharacterPairs("<", "iefablvpxshomtn/%" + BLANKS, QUOTES,
			"})]&|*^?;+-", ":", "eiabflvpxsh/\\ \0", "&", "{#" + REFERENCES, "ta\\\u007F" + BLANKS, ":",
			LETTERS + "0123456789_-:.@" + BLANKS, "=", "(", QUOTES, ENDS_OF_SINKS, "(.[)`");

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
		while (i < text.length() && !PAIRS.containAt(text, i)) {
			i = signs.next(text, i + 1);
		}
		return i;
	}

	private static String blanks() {
		StringBuilder blanks = new StringBuilder();
		for (char c = 0; c <= ' '; c++) {
			blanks.append(c);
		}
		return blanks.toString();
	}

}
