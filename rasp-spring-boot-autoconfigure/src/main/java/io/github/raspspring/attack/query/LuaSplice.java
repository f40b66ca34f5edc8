package io.github.raspspring.attack.query;

import io.github.raspspring.text.Ascii;

/**
 * Recognizes a text that ends a literal of a script that Redis runs and goes on with a
 * call of the store or the host: {@code x"; redis.call('flushall'); return "}. It ends
 * within a literal again, or with a comment that cuts off the rest. Stateless.
 */
final class LuaSplice {

	private static final String[] CALLS = { "redis.call(", "redis.pcall(", "os.execute(", "io.popen(", "io.open(",
			"package.loadlib(" };

	private static final String[] STATEMENTS = { "return ", "local ", "or ", "and ", "end ", "then ", "redis." };

	private LuaSplice() {
	}

	static boolean is(String text) {
		int end = LiteralEnd.of(text);
		if (end < 0 || Ascii.isDigit(text.charAt(end - 1))) {
			return false;
		}
		int i = end;
		while (i < text.length() && " )]}".indexOf(text.charAt(i)) >= 0) {
			i++;
		}
		return goesOn(text, i, i > end) && calls(text, i) && isCompleted(text, text.charAt(end - 1));
	}

	private static boolean goesOn(String text, int start, boolean apart) {
		char c = Ascii.at(text, start);
		if (c == ';' || c == ',' || c == '.' && Ascii.at(text, start + 1) == '.') {
			return true;
		}
		for (String statement : STATEMENTS) {
			if (apart && text.startsWith(statement, start)) {
				return true;
			}
		}
		return false;
	}

	private static boolean calls(String text, int from) {
		for (String call : CALLS) {
			if (text.indexOf(call, from) >= 0) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether the last quote opens a literal that the application closes.
	 */
	private static boolean endsInLiteral(String text, char quote) {
		int last = text.length() - 1;
		while (last > 0 && Ascii.isWord(text.charAt(last))) {
			last--;
		}
		return text.charAt(last) == quote;
	}

	private static boolean isCompleted(String text, char quote) {
		String whole = text.stripTrailing();
		return endsInLiteral(whole, quote) || whole.endsWith("--") || whole.endsWith("--[[");
	}

}
