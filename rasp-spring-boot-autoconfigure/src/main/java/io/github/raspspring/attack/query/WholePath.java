package io.github.raspspring.attack.query;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * Tells a complete expression of XPath, as scrapers and test tools take it, from a piece
 * that is to land within one: it begins as a path or call does, its brackets are closed
 * by what opened them, and its literals stand where operands do. What fetches documents
 * is none, nor what reads elements that hold passwords. Stateless.
 */
final class WholePath {

	private static final String BEFORE_LITERAL = "(,=<>[|+!";

	private static final String[] FETCHING = { "doc(", "document(", "collection(", "unparsed-text" };

	/** Elements that no page has and no one scrapes. */
	private static final HashedWords SECRETS = HashedWords.of("password passwd pwd passwordhash secret");

	private static final int DEEPEST = 64;

	private WholePath() {
	}

	static boolean is(String text) {
		char first = Ascii.at(text, 0);
		if (!Ascii.isLetter(first) && "/.(@*".indexOf(first) < 0) {
			return false;
		}
		for (String function : FETCHING) {
			if (text.indexOf(function) >= 0) {
				return false;
			}
		}
		return isClosed(text);
	}

	private static boolean isClosed(String text) {
		long brackets = 1;
		int depth = 0;
		char last = '\0';
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '\'' || c == '"') {
				int end = text.indexOf(c, i + 1);
				if (end < 0 || BEFORE_LITERAL.indexOf(last) < 0 || Ascii.isWord(Ascii.at(text, end + 1))) {
					return false;
				}
				i = end;
			}
			else if ((c == 'p' || c == 's') && last != '@' && !Ascii.isLetter(Ascii.at(text, i - 1))
					&& SECRETS.groupOf(text, i, Ascii.endOfWord(text, i)) != 0) {
				return false;
			}
			else if (c == '(' || c == '[') {
				brackets = brackets << 1 | ((c == '[') ? 1 : 0);
				depth++;
			}
			else if (c == ')' || c == ']') {
				if (--depth < 0 || (brackets & 1) != ((c == ']') ? 1 : 0)) {
					return false;
				}
				brackets >>>= 1;
			}
			if (depth >= DEEPEST) {
				return false;
			}
			last = (c > ' ') ? c : last;
		}
		return depth == 0;
	}

}
