package io.github.raspspring.attack.markup;

import io.github.raspspring.text.Ascii;

/**
 * A word of a style, as old browsers read it. Stateless.
 */
final class StyleWord {

	private static final int LONGEST = 128;

	private static final String FUNCTION = "expression";

	private static final String[] PROPERTIES = { "behavior", "behaviour", "binding" };

	private static final String RULE = "@import";

	/** What the number of an ASCII letter begins with, in the long form. */
	private static final String ESCAPE = "\\00";

	private StyleWord() {
	}

	/**
	 * Return whether a word of a style stands there, comments and escapes within it
	 * dropped.
	 */
	static boolean isAt(String text, int from, String word) {
		int i = from;
		int matched = 0;
		while (matched < word.length() && i < text.length() && i < from + LONGEST) {
			char c = Ascii.fold(text.charAt(i));
			if (c == word.charAt(matched)) {
				matched++;
				i++;
			}
			else if (matched > 0 && c == '/' && Ascii.at(text, i + 1) == '*') {
				int end = i + 2;
				while (end < from + LONGEST && end < text.length()
						&& !(text.charAt(end) == '*' && Ascii.at(text, end + 1) == '/')) {
					end++;
				}
				i = end + 2;
			}
			else if (matched > 0 && (c == '\\' || c == '\0' || c == ' ')) {
				i++;
			}
			else {
				return false;
			}
		}
		return matched == word.length();
	}

	/**
	 * Tell whether a word that acts may stand behind a place. Each is told by the sign it
	 * ends or begins with, of which texts have fewer than of its letters.
	 */
	static boolean mayFollow(String text, int from) {
		for (int i = text.indexOf('(', from); i >= 0; i = text.indexOf('(', i + 1)) {
			if (mayEnd(text, i, FUNCTION)) {
				return true;
			}
		}
		for (int i = text.indexOf(':', from); i >= 0; i = text.indexOf(':', i + 1)) {
			for (String property : PROPERTIES) {
				if (mayEnd(text, i, property)) {
					return true;
				}
			}
		}
		for (int i = text.indexOf('@', from); i >= 0; i = text.indexOf('@', i + 1)) {
			if (isAt(text, i, RULE)) {
				return true;
			}
		}
		return text.indexOf(ESCAPE, from) >= 0;
	}

	/**
	 * Tell whether a word stands before a sign, or a comment does in which some of it may
	 * be dropped.
	 */
	private static boolean mayEnd(String text, int sign, String word) {
		int left = word.length();
		for (int i = sign - 1; left > 0 && i >= 0 && sign - i < LONGEST; i--) {
			char c = Ascii.fold(text.charAt(i));
			if (c == word.charAt(left - 1)) {
				left--;
			}
			else if (c != ' ' && c != '\\' && c != '\0') {
				return c == '/' && Ascii.at(text, i - 1) == '*';
			}
		}
		return left == 0;
	}

}
