package io.github.raspspring.attack.markup;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.CharacterSet;

/**
 * Tells whether a script goes on behind the end of a string literal that a text was put
 * into, and returns to it. Stateless.
 */
final class LeftLiteral {

	/** What an expression or statement may go on with. */
	private static final CharacterSet NEXT = CharacterSet.of("})]&|*^?;+-");

	private LeftLiteral() {
	}

	/**
	 * Return whether an expression or a statement may go on behind a quote.
	 */
	static boolean goesOnBehind(String text, int quote) {
		char next = Ascii.at(text, quote + 1);
		if (!NEXT.contains(next)) {
			return false;
		}
		char second = Ascii.at(text, quote + 2);
		boolean closes = (next == '}' || next == ')' || next == ']')
				&& (second == ';' || second == ')' || second == '}' || second == ',' && goesOn(text, quote + 3));
		boolean joined = (next == '&' || next == '|') && second == next || next == '*' || next == '^';
		boolean chosen = next == '?' && (Ascii.isLetter(second) || second == '.' || second == '(');
		return closes || joined || chosen || next == ';' || next == '+' || next == '-' && second != '-';
	}

	/**
	 * Return whether an expression goes on behind a comma, rather than data.
	 */
	private static boolean goesOn(String text, int from) {
		char c = Ascii.at(text, from);
		return Ascii.isLetter(c) || c == '(' || c == '[' && Ascii.isLetter(Ascii.at(text, from + 1));
	}

	/**
	 * Return whether a string goes on at an index as if it had never been left.
	 */
	static boolean isBackAt(String text, char quote, int i) {
		char c = text.charAt(i);
		char before = text.charAt(i - 1);
		if (c == '/' && before == '/') {
			return text.charAt(i - 2) != ':' && isOver(text, i + 1);
		}
		boolean joined = before == '+' || before == '-' || before == ';' || before == '{' || before == ':';
		return c == quote && joined && isOver(text, i + 1);
	}

	private static boolean isOver(String text, int i) {
		char c = Ascii.at(text, i);
		return c <= ' ' || c == ',' || c == ')' || c == ']' || c == '}' || c == '&' || c == '\'' || c == '"';
	}

	/**
	 * Return whether something is called or assigned at an index.
	 */
	static boolean runs(String text, int i) {
		char c = text.charAt(i);
		char before = text.charAt(i - 1);
		if (c == '(' || c == '`') {
			return Ascii.isWord(before) || before == ')' || before == ']' || before == '/' || before == '.';
		}
		return c == '=' && (Ascii.startsWith(text, i - 7, "onerror") || Ascii.startsWith(text, i - 8, "location"));
	}

}
