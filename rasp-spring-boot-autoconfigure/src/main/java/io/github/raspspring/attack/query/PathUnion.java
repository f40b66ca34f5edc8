package io.github.raspspring.attack.query;

import io.github.raspspring.text.Ascii;

/**
 * Recognizes a path from the root that is united with what a broken literal selected, and
 * another joint before the quote that the application closes: {@code ") | //text() | ("},
 * or before a word behind that quote. Stateless.
 */
final class PathUnion {

	private PathUnion() {
	}

	/**
	 * Tell whether it follows.
	 * @param text the text
	 * @param joint where it would begin, behind what ends the literal
	 * @param quote what ended the literal
	 */
	static boolean follows(String text, int joint, char quote) {
		if (joint >= text.length() - 1 || !isJoint(text, joint)) {
			return false;
		}
		int last = text.length() - 1;
		while (last > joint && Ascii.isWord(text.charAt(last))) {
			last--;
		}
		if (text.charAt(last) != quote) {
			return false;
		}
		int path = Ascii.skipSpace(text, joint + 1);
		boolean rooted = Ascii.at(text, path) == '/'
				&& (Ascii.at(text, path + 1) == '/' || Ascii.at(text, path + 1) == '*');
		int i = last - 1;
		while (i > path && (text.charAt(i) <= ' ' || text.charAt(i) == '(')) {
			i--;
		}
		return rooted && i > path && isJoint(text, i);
	}

	/**
	 * Tell whether a text is a path that begins anywhere in a document, as no key does.
	 */
	static boolean isPath(String text) {
		int start = text.startsWith("..//") ? 2 : 0;
		boolean named = Ascii.isLetter(Ascii.at(text, start + 2)) || "*@".indexOf(Ascii.at(text, start + 2)) >= 0;
		if (!text.startsWith("//", start) || !named) {
			return false;
		}
		boolean steps = start > 0;
		for (int i = start; i < text.length(); i++) {
			steps |= i > start + 1 && "/*@[(|".indexOf(text.charAt(i)) >= 0;
			if (!Ascii.isWord(text.charAt(i)) && "/*@()[]:-= '\"|".indexOf(text.charAt(i)) < 0) {
				return false;
			}
		}
		return steps;
	}

	private static boolean isJoint(String text, int index) {
		char c = text.charAt(index);
		return c == ',' || c == '|' && text.charAt(index - 1) != '|' && text.charAt(index + 1) != '|';
	}

}
