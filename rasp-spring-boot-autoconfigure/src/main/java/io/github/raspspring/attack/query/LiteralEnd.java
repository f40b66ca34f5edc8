package io.github.raspspring.attack.query;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.CharacterSet;

/**
 * Finds where a text ends the literal that it is put into: behind the quote that follows
 * words at its beginning, or behind a number. Stateless.
 */
final class LiteralEnd {

	private static final int LONGEST = 96;

	/** What words are made of, and what may stand between them. */
	private static final CharacterSet WORDS = CharacterSet.ofWords("_ @.-+*").withBeyondAscii();

	private LiteralEnd() {
	}

	/**
	 * Return the index behind the quote or number, -1 if anything but words comes first.
	 */
	static int of(String text) {
		int last = Math.min(text.length(), LONGEST);
		boolean number = true;
		for (int i = 0; i < last; i++) {
			char c = text.charAt(i);
			if (c == '\'' || c == '"') {
				return i + 1;
			}
			if (!WORDS.contains(c)) {
				return (number && i > 0) ? i : -1;
			}
			number &= Ascii.isDigit(c);
		}
		return -1;
	}

}
