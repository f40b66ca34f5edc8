package io.github.raspspring.attack.query;

import io.github.raspspring.text.Ascii;

/**
 * Recognizes a text that is a number and a condition of a digit, a node or a constant:
 * {@code 86 or 1}. In a sentence or a size that is a choice, so the place has to be one
 * where no choice is made. Stateless.
 */
final class NumberCondition {

	private static final int LONGEST = 48;

	private static final String[] OPERANDS = { "true()", "text()", "node()", "@", ".", "*", "//" };

	private NumberCondition() {
	}

	static boolean is(String text) {
		int number = digitsEnd(text, 0);
		if (number == 0 || text.length() > LONGEST) {
			return false;
		}
		int word = Ascii.skipSpace(text, number);
		int length = Ascii.startsWith(text, word, "or") ? 2 : Ascii.startsWith(text, word, "and") ? 3 : 0;
		int operand = Ascii.skipSpace(text, word + length);
		if (length == 0 || word == number || operand == word + length) {
			return false;
		}
		int end = digitsEnd(text, operand);
		return end == operand + 1 && Ascii.skipSpace(text, end) == text.length() || isNode(text, operand);
	}

	private static boolean isNode(String text, int operand) {
		for (String node : OPERANDS) {
			if (Ascii.startsWith(text, operand, node)) {
				return text.indexOf(' ', operand) < 0;
			}
		}
		return false;
	}

	private static int digitsEnd(String text, int start) {
		int i = start;
		while (Ascii.isDigit(Ascii.at(text, i))) {
			i++;
		}
		return i;
	}

}
