package io.github.raspspring.attack.expression;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * Recognizes a value that is a call of a bean as a whole:
 * {@code @dataSource.getConnection()}. Methods of Java have a capital within, unlike the
 * decorators of Python, and beans begin with a small letter, unlike annotations.
 * Stateless.
 */
final class BeanCall {

	private static final HashedWords BEANS = HashedWords.of("environment systemproperties systemenvironment");

	private static final int LONGEST = 512;

	private BeanCall() {
	}

	/**
	 * Return where the name of the first member ends, -1 if a text is no such call.
	 */
	static int at(String text, int start) {
		int bean = start + 1;
		int dot = Ascii.endOfWord(text, bean);
		char first = Ascii.at(text, bean);
		int member = Ascii.at(text, dot) == '?' ? dot + 2 : dot + 1;
		int end = Ascii.endOfWord(text, member);
		if (text.length() - start > LONGEST || dot == bean || first < 'a' || first > 'z'
				|| Ascii.at(text, member - 1) != '.' || !isCamel(text, member, end)) {
			return -1;
		}
		boolean known = BEANS.groupOf(text, bean, dot) != 0;
		boolean called = Ascii.at(text, end) == '(' && lastOf(text) == ')' && isArgument(text, end + 1);
		return (called || known) && isChain(text, end) ? end : -1;
	}

	/**
	 * Whether there is no argument, or the first is a literal, variable, type or bean. A
	 * word in parentheses is a remark.
	 */
	private static boolean isArgument(String text, int index) {
		int i = Ascii.skipSpace(text, index);
		char c = Ascii.at(text, i);
		int digits = i;
		while (Ascii.isDigit(Ascii.at(text, digits))) {
			digits++;
		}
		char next = Ascii.at(text, digits);
		return c == ')' || c == '\'' || c == '"' || c == '#' || c == '@' || digits > i && (next == ')' || next == ',')
				|| Ascii.startsWith(text, i, "t(") || Ascii.startsWith(text, i, "null");
	}

	private static boolean isCamel(String text, int start, int end) {
		boolean capital = false;
		for (int i = start; i < end; i++) {
			capital |= text.charAt(i) >= 'A' && text.charAt(i) <= 'Z';
		}
		return capital && text.charAt(start) >= 'a' && text.charAt(start) <= 'z';
	}

	/**
	 * Whether only members and arguments follow.
	 */
	private static boolean isChain(String text, int from) {
		int depth = 0;
		for (int i = from; i < text.length(); i++) {
			char c = text.charAt(i);
			depth += (c == '(' || c == '[') ? 1 : (c == ')' || c == ']') ? -1 : 0;
			boolean member = Ascii.isWord(c) || c == '.' || c == '?' || c == ')' || c == ']' || c == '(' || c == '[';
			if (c == '\n' || depth < 0 || depth == 0 && !member && Ascii.skipSpace(text, i) < text.length()) {
				return false;
			}
		}
		return depth == 0;
	}

	private static char lastOf(String text) {
		int last = text.length() - 1;
		while (last > 0 && text.charAt(last) <= ' ') {
			last--;
		}
		return text.charAt(last);
	}

}
