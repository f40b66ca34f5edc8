package io.github.raspspring.attack.expression;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * Recognizes a value that as a whole, or behind one word, asks a template engine for its
 * own state: the settings of the application, the template itself, or all there is for
 * debugging. Placeholders name the data of the application instead. Stateless.
 */
final class ShownState {

	private static final HashedWords OBJECTS = HashedWords.of("config self _self _context settings", "debug");

	private static final int LONGEST_WORD = 32;

	private ShownState() {
	}

	/**
	 * Tell whether an expression is all of a text, or follows the only word before it.
	 */
	static boolean follows(String text, int opening) {
		int word = Ascii.skipSpace(text, 0);
		int end = word;
		while (end < opening && end - word < LONGEST_WORD && !Ascii.isSpace(text.charAt(end))) {
			end++;
		}
		return Ascii.skipSpace(text, end) == opening;
	}

	/**
	 * Return the length of a text that is such an expression, -1 if it is none.
	 */
	static int endOf(String text, int start) {
		boolean tag = text.startsWith("{%", start);
		if (!tag && !text.startsWith("{{", start)) {
			return -1;
		}
		int name = Ascii.skipSpace(text, start + 2);
		int end = name;
		while (Ascii.isWord(Ascii.at(text, end))) {
			end++;
		}
		int group = OBJECTS.groupOf(text, name, end);
		int close = Ascii.skipSpace(text, text.startsWith(".items()", end) ? end + 8 : end);
		boolean named = group != 0 && (!Ascii.startsWith(text, name, "settings") || Ascii.skipSpace(text, 0) == start);
		boolean closed = named && text.startsWith(tag ? "%}" : "}}", close)
				&& Ascii.skipSpace(text, close + 2) == text.length();
		return (closed && group == (tag ? 2 : 1)) ? close + 2 : -1;
	}

}
