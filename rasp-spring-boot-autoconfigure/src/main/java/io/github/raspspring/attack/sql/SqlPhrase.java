package io.github.raspspring.attack.sql;

/**
 * Words that input covers and that users type as well, such as {@code left join} or
 * {@code is not null}. They are text of the template where no value could stand in their
 * place, and where all they could ask for is an order.
 */
final class SqlPhrase {

	private static final int MOST_NAMES = 4;

	private final StatementTokens tokens;

	private final int first;

	private final int last;

	SqlPhrase(StatementTokens tokens, int first, int last) {
		this.tokens = tokens;
		this.first = first;
		this.last = last;
	}

	/**
	 * Return whether a word means no operand next to the words around it.
	 */
	boolean isFixed(int token) {
		SqlWord before = this.tokens.word(token - 1);
		if (this.tokens.word(token) == SqlWord.CONSTANT) {
			return this.tokens.is(token - 1, "is")
					|| (before == SqlWord.NOT && this.tokens.is(token - 2, "is")) && token - 2 >= this.first;
		}
		if (this.tokens.is(token, "left") || this.tokens.is(token, "right") || this.tokens.is(token, "full")) {
			return this.tokens.is(token + 1, "join") || this.tokens.is(token + 1, "outer");
		}
		if (this.tokens.is(token, "conflict") || this.tokens.is(token, "duplicate")) {
			return this.tokens.is(token - 1, "on");
		}
		if (this.tokens.is(token, "nothing") || this.tokens.is(token, "do")) {
			return this.tokens.is(token - 1, "do") || this.tokens.is(token + 1, "nothing")
					|| this.tokens.is(token + 1, "update");
		}
		boolean key = this.tokens.is(token, "key") && this.tokens.is(token - 1, "duplicate");
		boolean rows = this.tokens.is(token, "only")
				&& (this.tokens.is(token - 1, "row") || this.tokens.is(token - 1, "rows"));
		return key || rows || this.tokens.is(token, "nulls");
	}

	/**
	 * Return whether a template couldn't have had a value in the place of the phrase.
	 */
	boolean isOfTemplate() {
		return isNames() || isCountOfRows() || isHalfPair() || isTail() || isBetweenOperands() || isBeginning();
	}

	/**
	 * Names side by side: a name and its alias, or the words of an option.
	 */
	private boolean isNames() {
		for (int i = this.first; i <= this.last; i++) {
			if (this.tokens.kind(i) != SqlToken.WORD || this.tokens.word(i) != SqlWord.NAME) {
				return false;
			}
		}
		return this.last - this.first < MOST_NAMES;
	}

	private boolean isCountOfRows() {
		return this.last == this.first + 3 && this.tokens.is(this.first, "count")
				&& this.tokens.kind(this.first + 1) == SqlToken.OPEN && isStar(this.first + 2)
				&& this.tokens.kind(this.last) == SqlToken.CLOSE;
	}

	/**
	 * One parenthesis of a pair: with a value in its place the other one would be left.
	 */
	private boolean isHalfPair() {
		int depth = 0;
		for (int i = this.first; i <= this.last; i++) {
			switch (this.tokens.kind(i)) {
				case OPEN -> depth++;
				case CLOSE -> depth--;
				case NUMBER, STRING, PLACEHOLDER, COMMA, DOT, QUOTED_IDENTIFIER -> {
				}
				case WORD -> {
					if (StatementGrammar.isConnective(this.tokens.word(i))) {
						return false;
					}
				}
				default -> {
					if (!isStar(i)) {
						return false;
					}
				}
			}
		}
		return depth != 0 && this.tokens.nesting().balanced();
	}

	/**
	 * A clause that asks for an order or a number of rows, or names the source of rows
	 * that are selected before.
	 */
	private boolean isTail() {
		if (!isOperandEnd(this.first - 1)) {
			return false;
		}
		int from = this.first;
		if (this.tokens.word(from) == SqlWord.ORDER_OR_GROUP) {
			from++;
		}
		if (this.tokens.is(from, "by")) {
			return StatementGrammar.endOfNames(this.tokens, from + 1, true) > this.last;
		}
		if (this.tokens.word(from) == SqlWord.LIMIT) {
			return this.last == from + 1 && this.tokens.kind(this.last) == SqlToken.NUMBER;
		}
		return this.tokens.word(from) == SqlWord.FROM && this.tokens.kind(this.last + 1) != SqlToken.END
				&& StatementGrammar.endOfName(this.tokens, from + 1) > this.last;
	}

	/**
	 * Between two operands there is no room for a third.
	 */
	private boolean isBetweenOperands() {
		for (int i = this.first; i <= this.last; i++) {
			if (this.tokens.kind(i) != SqlToken.WORD && this.tokens.kind(i) != SqlToken.DOT || isJunction(i)) {
				return false;
			}
		}
		return isOperandEnd(this.first - 1) && isOperandStart(this.last + 1);
	}

	private boolean isJunction(int token) {
		return switch (this.tokens.word(token)) {
			case LOGIC, SELECT, SET_OPERATION, LIKE, IN_OR_IS, NOT, ARITHMETIC, CONSTANT, CASE, WHEN, THEN -> true;
			default -> false;
		};
	}

	/**
	 * The first words of a statement of which the rest is the application's.
	 */
	private boolean isBeginning() {
		if (this.first > 0 || this.last - this.first > 2 || this.last >= this.tokens.size() - 1) {
			return false;
		}
		return switch (this.tokens.word(0)) {
			case SELECT, INSERT, UPDATE, DELETE -> isListOfWords();
			default -> false;
		};
	}

	private boolean isListOfWords() {
		for (int i = this.first; i <= this.last; i++) {
			if (this.tokens.kind(i) != SqlToken.WORD && !isStar(i)) {
				return false;
			}
		}
		return true;
	}

	private boolean isStar(int token) {
		return this.tokens.kind(token) == SqlToken.OPERATOR && this.tokens.first(token) == '*';
	}

	private boolean isOperandEnd(int token) {
		return switch (this.tokens.kind(token)) {
			case NUMBER, STRING, PLACEHOLDER, QUOTED_IDENTIFIER, CLOSE -> true;
			case WORD -> this.tokens.word(token) == SqlWord.NAME || this.tokens.word(token) == SqlWord.CONSTANT
					|| this.tokens.is(token, "asc") || this.tokens.is(token, "desc");
			default -> isStar(token);
		};
	}

	private boolean isOperandStart(int token) {
		return switch (this.tokens.kind(token)) {
			case NUMBER, STRING, PLACEHOLDER, QUOTED_IDENTIFIER, VARIABLE -> true;
			case WORD -> this.tokens.word(token) == SqlWord.NAME && !isUnit(token);
			default -> false;
		};
	}

	/**
	 * What follows a value and is no operand.
	 */
	private boolean isUnit(int token) {
		return this.tokens.is(token, "rows") || this.tokens.is(token, "row") || this.tokens.is(token, "day")
				|| this.tokens.is(token, "days") || this.tokens.is(token, "hour") || this.tokens.is(token, "minute")
				|| this.tokens.is(token, "month") || this.tokens.is(token, "year") || this.tokens.is(token, "percent");
	}

}
