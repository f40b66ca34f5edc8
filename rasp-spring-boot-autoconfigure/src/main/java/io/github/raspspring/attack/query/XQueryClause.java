package io.github.raspspring.attack.query;

import io.github.raspspring.text.Ascii;

/**
 * Recognizes a text that goes on with a loop or result of XQuery: {@code for $x in
 * //user return $x}, alone or behind a quote and brackets, a result whose rest a comment
 * of XQuery cuts off, an update of nodes, and a call of a function of its processor,
 * alone or behind an operator. Looks at the beginning of a text first. Stateless.
 */
final class XQueryClause {

	private static final int MOST_CLOSERS = 16;

	private static final String CLOSERS = "'\")}];, ";

	private static final int LONGEST_WORD = 64;

	/** What changes nodes, and what each is followed by. */
	private static final String[] UPDATES = { "delete node", "insert node", "rename node", "replace node",
			"replace value of node" };

	/** What stands between expressions, and may stand before a call. */
	private static final String[] OPERATORS = { "or ", "and ", "|", "return ", "=", "!=", "union " };

	private static final String[] READERS = { "collection(", "uri-collection(", "doc(", "unparsed-text(",
			"environment-variable(", "available-environment-variables(" };

	private static final String[] SOURCES = { "/", "doc(", "collection(", "db:", "fn:", "(", "json-doc(" };

	private XQueryClause() {
	}

	static boolean is(String text) {
		int start = behindClosers(text);
		return isLoop(text, start) || isCall(text, start) || XQueryCall.isOfClass(text)
				|| start > 0 && (isResult(text, start) || isUpdate(text, start));
	}

	/**
	 * Whether a function of the processor is called, after a declaration or behind an
	 * operator.
	 */
	private static boolean isCall(String text, int start) {
		if (start == 0 && Ascii.startsWith(text, 0, "declare namespace ")) {
			return text.indexOf("java:") > 0 || text.indexOf("clitype:") > 0;
		}
		int operand = (start == 0) ? behindNumber(text) : start;
		int behind = behindOperator(text, operand);
		boolean quoted = start > 0 && behind == operand && isQuote(text, start - 1);
		return !quoted && (XQueryCall.begins(text, behind)
				|| isSeparate(text, start, behind > operand) && isRead(text, behind));
	}

	/**
	 * Return the index behind an operator between expressions, the same if there is none.
	 */
	private static int behindOperator(String text, int start) {
		for (String operator : OPERATORS) {
			if (start > 0 && text.startsWith(operator, start)) {
				return Ascii.skipSpace(text, start + operator.length());
			}
		}
		return start;
	}

	private static boolean isQuote(String text, int index) {
		return text.charAt(index) == '\'' || text.charAt(index) == '"';
	}

	/**
	 * Whether a literal or predicate ended before, and an expression begins: a list in
	 * words has parentheses only.
	 */
	private static boolean isSeparate(String text, int start, boolean joined) {
		boolean ended = false;
		boolean separated = joined;
		for (int i = start - 1; i >= 0 && CLOSERS.indexOf(text.charAt(i)) >= 0; i--) {
			ended |= text.charAt(i) == ']' || isQuote(text, i);
			separated |= text.charAt(i) == ',';
		}
		return ended && separated;
	}

	/**
	 * Whether a function reads documents or the environment.
	 */
	private static boolean isRead(String text, int start) {
		for (String reader : READERS) {
			if (text.startsWith(reader, start)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return the index behind a number and blanks, zero if no operator follows.
	 */
	private static int behindNumber(String text) {
		int end = 0;
		while (Ascii.isDigit(Ascii.at(text, end))) {
			end++;
		}
		int next = Ascii.skipSpace(text, end);
		return (end > 0 && (next > end || Ascii.at(text, next) == '|')) ? next : 0;
	}

	/**
	 * Whether nodes are changed, by a path or an element.
	 */
	private static boolean isUpdate(String text, int start) {
		for (String update : UPDATES) {
			int end = start + update.length();
			if (Ascii.startsWith(text, start, update)) {
				int nodes = (Ascii.at(text, end) == 's') ? end + 1 : end;
				int operand = Ascii.skipSpace(text, nodes);
				return operand > nodes && (isSource(text, operand) || Ascii.at(text, operand) == '<');
			}
		}
		return false;
	}

	/**
	 * Return the index behind a word, the quote that ends it, brackets and what separates
	 * expressions.
	 */
	private static int behindClosers(String text) {
		int quote = LiteralEnd.of(text) - 1;
		int word = (quote >= 0 && isQuote(text, quote)) ? quote : 0;
		while (Ascii.isWord(Ascii.at(text, word)) && word < LONGEST_WORD) {
			word++;
		}
		int i = word;
		while (i < word + MOST_CLOSERS && i < text.length() && CLOSERS.indexOf(text.charAt(i)) >= 0) {
			i++;
		}
		return (i > word && text.charAt(word) != ' ') ? i : 0;
	}

	private static boolean isLoop(String text, int start) {
		boolean loop = Ascii.startsWith(text, start, "for $");
		if (!loop && !Ascii.startsWith(text, start, "let $")) {
			return false;
		}
		int name = start + 5;
		int end = name;
		while (Ascii.isWord(Ascii.at(text, end)) && end < name + LONGEST_WORD) {
			end++;
		}
		int in = Ascii.skipSpace(text, end);
		boolean bound = Ascii.isLetter(Ascii.at(text, name))
				&& (loop ? Ascii.startsWith(text, in, "in ") : Ascii.startsWith(text, in, ":="));
		return bound && isSource(text, Ascii.skipSpace(text, in + 2)) && text.indexOf("return", in) > 0;
	}

	private static boolean isResult(String text, int start) {
		return Ascii.startsWith(text, start, "return ")
				&& (isSource(text, Ascii.skipSpace(text, start + 7))
						|| "<$".indexOf(Ascii.at(text, Ascii.skipSpace(text, start + 7))) >= 0)
				&& isCutOff(text.stripTrailing());
	}

	/**
	 * Whether a comment opens at the end, or a literal behind a comma that the
	 * application ends.
	 */
	private static boolean isCutOff(String text) {
		char last = text.charAt(text.length() - 1);
		return text.endsWith("(:") || (last == '\'' || last == '"') && text.lastIndexOf(">,") > 0;
	}

	private static boolean isSource(String text, int index) {
		for (String source : SOURCES) {
			if (Ascii.startsWith(text, index, source)) {
				return true;
			}
		}
		return false;
	}

}
