package io.github.raspspring.inspect;

import io.github.raspspring.text.Ascii;

/**
 * Tells the lines of a script or program from a statement that an attacker adds to a
 * value. Stateless.
 */
public final class ProgramLines {

	private static final String[] STATEMENTS = { "if (", "for (", "while (", "return ", "echo ", "print " };

	private ProgramLines() {
	}

	/**
	 * Tell whether a semicolon ends one of several lines, as in a script.
	 * @param text the text
	 * @param semicolon index of the semicolon
	 * @param next index of what follows it
	 * @param first whether the line may be the first one
	 * @return {@code true} if it does
	 */
	public static boolean ends(String text, int semicolon, int next, boolean first) {
		int ends = 0;
		for (int i = semicolon; i < next; i++) {
			ends += (text.charAt(i) == '\n') ? 1 : 0;
		}
		return ends > 1 || ends == 1 && (first || text.lastIndexOf('\n', semicolon) >= 0
				|| endsWithCall(text, semicolon) || isAssignment(text, semicolon));
	}

	/**
	 * Tell whether a line ends between two places.
	 * @param text the text
	 * @param from index of the first place
	 * @param to index of the second place
	 * @return {@code true} if a line feed is between them
	 */
	public static boolean areBroken(String text, int from, int to) {
		for (int i = Math.max(0, from); i < to; i++) {
			if (text.charAt(i) == '\n') {
				return true;
			}
		}
		return false;
	}

	/**
	 * Tell whether the first line is an assignment or a block, as programs have.
	 */
	private static boolean isAssignment(String text, int semicolon) {
		char first = Ascii.at(text, 0);
		int equals = text.indexOf(" = ");
		int brace = text.indexOf('{');
		return (Ascii.isLetter(first) || first == '$')
				&& (equals > 0 && equals < semicolon || brace > 0 && brace < semicolon || beginsStatement(text));
	}

	private static boolean beginsStatement(String text) {
		for (String beginning : STATEMENTS) {
			if (text.startsWith(beginning)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Tell whether a call ends there, as most lines of a program do.
	 */
	private static boolean endsWithCall(String text, int semicolon) {
		int open = (Ascii.at(text, semicolon - 1) == ')') ? text.lastIndexOf('(', semicolon) : -1;
		char before = Ascii.at(text, open - 1);
		return open > 2 && (Ascii.isLetter(before) || before == '>');
	}

}
