package io.github.raspspring.attack.query;

import io.github.raspspring.text.Ascii;

/**
 * Recognizes a text that ends a group or phrase of a query string of Lucene, joins
 * another term, and begins a group or phrase that the application ends:
 * {@code x) OR _exists_:pin OR (a:*}. Stateless.
 */
final class LuceneSplice {

	private static final String[] OPERATORS = { "OR", "AND", "NOT", "||", "&&" };

	private LuceneSplice() {
	}

	static boolean is(String text) {
		return endsGroup(text, lastOf(text, text.indexOf(')'))) || endsPhrase(text, text.indexOf('"'));
	}

	/**
	 * Return the index of the last sign of a run.
	 */
	private static int lastOf(String text, int close) {
		int i = close;
		while (i >= 0 && Ascii.at(text, i + 1) == ')') {
			i++;
		}
		return i;
	}

	private static boolean endsGroup(String text, int close) {
		if (!goesOn(text, close)) {
			return false;
		}
		int open = text.lastIndexOf('(');
		int first = open;
		while (first > close && text.charAt(first - 1) == '(') {
			first--;
		}
		return open > close && text.indexOf('(') > close && text.lastIndexOf(')') < open
				&& isJoinedTo(text, close, first) && isTerm(text, open + 1, text.length());
	}

	private static boolean endsPhrase(String text, int quote) {
		if (!goesOn(text, quote) || LiteralEnd.of(text) != quote + 1) {
			return false;
		}
		int last = text.lastIndexOf('"');
		return last > quote && text.indexOf('"', quote + 1) == last && isJoinedTo(text, quote, last)
				&& hasTerm(text, quote, last);
	}

	/**
	 * Whether an operator stands behind the sign that ends.
	 */
	private static boolean goesOn(String text, int end) {
		return end >= 0 && operator(text, Ascii.skipSpace(text, end + 1)) > 0;
	}

	/**
	 * Whether an operator stands before the sign that begins.
	 */
	private static boolean isJoinedTo(String text, int end, int begin) {
		int first = Ascii.skipSpace(text, end + 1);
		int last = begin;
		while (last > first && text.charAt(last - 1) <= ' ') {
			last--;
		}
		return endsWithOperator(text, last);
	}

	private static boolean endsWithOperator(String text, int end) {
		for (String operator : OPERATORS) {
			if (text.startsWith(operator, end - operator.length())) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return the length of the operator there, zero if there is none.
	 */
	private static int operator(String text, int index) {
		for (String operator : OPERATORS) {
			if (text.startsWith(operator, index) && !Ascii.isWord(Ascii.at(text, index + operator.length()))) {
				return operator.length();
			}
		}
		return 0;
	}

	/**
	 * Whether the first term behind the operators is one of a field.
	 */
	private static boolean hasTerm(String text, int end, int last) {
		int i = Ascii.skipSpace(text, end + 1);
		for (int length = operator(text, i); length > 0; length = operator(text, i)) {
			i = Ascii.skipSpace(text, i + length);
		}
		return i < last && isTerm(text, i, last);
	}

	private static boolean isTerm(String text, int start, int last) {
		int i = start;
		while (i < last && (Ascii.isWord(text.charAt(i)) || ".*-@".indexOf(text.charAt(i)) >= 0)) {
			i++;
		}
		return i > start && i + 1 < last && text.charAt(i) == ':' && text.charAt(i + 1) > ' ';
	}

}
