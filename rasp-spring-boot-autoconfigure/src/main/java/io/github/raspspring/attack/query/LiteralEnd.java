package io.github.raspspring.attack.query;

import io.github.raspspring.text.Ascii;

/**
 * Finds where a text ends the literal that it is put into: behind the quote that follows
 * words at its beginning, or behind a number. Stateless.
 */
final class LiteralEnd {

	private static final int LONGEST = 96;

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
			if (!Ascii.isWord(c) && c < 0x80 && " @.-+*".indexOf(c) < 0) {
				return (number && i > 0) ? i : -1;
			}
			number &= Ascii.isDigit(c);
		}
		return -1;
	}

	/**
	 * Tell whether a literal is compared with one that words of a sentence go on with up
	 * to the end of the text: the two differ, so that nobody gains by it.
	 * @param close index of the quote that ends the first literal
	 * @param open index of what is compared with it
	 */
	static boolean isLeftToWords(String text, int close, int open) {
		char mark = text.charAt(close);
		if (Ascii.at(text, open) != mark || text.indexOf(mark, open + 1) >= 0) {
			return false;
		}
		int words = 0;
		for (int i = open + 1; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean letter = Ascii.isLetter(c) || c >= 0x80 && Character.isLetter(c);
			if (!letter && !Ascii.isDigit(c) && " .,;:?!()-\n".indexOf(c) < 0) {
				return false;
			}
			words += (c == ' ' && Ascii.isLetter(Ascii.at(text, i + 1)) && Ascii.isLetter(Ascii.at(text, i + 2))) ? 1
					: 0;
		}
		return words > 1;
	}

}
