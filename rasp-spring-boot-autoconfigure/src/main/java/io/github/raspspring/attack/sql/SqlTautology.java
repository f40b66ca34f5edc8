package io.github.raspspring.attack.sql;

/**
 * A comparison of a column with itself, which is true for every row.
 */
final class SqlTautology {

	private SqlTautology() {
	}

	/**
	 * Return whether tokens that input covers are a name, and the name of what they are
	 * compared with.
	 */
	static boolean isOne(StatementTokens tokens, int first, int last) {
		if (!isName(tokens, last) || StatementGrammar.endOfName(tokens, first) != last + 1) {
			return false;
		}
		SqlToken behind = tokens.kind(last + 1);
		// A name right before a text is the type of it.
		if (behind == SqlToken.STRING) {
			return false;
		}
		int left = leftOperand(tokens, first);
		if (left >= 0 && behind != SqlToken.OPERATOR && behind != SqlToken.DOT && behind != SqlToken.OPEN) {
			return isSame(tokens, left, last) && !isAssigned(tokens, first);
		}
		int right = StatementGrammar.endOfName(tokens, last + 2) - 1;
		return behind == SqlToken.COMPARISON && tokens.kind(right + 1) != SqlToken.STRING && right > last + 1
				&& tokens.kind(right + 1) != SqlToken.OPERATOR && tokens.kind(right + 1) != SqlToken.OPEN
				&& tokens.kind(first - 1) != SqlToken.OPERATOR && tokens.kind(first - 1) != SqlToken.DOT
				&& isSame(tokens, right, last) && !isAssigned(tokens, first);
	}

	/**
	 * Return the last token of the name that is compared with what follows.
	 */
	private static int leftOperand(StatementTokens tokens, int first) {
		int before = first - 1;
		boolean compares = tokens.kind(before) == SqlToken.COMPARISON || tokens.word(before) == SqlWord.LIKE;
		if (tokens.kind(before) == SqlToken.OPEN && tokens.is(before - 1, "in")) {
			compares = true;
			before--;
		}
		return (compares && isName(tokens, before - 1)) ? before - 1 : -1;
	}

	private static boolean isAssigned(StatementTokens tokens, int token) {
		return tokens.nesting().clause(token) == SqlWord.SET;
	}

	/**
	 * Tables that are named on both sides, and differently, are joined.
	 */
	private static boolean isSame(StatementTokens tokens, int one, int other) {
		return sameName(tokens, one, other)
				&& (!isQualified(tokens, one) || !isQualified(tokens, other) || sameName(tokens, one - 2, other - 2));
	}

	private static boolean isQualified(StatementTokens tokens, int token) {
		return tokens.kind(token - 1) == SqlToken.DOT;
	}

	private static boolean sameName(StatementTokens tokens, int one, int other) {
		return name(tokens, one).equalsIgnoreCase(name(tokens, other));
	}

	private static boolean isName(StatementTokens tokens, int token) {
		SqlToken kind = tokens.kind(token);
		return kind == SqlToken.WORD || kind == SqlToken.QUOTED_IDENTIFIER;
	}

	private static String name(StatementTokens tokens, int token) {
		boolean quoted = tokens.kind(token) == SqlToken.QUOTED_IDENTIFIER && tokens.closed(token);
		int quote = quoted ? 1 : 0;
		return tokens.text().substring(tokens.start(token) + quote, tokens.end(token) - quote);
	}

}
