package io.github.raspspring.attack.sql;

/**
 * Tells the select list of a query from the words of a sentence that follow
 * {@code select}. Offsets count from the current token. Not thread-safe.
 */
final class SqlSelectList {

	/** No select list. */
	static final int NOTHING = 0;

	/** A select list of plain names. */
	static final int NAMES = 1;

	/** A select list with a literal, a wildcard or an expression. */
	static final int EXPRESSIONS = 2;

	/** A select list that calls a function or starts a query. */
	static final int CALLS = 3;

	/** Tokens that follow a query without a table. */
	private static final int LONGEST_REST = 18;

	private final SqlTokens tokens;

	private final SqlGrammar grammar;

	SqlSelectList(SqlTokens tokens, SqlGrammar grammar) {
		this.tokens = tokens;
		this.grammar = grammar;
	}

	/**
	 * Tell what kind of select list begins.
	 */
	int kindAt(int from) {
		int next = from;
		while (next < from + 6 && (this.tokens.is(next, SqlWord.QUANTIFIER)
				|| (this.tokens.is(next, SqlToken.NUMBER) && this.tokens.is(next - 1, SqlWord.QUANTIFIER)
						&& !endsTerm(next + 1))
				|| this.tokens.is(next, SqlWord.OPERAND_PREFIX) && !this.tokens.is(next + 1, SqlToken.OPEN)
				|| this.grammar.sign(next))) {
			next++;
		}
		return switch (this.tokens.kind(next)) {
			case NUMBER -> endsTerm(next + 1) ? EXPRESSIONS : NOTHING;
			case STRING -> (endsTerm(next + 1) && !isApostrophe(next)) ? EXPRESSIONS : NOTHING;
			case VARIABLE -> CALLS;
			case OPERATOR -> wildcard(next) ? EXPRESSIONS : NOTHING;
			case OPEN -> parenthesized(next) ? CALLS : NOTHING;
			case QUOTED_IDENTIFIER -> EXPRESSIONS;
			case WORD -> wordInList(next);
			default -> NOTHING;
		};
	}

	/**
	 * Tell whether a quote sticks to a word and is never closed, as an apostrophe.
	 */
	private boolean isApostrophe(int offset) {
		return this.tokens.end(offset - 1) == this.tokens.start(offset) && this.tokens.isOpen(offset);
	}

	/**
	 * Tell whether nothing but names, numbers and the signs between them follows the
	 * current word up to the end of the text: no table, call, literal or comment. A query
	 * of that kind tells nothing.
	 */
	boolean isWithoutTable() {
		int next = 1;
		while (next < LONGEST_REST && isOfNames(next)) {
			next++;
		}
		return this.tokens.is(next, SqlToken.END) || this.tokens.isOpen(next) && isApostrophe(next);
	}

	private boolean isOfNames(int offset) {
		return switch (this.tokens.kind(offset)) {
			case NUMBER, CLOSE, COMMA, DOT -> true;
			case OPEN -> !this.tokens.is(offset - 1, SqlToken.WORD) || offset == 1;
			case OPERATOR -> this.tokens.reads(offset, "-");
			case WORD -> switch (this.tokens.word(offset)) {
				case NAME -> true;
				case SET_OPERATION, CONSTANT, SELECT, DEFINE, LOGIC -> this.tokens.is(offset - 1, SqlToken.COMMA)
						&& (this.tokens.is(offset + 1, SqlToken.END) || this.tokens.name(offset + 1));
				default -> false;
			};
			default -> false;
		};
	}

	private boolean wildcard(int offset) {
		return this.tokens.firstChar(offset) == '*' && (this.tokens.is(offset + 1, SqlWord.FROM)
				|| this.tokens.is(offset + 1, SqlToken.COMMA) || this.tokens.ended(offset + 1));
	}

	private boolean parenthesized(int offset) {
		int next = offset;
		while (next < offset + 8 && this.tokens.is(next, SqlToken.OPEN)) {
			next++;
		}
		return this.tokens.is(next, SqlWord.SELECT) || this.tokens.is(next, SqlToken.VARIABLE)
				|| this.tokens.is(next, SqlWord.CASE) || this.grammar.callsFunction(next) || isSpacedByParens(next)
				|| (this.grammar.literal(next) && (this.tokens.is(next + 1, SqlToken.CLOSE) || endsTerm(next + 1)));
	}

	/**
	 * Tell whether parentheses stand in the place of blanks around a name, behind
	 * {@code select} and before {@code from}, as in no sentence.
	 */
	private boolean isSpacedByParens(int name) {
		int next = name;
		while (member(next + 1) && next < name + 6) {
			next += 2;
		}
		boolean named = this.tokens.is(next, SqlToken.WORD) || this.tokens.is(next, SqlToken.QUOTED_IDENTIFIER);
		next += (this.tokens.is(next + 1, SqlToken.OPEN) && this.tokens.is(next + 2, SqlToken.CLOSE)) ? 3 : 1;
		if (!named || !this.tokens.is(next, SqlToken.CLOSE)) {
			return false;
		}
		while (this.tokens.is(next + 1, SqlToken.CLOSE) && next < name + 12) {
			next++;
		}
		boolean listed = this.tokens.is(next + 1, SqlToken.COMMA) && this.tokens.is(next + 2, SqlToken.OPEN);
		return this.tokens.end(name - 2) == this.tokens.start(name - 1)
				&& this.tokens.end(next) == this.tokens.start(next + 1)
				&& (listed || this.tokens.is(next + 1, SqlWord.FROM));
	}

	private int wordInList(int offset) {
		if (this.tokens.is(offset, SqlWord.CASE)) {
			return CALLS;
		}
		if (this.tokens.is(offset, SqlWord.CONSTANT)) {
			return endsTerm(offset + 1) ? EXPRESSIONS : NOTHING;
		}
		if (this.tokens.is(offset + 1, SqlToken.OPEN)) {
			return this.grammar.callsFunction(offset) ? known(offset) : endsCall(offset + 2) ? EXPRESSIONS : NOTHING;
		}
		if (this.tokens.is(offset, SqlWord.CATALOG) || this.tokens.is(offset, SqlWord.FUNCTION)) {
			return endsTerm(offset + 1) ? EXPRESSIONS : NOTHING;
		}
		int next = offset;
		while (member(next + 1) && next < offset + 6) {
			next += 2;
		}
		if (this.tokens.is(next + 1, SqlWord.FROM)) {
			return source(next + 2) ? NAMES : NOTHING;
		}
		if (this.tokens.is(next + 1, SqlToken.COMMA)) {
			return listGoesOn(next + 2) ? NAMES : NOTHING;
		}
		if (this.tokens.is(next + 1, SqlToken.LOGICAL_OPERATOR) && this.tokens.is(next + 2, SqlToken.STRING)) {
			return EXPRESSIONS;
		}
		return (next > offset && this.tokens.ended(next + 1)) ? NAMES : NOTHING;
	}

	/**
	 * Functions that every report calls on a table are no more than a query.
	 */
	private int known(int offset) {
		if (isCountTold(offset)) {
			return NOTHING;
		}
		boolean report = this.tokens.is(offset, SqlWord.COMMON_FUNCTION) && this.tokens.is(offset + 3, SqlToken.CLOSE)
				&& this.tokens.is(offset + 4, SqlWord.FROM);
		return report ? EXPRESSIONS : CALLS;
	}

	/**
	 * Tell whether a verb and a number follow what every report calls, where a query has
	 * no number: it is told what came out.
	 */
	private boolean isCountTold(int offset) {
		int verb = offset + 4;
		return this.tokens.is(offset, SqlWord.COMMON_FUNCTION) && this.tokens.is(offset + 3, SqlToken.CLOSE)
				&& this.tokens.is(verb, SqlWord.NAME) && this.tokens.is(verb + 1, SqlToken.NUMBER)
				&& !this.tokens.reads(verb, "offset") && !this.tokens.reads(verb, "fetch");
	}

	/**
	 * Tell whether a dot and a word follow without a blank, as a sentence never has them.
	 */
	private boolean member(int offset) {
		return this.tokens.is(offset, SqlToken.DOT) && this.tokens.is(offset + 1, SqlToken.WORD)
				&& this.tokens.end(offset) == this.tokens.start(offset + 1);
	}

	/**
	 * Tell whether an argument list looks like one rather than like a remark.
	 */
	private boolean endsCall(int inside) {
		if (this.tokens.is(inside, SqlToken.WORD) && this.tokens.is(inside + 1, SqlToken.CLOSE)) {
			return this.tokens.end(inside - 2) == this.tokens.start(inside - 1) && endsTerm(inside + 2);
		}
		boolean array = this.tokens.is(inside, SqlToken.OTHER) && this.tokens.firstChar(inside) == '['
				&& this.tokens.end(inside - 2) == this.tokens.start(inside - 1);
		return array || this.tokens.is(inside, SqlToken.CLOSE) || this.grammar.literal(inside)
				|| (this.tokens.is(inside, SqlToken.WORD)
						&& (this.tokens.is(inside + 1, SqlToken.COMMA) || this.tokens.is(inside + 1, SqlToken.OPEN)));
	}

	private boolean listGoesOn(int offset) {
		if (this.grammar.literal(offset) || this.grammar.callsFunction(offset)) {
			return !this.tokens.name(offset + 1);
		}
		return this.tokens.is(offset, SqlToken.WORD)
				&& (this.tokens.is(offset + 1, SqlToken.COMMA) || this.tokens.is(offset + 1, SqlToken.DOT)
						|| (this.tokens.is(offset + 1, SqlWord.FROM) && source(offset + 2)));
	}

	/**
	 * Tell whether a table is named, and no sentence goes on behind it.
	 */
	private boolean source(int offset) {
		SqlToken kind = this.tokens.kind(offset);
		if (kind == SqlToken.QUOTED_IDENTIFIER || this.tokens.is(offset, SqlWord.CATALOG)) {
			return true;
		}
		if (kind == SqlToken.OPEN) {
			return this.tokens.is(offset + 1, SqlWord.SELECT) || this.tokens.is(offset + 1, SqlWord.CATALOG);
		}
		return kind == SqlToken.WORD && !pointsAt(offset) && !goesOnInSentence(offset + 1);
	}

	/**
	 * Tell whether what follows the name of a table follows it in a sentence only: a
	 * colon, another name, a number, the name of a function that is not called, the quote
	 * of an apostrophe.
	 */
	private boolean goesOnInSentence(int offset) {
		return switch (this.tokens.kind(offset)) {
			case OTHER -> this.tokens.firstChar(offset) == ':';
			case NUMBER -> true;
			case STRING -> Character.isLetter(this.tokens.secondChar(offset));
			case WORD -> switch (this.tokens.word(offset)) {
				case NAME -> true;
				case FUNCTION, COMMON_FUNCTION -> !this.tokens.is(offset + 1, SqlToken.OPEN);
				default -> false;
			};
			default -> false;
		};
	}

	/**
	 * Tell whether a term of an expression is over.
	 */
	private boolean endsTerm(int offset) {
		return switch (this.tokens.kind(offset)) {
			case COMMA, CLOSE, SEMICOLON, END, LINE_COMMENT, OPERATOR, LOGICAL_OPERATOR, COMPARISON -> true;
			case STRING -> this.tokens.is(offset - 1, SqlToken.STRING);
			case OTHER -> this.tokens.closesBracket(offset);
			case WORD -> switch (this.tokens.word(offset)) {
				case FROM -> !pointsAt(offset + 1);
				case WHERE, LOGIC, SET_OPERATION, AS, INTO, LIMIT, ORDER_OR_GROUP, LIKE, IN_OR_IS, HAVING, ARITHMETIC ->
					true;
				default -> false;
			};
			default -> false;
		};
	}

	/**
	 * Tell whether a word points at something, as it does in sentences only.
	 */
	private boolean pointsAt(int offset) {
		return this.tokens.reads(offset, "the") || this.tokens.reads(offset, "this")
				|| this.tokens.reads(offset, "that") || this.tokens.reads(offset, "your")
				|| this.tokens.reads(offset, "our") || this.tokens.reads(offset, "my");
	}

}
