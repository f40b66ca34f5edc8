package io.github.raspspring.attack.markup;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.CharacterSet;

/**
 * Characters in which there is nothing for {@link MarkupEvidence} and which begin no
 * token of {@link HtmlLexer} but one of their own: most of a text.
 */
final class InertMarkup {

	/** Inert wherever they stand. */
	private static final CharacterSet SIGNS = CharacterSet.of(" \t\r\f,=*+-#!~^_|{}]%$?;/0123456789").withBeyondAscii();

	/** What is so where a style may be, whose words are read at each place. */
	private static final CharacterSet IN_STYLE = CharacterSet.ofWords("").without("eEbB");

	private InertMarkup() {
	}

	/**
	 * Find the end of a run of inert characters. A letter is inert only where it goes on
	 * with a word: neither an attribute nor a scheme begins there.
	 * @param style whether a style may be there
	 */
	static int end(String text, int from, boolean style) {
		int i = from;
		char before = Ascii.at(text, i - 1);
		for (; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean inert = SIGNS.contains(c)
					|| Ascii.isLetter(c) && Ascii.isWord(before) && (!style || IN_STYLE.contains(c));
			if (!inert) {
				return i;
			}
			before = c;
		}
		return i;
	}

}
