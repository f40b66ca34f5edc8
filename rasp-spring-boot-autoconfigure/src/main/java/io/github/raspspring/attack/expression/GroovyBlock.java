package io.github.raspspring.attack.expression;

import io.github.raspspring.text.Ascii;

/**
 * Recognizes a value of Groovy that executes a text as a command within a block, a list,
 * an exception or an assertion: {@code {->"id".execute()}()}. A sentence that shows such
 * a call does not begin like one. Stateless.
 */
final class GroovyBlock {

	private static final String CALL = ".execute()";

	private static final String[] BEGINNINGS = { "throw new ", "assert ", "with(", "eval(", "evaluate(" };

	private static final int LONGEST = 512;

	private GroovyBlock() {
	}

	/**
	 * Return the index behind the call, -1 if a text is none.
	 */
	static int at(String text, int start) {
		char first = Ascii.at(text, start);
		if (text.length() - start > LONGEST || first != '{' && first != '(' && first != '[' && !begins(text, start)) {
			return -1;
		}
		int call = text.indexOf(CALL, start);
		int end = (call > 0 && text.charAt(call - 1) == ']') ? call - 2 : call - 1;
		char quote = Ascii.at(text, end);
		if (call < 0 || quote != '\'' && quote != '"') {
			return -1;
		}
		int open = text.lastIndexOf(quote, end - 1);
		int before = open - 1;
		while (before > start && Ascii.isSpace(text.charAt(before))) {
			before--;
		}
		boolean code = open > start && "({[>,=;".indexOf(text.charAt(before)) >= 0 || begins(text, start);
		return (code && !isToldOf(text, call + CALL.length())) ? call + CALL.length() : -1;
	}

	/**
	 * Tell whether a word follows a call, as in a sentence.
	 */
	static boolean isToldOf(String text, int end) {
		int closed = end;
		while (Ascii.at(text, closed) == ')' || Ascii.at(text, closed) == ']' || Ascii.at(text, closed) == '}') {
			closed++;
		}
		int next = Ascii.skipSpace(text, closed);
		return next > closed && Ascii.isLetter(Ascii.at(text, next));
	}

	private static boolean begins(String text, int start) {
		for (String beginning : BEGINNINGS) {
			if (Ascii.startsWith(text, start, beginning)) {
				return true;
			}
		}
		return false;
	}

}
