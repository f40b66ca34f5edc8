package io.github.raspspring.attack.markup;

import io.github.raspspring.text.Ascii;

/**
 * A word of a style, as old browsers read it.
 */
final class StyleWord {

	private static final int LONGEST = 128;

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

}
