package io.github.raspspring.attack.markup;

import io.github.raspspring.text.Ascii;

/**
 * Tells what the value of an attribute that handles an event would do.
 */
final class HandlerValue {

	private static final int LONGEST_VALUE = 64;

	private HandlerValue() {
	}

	/**
	 * Return whether a value in quotes first calls a function that attackers have no use
	 * for, as examples do.
	 */
	static boolean callsHarmless(String text, int value) {
		char quote = Ascii.at(text, value);
		if (quote != '"' && quote != '\'') {
			return false;
		}
		int i = value + 1;
		while (Ascii.isWord(Ascii.at(text, i))) {
			i++;
		}
		return i > value + 1 && Ascii.at(text, i) == '(' && Ascii.at(text, i + 1) == ')'
				&& !ScriptEvidence.isSink(text, i);
	}

	/**
	 * Return whether the value of a handler is one of JSX: a function that is named or
	 * made there but not called.
	 */
	static boolean isJsxHandler(String text, int value) {
		if (Ascii.at(text, value) != '{') {
			return false;
		}
		int i = value + 1;
		int limit = value + LONGEST_VALUE;
		while (i < text.length() && i < limit && (Ascii.isWord(text.charAt(i)) || isParameterList(text.charAt(i)))) {
			i++;
		}
		char c = Ascii.at(text, i);
		return (c == '}' && !hasCall(text, value, i)) || (c == '=' && Ascii.at(text, i + 1) == '>');
	}

	private static boolean isParameterList(char c) {
		return c == '(' || c == ')' || c == ',' || c == ' ' || c == '.';
	}

	private static boolean hasCall(String text, int from, int to) {
		for (int i = from; i < to; i++) {
			if (text.charAt(i) == '(') {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return whether the value of an attribute calls something.
	 */
	static boolean calls(String text, int value) {
		char quote = Ascii.at(text, value);
		boolean quoted = quote == '"' || quote == '\'' || quote == '`';
		int from = quoted ? value + 1 : value;
		for (int i = from; i < text.length() && i < from + LONGEST_VALUE; i++) {
			char c = text.charAt(i);
			boolean result = c == ')' && Ascii.at(text, i + 1) == '(';
			if (quoted ? c == quote : (c == ' ' || c == '>' || c == ')' && !result)) {
				return false;
			}
			boolean called = (c == '(' || c == '`') && i > from || result;
			if (called || c == ';' || c == '&' || c == '\\' || (c == ':' && Ascii.at(text, i - 1) == 't')) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return whether the value of an attribute assigns, throws or makes something.
	 */
	static boolean assigns(String text, int value) {
		char quote = Ascii.at(text, value);
		int from = (quote == '"' || quote == '\'') ? value + 1 : value;
		if (Ascii.startsWith(text, from, "throw ") || Ascii.startsWith(text, from, "new ")) {
			return true;
		}
		int i = from;
		while (i < from + LONGEST_VALUE && (Ascii.isWord(Ascii.at(text, i)) || Ascii.at(text, i) == '.'
				|| Ascii.at(text, i) == '[' || Ascii.at(text, i) == ']')) {
			i++;
		}
		return i > from && Ascii.at(text, i) == '=' && Ascii.at(text, i + 1) != '=';
	}

}
