package io.github.raspspring.attack.markup;

import io.github.raspspring.text.CharacterPairs;

/**
 * The signs that markup and script act by, each told by the character before or behind
 * it, so that a walk over a text stops at few of those that code is full of: a quote
 * counts where something may go on behind it, a dot behind letters with which names of
 * functions end. Stateless.
 */
final class MarkupPairs {

	private static final String SIGNS = "<'\"`:&=";

	private static final String SIGNS_OF_CALLS = "(.[)";

	private static final int ALWAYS = 1;

	private static final int WITH_CALLS = 2;

	/**
	 * When a character matters, by its low byte: an index that needs no check. What is
	 * taken for a sign so is told by its neighbors.
	 */
	private static final byte[] MATTERS = new byte[0x100];

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

	static {
		SIGNS.chars().forEach((c) -> MATTERS[c] = ALWAYS);
		SIGNS_OF_CALLS.chars().forEach((c) -> MATTERS[c] = WITH_CALLS);
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
		int asked = calls ? ALWAYS | WITH_CALLS : ALWAYS;
		int i = sign(text, from, asked);
		while (i < text.length() && !PAIRS.containAt(text, i)) {
			i = sign(text, i + 1, asked);
		}
		return i;
	}

	private static int sign(String text, int from, int asked) {
		int length = text.length();
		for (int i = from; i < length; i++) {
			if ((MATTERS[text.charAt(i) & 0xFF] & asked) != 0) {
				return i;
			}
		}
		return length;
	}

	private static String blanks() {
		StringBuilder blanks = new StringBuilder();
		for (char c = 0; c <= ' '; c++) {
			blanks.append(c);
		}
		return blanks.toString();
	}

}
