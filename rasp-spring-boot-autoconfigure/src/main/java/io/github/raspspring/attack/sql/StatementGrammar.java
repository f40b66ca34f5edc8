package io.github.raspspring.attack.sql;

import java.util.EnumSet;
import java.util.Set;

/**
 * The little of SQL's grammar that tells names from structure.
 */
final class StatementGrammar {

	/** Words that join operands and are none. */
	private static final Set<SqlWord> CONNECTIVES = EnumSet.of(SqlWord.SELECT, SqlWord.SET_OPERATION,
			SqlWord.QUANTIFIER, SqlWord.FROM, SqlWord.WHERE, SqlWord.HAVING, SqlWord.ORDER_OR_GROUP, SqlWord.BY,
			SqlWord.LIMIT, SqlWord.INTO, SqlWord.AS, SqlWord.CLAUSE, SqlWord.LOGIC, SqlWord.NOT, SqlWord.LIKE,
			SqlWord.IN_OR_IS, SqlWord.ARITHMETIC, SqlWord.CASE, SqlWord.WHEN, SqlWord.THEN, SqlWord.INSERT,
			SqlWord.UPDATE, SqlWord.DELETE, SqlWord.SET, SqlWord.VALUES);

	/** Words that may well be names of columns. */
	private static final Set<SqlWord> NAMES = EnumSet.of(SqlWord.NAME, SqlWord.FUNCTION, SqlWord.CATALOG,
			SqlWord.OBJECT, SqlWord.STATEMENT, SqlWord.DEFINE, SqlWord.DELAY, SqlWord.ANALYSE);

	private static final Set<SqlWord> CLAUSES = EnumSet.of(SqlWord.SELECT, SqlWord.SET_OPERATION, SqlWord.FROM,
			SqlWord.WHERE, SqlWord.HAVING, SqlWord.BY, SqlWord.LIMIT, SqlWord.INTO, SqlWord.SET, SqlWord.VALUES,
			SqlWord.UPDATE, SqlWord.DELETE);

	/** Tokens of a name with its qualifiers. */
	private static final int LONGEST_NAME = 32;

	private StatementGrammar() {
	}

	static boolean isConnective(SqlWord word) {
		return CONNECTIVES.contains(word);
	}

	static boolean isClause(SqlWord word) {
		return CLAUSES.contains(word);
	}

	static boolean isSign(StatementTokens tokens, int token) {
		char c = tokens.first(token);
		return tokens.kind(token) == SqlToken.OPERATOR && (c == '-' || c == '+')
				&& tokens.end(token) - tokens.start(token) == 1;
	}

	/**
	 * Return the number of the token behind a name such as {@code book.title}.
	 * @return the token given if no name is there
	 */
	static int endOfName(StatementTokens tokens, int token) {
		int i = token;
		while (i - token < LONGEST_NAME && isName(tokens, i)) {
			if (tokens.kind(i + 1) != SqlToken.DOT) {
				return i + 1;
			}
			i += 2;
		}
		return (i > token && isStar(tokens, i)) ? i + 1 : token;
	}

	/**
	 * Return the number of the token at which a list of names ends.
	 * @param needed number of a token behind which nobody needs to know
	 * @param directions whether each name may have a direction
	 */
	static int endOfNames(StatementTokens tokens, int token, int needed, boolean directions) {
		int i = token;
		while (true) {
			int end = isStar(tokens, i) || tokens.kind(i) == SqlToken.NUMBER ? i + 1 : endOfName(tokens, i);
			if (directions) {
				end = endOfDirection(tokens, end);
			}
			if (end == i) {
				return i;
			}
			if (tokens.kind(end) != SqlToken.COMMA || end > needed) {
				return end;
			}
			i = end + 1;
		}
	}

	private static int endOfDirection(StatementTokens tokens, int token) {
		int i = token;
		if (tokens.is(i, "asc") || tokens.is(i, "desc")) {
			i++;
		}
		if (tokens.is(i, "nulls") && (tokens.is(i + 1, "first") || tokens.is(i + 1, "last"))) {
			i += 2;
		}
		return i;
	}

	private static boolean isName(StatementTokens tokens, int token) {
		SqlToken kind = tokens.kind(token);
		return kind == SqlToken.QUOTED_IDENTIFIER || (kind == SqlToken.WORD && NAMES.contains(tokens.word(token)));
	}

	/**
	 * Return whether a token is a word that may be a name.
	 */
	static boolean isWordOfName(StatementTokens tokens, int token) {
		return tokens.kind(token) == SqlToken.WORD && NAMES.contains(tokens.word(token));
	}

	private static boolean isStar(StatementTokens tokens, int token) {
		return tokens.kind(token) == SqlToken.OPERATOR && tokens.first(token) == '*';
	}

	/**
	 * Return whether tokens that input covers are a name, and the name of what they are
	 * compared with, which is true for every row.
	 */
	static boolean comparesWithItself(StatementTokens tokens, int first, int last) {
		if (!isAnyName(tokens, last) || endOfName(tokens, first) != last + 1) {
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
		int right = endOfName(tokens, last + 2) - 1;
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
		return (compares && isAnyName(tokens, before - 1)) ? before - 1 : -1;
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

	private static boolean isAnyName(StatementTokens tokens, int token) {
		SqlToken kind = tokens.kind(token);
		return kind == SqlToken.WORD || kind == SqlToken.QUOTED_IDENTIFIER;
	}

	private static String name(StatementTokens tokens, int token) {
		boolean quoted = tokens.kind(token) == SqlToken.QUOTED_IDENTIFIER && tokens.closed(token);
		int quote = quoted ? 1 : 0;
		return tokens.text().substring(tokens.start(token) + quote, tokens.end(token) - quote);
	}

}
