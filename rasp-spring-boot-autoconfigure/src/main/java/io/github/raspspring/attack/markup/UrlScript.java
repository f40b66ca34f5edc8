package io.github.raspspring.attack.markup;

import io.github.raspspring.text.Ascii;

/**
 * What follows the scheme of a URL that runs scripts.
 */
final class UrlScript {

	private static final int LONGEST_NAME = 64;

	private UrlScript() {
	}

	/**
	 * Return whether script follows the scheme of a URL, rather than a sentence or the
	 * usual nothing.
	 */
	static boolean follows(String text, int from) {
		int i = from;
		while (i < text.length() && text.charAt(i) <= ' ') {
			i++;
		}
		if (Ascii.startsWith(text, i, "void(0)") || Ascii.startsWith(text, i, "void 0")) {
			return !isNothing(text, i + 7);
		}
		if (isOfServer(text, i)) {
			return false;
		}
		int nameStart = i;
		while (i < text.length() && i < nameStart + LONGEST_NAME && Ascii.isWord(text.charAt(i))) {
			i++;
		}
		char c = Ascii.at(text, i);
		if (i == nameStart && c == ';') {
			return Ascii.isLetter(Ascii.at(text, i + 1));
		}
		if (i == nameStart) {
			return c != '\0' && c != '"' && c != '\'' && c != ')' && c != ';' && c != '`' && c != ',' && c != '>'
					&& c != '.' || (c == '\'' || c == '"') && Ascii.isWord(Ascii.at(text, i + 1)) && i > from;
		}
		return switch (c) {
			case '(', '`', '=', '.', '[', '{', ':', '+', '&', '%', '\\', '/', '<' -> true;
			case '?' -> Ascii.at(text, i + 1) == '.';
			case ' ', '\t', '\n', '\r', '\f', '\u000B' ->
				nameStart == from && MarkupVocabulary.STATEMENTS.groupOf(text, nameStart, i) != 0;
			default -> false;
		};
	}

	/**
	 * Return whether a condition of ServiceNow asks its server for a value, with nothing
	 * but literals in the call: {@code sys_created_on>=javascript:gs.daysAgo(7)}. No
	 * browser has such an object, so a script would fail before the call.
	 */
	private static boolean isOfServer(String text, int from) {
		if (!text.startsWith("gs.", from)) {
			return false;
		}
		int i = behindCall(text, from + 3);
		while (i > 0 && Ascii.at(text, i) == '.') {
			i = behindCall(text, i + 1);
		}
		char behind = Ascii.at(text, i);
		return i > 0 && (behind == '^' || behind == '@' || i == text.length());
	}

	/**
	 * Return the index behind a call with nothing but literals, -1 if none is there.
	 */
	private static int behindCall(String text, int name) {
		int i = name;
		while (Ascii.isWord(Ascii.at(text, i))) {
			i++;
		}
		if (i == name || Ascii.at(text, i) != '(') {
			return -1;
		}
		i++;
		while (Ascii.isWord(Ascii.at(text, i)) || Ascii.at(text, i) != '\0' && "'\":, -".indexOf(text.charAt(i)) >= 0) {
			i++;
		}
		return (Ascii.at(text, i) == ')') ? i + 1 : -1;
	}

	/**
	 * Return whether nothing more is done behind the usual nothing.
	 */
	private static boolean isNothing(String text, int from) {
		int i = from;
		while (i < text.length() && (text.charAt(i) == ';' || text.charAt(i) == ' ')) {
			i++;
		}
		char c = Ascii.at(text, i);
		boolean ended = c == '\0' || c == '"' || c == '\'' || c == '>';
		return ended || i > from && Ascii.at(text, i - 1) == ' ' && Ascii.at(text, from) != ';';
	}

}
