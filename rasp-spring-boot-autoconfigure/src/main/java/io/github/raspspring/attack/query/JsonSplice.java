package io.github.raspspring.attack.query;

import io.github.raspspring.text.Ascii;

/**
 * Recognizes a text that ends the string of a JSON document it is put into, adds members,
 * and ends within another string, so that the document is whole again:
 * {@code x","role":"admin}, whichever the quotes. As many brackets are opened as were
 * closed, or one more or less. JSON itself and pieces of it begin with a bracket or a
 * name in quotes. Stateless.
 */
final class JsonSplice {

	private static final int MOST_CLOSERS = 32;

	private JsonSplice() {
	}

	static boolean is(String text) {
		return goesOn(text, text.indexOf('"')) || goesOn(text, text.indexOf('\''));
	}

	private static boolean goesOn(String text, int quote) {
		int closed = 0;
		int i = Ascii.skipSpace(text, quote + 1);
		while (i < quote + MOST_CLOSERS && (Ascii.at(text, i) == '}' || Ascii.at(text, i) == ']')) {
			closed++;
			i = Ascii.skipSpace(text, i + 1);
		}
		if (quote < 0 || Ascii.at(text, i) != ',' || !isPlain(text, quote)) {
			return false;
		}
		int name = Ascii.skipSpace(text, i + 1);
		int opened = (closed > 0 && Ascii.at(text, name) == '{') ? Ascii.skipSpace(text, name + 1) : name;
		char sign = text.charAt(quote);
		return isMember(text, opened, sign) && endsInString(text, name, closed, sign);
	}

	/**
	 * Whether no bracket stands before the quote that ends the string.
	 */
	private static boolean isPlain(String text, int quote) {
		for (int i = 0; i < quote; i++) {
			char c = text.charAt(i);
			if (c == '{' || c == '[' || c == ':' || c == '\\' || c == '"') {
				return false;
			}
		}
		return true;
	}

	private static boolean isMember(String text, int quote, char sign) {
		int end = quote + 1;
		while (Ascii.isWord(Ascii.at(text, end)) || "$.-".indexOf(Ascii.at(text, end)) >= 0) {
			end++;
		}
		return Ascii.at(text, quote) == sign && end > quote + 1 && Ascii.at(text, end) == sign
				&& Ascii.at(text, Ascii.skipSpace(text, end + 1)) == ':';
	}

	private static boolean endsInString(String text, int from, int closed, char sign) {
		int depth = -closed;
		boolean string = false;
		for (int i = from; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '\\') {
				i++;
			}
			else if (c == sign) {
				string = !string;
			}
			else if (!string) {
				depth += (c == '{' || c == '[') ? 1 : (c == '}' || c == ']') ? -1 : 0;
			}
		}
		return string && Math.abs(depth) <= ((closed > 0) ? 1 : 0);
	}

}
