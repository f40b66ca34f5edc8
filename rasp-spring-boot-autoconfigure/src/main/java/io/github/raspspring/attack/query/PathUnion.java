package io.github.raspspring.attack.query;

import io.github.raspspring.text.Ascii;

/**
 * Recognizes a path from the root that is united with what a broken literal selected, and
 * another joint before the quote that the application closes: {@code ") | //text() | ("},
 * or before a word behind that quote. What ends the text is read once for all places
 * where a path may follow. Immutable.
 */
final class PathUnion {

	private final String text;

	/** Where the quote has to be that the application closes. */
	private final int last;

	/** Where the joint before it has to be. */
	private final int lastJoint;

	PathUnion(String text) {
		this.text = text;
		int i = text.length() - 1;
		while (i > 0 && Ascii.isWord(text.charAt(i))) {
			i--;
		}
		this.last = i;
		i--;
		while (i > 0 && (text.charAt(i) <= ' ' || text.charAt(i) == '(')) {
			i--;
		}
		this.lastJoint = i;
	}

	/**
	 * Tell whether the text ends as one does, and a path from the root follows a joint
	 * anywhere.
	 */
	boolean isPossible() {
		char quote = Ascii.at(this.text, this.last);
		return this.lastJoint > 0 && (quote == '\'' || quote == '"') && isJoint(this.text, this.lastJoint)
				&& (joins("//") || joins("/*"));
	}

	private boolean joins(String root) {
		for (int i = this.text.indexOf(root); i >= 0; i = this.text.indexOf(root, i + 1)) {
			int before = i - 1;
			while (before > 0 && Ascii.isSpace(this.text.charAt(before))) {
				before--;
			}
			if (before > 0 && isJoint(this.text, before)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Tell whether it follows.
	 * @param joint where it would begin, behind what ends the literal
	 * @param quote what ended the literal
	 */
	boolean follows(int joint, char quote) {
		if (joint >= this.last || !isJoint(this.text, joint) || this.text.charAt(this.last) != quote) {
			return false;
		}
		int path = Ascii.skipSpace(this.text, joint + 1);
		boolean rooted = Ascii.at(this.text, path) == '/'
				&& (Ascii.at(this.text, path + 1) == '/' || Ascii.at(this.text, path + 1) == '*');
		return rooted && this.lastJoint > path && isJoint(this.text, this.lastJoint);
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
