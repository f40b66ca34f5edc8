package io.github.raspspring.attack.expression;

import io.github.raspspring.engine.InputValue;
import io.github.raspspring.text.Ascii;

/**
 * Recognizes a formula that is nothing but the end of the engine that evaluates it:
 * {@code quit()}, {@code exit(1)}. Elsewhere people ask about such calls, so the field
 * has to be one for formulas. Stateless.
 */
final class EngineEnd {

	private static final String[] CALLS = { "quit(", "exit(" };

	private static final String[] FIELDS = { "formula", "expression", "expr", "script", "rule", "condition" };

	private static final int LONGEST = 16;

	private EngineEnd() {
	}

	static boolean is(String text, InputValue input) {
		if (text.length() > LONGEST) {
			return false;
		}
		for (String call : CALLS) {
			int end = call.length();
			if (Ascii.startsWith(text, 0, call)) {
				while (Ascii.isDigit(Ascii.at(text, end)) || Ascii.at(text, end) == '-') {
					end++;
				}
				boolean closed = Ascii.at(text, end) == ')';
				int last = (Ascii.at(text, end + 1) == ';') ? end + 2 : end + 1;
				return closed && Ascii.skipSpace(text, last) == text.length() && isFormula(input.lastName());
			}
		}
		return false;
	}

	private static boolean isFormula(String name) {
		for (String field : FIELDS) {
			for (int i = 0; i + field.length() <= name.length(); i++) {
				if (Ascii.startsWith(name, i, field)) {
					return true;
				}
			}
		}
		return false;
	}

}
