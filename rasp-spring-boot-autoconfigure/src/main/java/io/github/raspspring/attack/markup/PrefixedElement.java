package io.github.raspspring.attack.markup;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * An element with a prefix that stands for the name space of HTML or SVG, which makes it
 * the same as without (Namespaces in XML, 6). Remembers the prefix asked for last, and
 * looks for few others only. For one text. Not thread-safe.
 */
final class PrefixedElement {

	private static final int LONGEST_PREFIX = 40;

	private static final int MOST_PREFIXES = 64;

	private static final String DECLARATION = "xmlns:";

	private final String text;

	private long prefix;

	private boolean bound;

	private int prefixes;

	PrefixedElement(String text) {
		this.text = text;
	}

	/**
	 * Tell whether a colon stands before the name of an element that acts by itself.
	 */
	static boolean mayBeAt(String text, int colon) {
		int group = MarkupVocabulary.ELEMENTS.groupOf(HtmlLexer.hash(text, colon + 1));
		if (group != MarkupVocabulary.ACTIVE && group != MarkupVocabulary.SCRIPT) {
			return false;
		}
		int start = colon;
		while (start > 0 && colon - start <= LONGEST_PREFIX && isPrefix(text.charAt(start - 1))) {
			start--;
		}
		return start < colon && Ascii.at(text, start - 1) == '<';
	}

	/**
	 * Return the group of an element by its name behind the prefix, 0 if it acts not by
	 * itself or the prefix stands for something else.
	 * @param start index of the angle bracket
	 * @param end index behind the name
	 */
	int groupOf(int start, int end) {
		int colon = start + 1;
		long hash = HashedWords.SEED;
		while (colon < end && isPrefix(this.text.charAt(colon))) {
			hash = HashedWords.extend(hash, this.text.charAt(colon++));
		}
		if (Ascii.at(this.text, colon) != ':' || !mayBeAt(this.text, colon)) {
			return 0;
		}
		if (hash != this.prefix) {
			this.prefix = hash;
			this.bound = ++this.prefixes > MOST_PREFIXES || isBound(this.text.substring(start + 1, colon));
		}
		return this.bound ? MarkupVocabulary.ELEMENTS.groupOf(HtmlLexer.hash(this.text, colon + 1)) : 0;
	}

	private boolean isBound(String name) {
		String declaration = DECLARATION + name;
		for (int i = this.text.indexOf(declaration); i >= 0; i = this.text.indexOf(declaration, i + 1)) {
			int equals = Ascii.skipSpace(this.text, i + declaration.length());
			int value = Ascii.skipSpace(this.text, equals + 1) + 1;
			if (Ascii.at(this.text, equals) == '=' && (this.text.startsWith("http://www.w3.org/1999/xhtml", value)
					|| this.text.startsWith("http://www.w3.org/2000/svg", value))) {
				return true;
			}
		}
		return false;
	}

	private static boolean isPrefix(char c) {
		return Ascii.isWord(c) || c == '-' || c == '.';
	}

}
