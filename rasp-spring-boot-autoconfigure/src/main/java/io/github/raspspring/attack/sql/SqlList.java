package io.github.raspspring.attack.sql;

/**
 * A list of literals that input covers. It is innocent where the statement takes a list:
 * within {@code IN}, and as whole rows of {@code VALUES} with as many items as there are
 * columns. Anywhere else the second item takes the place of something else.
 */
final class SqlList {

	private final StatementTokens tokens;

	private final int first;

	private final int last;

	SqlList(StatementTokens tokens, int first, int last) {
		this.tokens = tokens;
		this.first = first;
		this.last = last;
	}

	boolean isInnocent() {
		return isListOfLiterals() && (!hasComma() || isListExpected());
	}

	private boolean isListOfLiterals() {
		int depth = 0;
		boolean expected = true;
		for (int i = this.first; i <= this.last; i++) {
			SqlToken kind = this.tokens.kind(i);
			if (kind == SqlToken.OPEN && expected) {
				depth++;
			}
			else if (kind == SqlToken.CLOSE && !expected && depth > 0) {
				depth--;
			}
			else if (kind == SqlToken.COMMA) {
				expected = true;
			}
			else if (expected && isLiteral(i)) {
				expected = false;
			}
			else if (!isNumbered(i) && !(expected && isSign(i) && this.tokens.kind(i + 1) == SqlToken.NUMBER)) {
				return false;
			}
		}
		return depth == 0;
	}

	private boolean isListExpected() {
		SqlNesting nesting = this.tokens.nesting();
		int parent = nesting.parent(this.first);
		int before = this.first - 1;
		if (isPlaceholders() || this.tokens.is(before, "in") || this.tokens.is(parent - 1, "in") || isArray(before)) {
			return true;
		}
		if (nesting.clause(this.first) == SqlWord.VALUES) {
			return hasRows(this.first, this.last, nesting);
		}
		if (nesting.clause(this.first) == SqlWord.LIMIT) {
			return this.last == this.first + 2 && this.tokens.kind(this.last) == SqlToken.NUMBER;
		}
		boolean whole = parent >= 0 && before == parent && nesting.partner(parent) == this.last + 1;
		return whole && (this.tokens.is(nesting.parent(parent) - 1, "in")
				|| nesting.clause(parent) == SqlWord.VALUES && hasRows(parent, this.last + 1, nesting));
	}

	/**
	 * Return whether rows have an item for each column, of which there is one where none
	 * is named.
	 */
	private boolean hasRows(int from, int to, SqlNesting nesting) {
		int columns = columns(nesting, from);
		int i = from;
		while (i <= to) {
			int end = nesting.partner(i);
			if (this.tokens.kind(i) != SqlToken.OPEN || end < 0 || end > to || items(i, end) != columns) {
				return false;
			}
			i = end + 2;
		}
		return true;
	}

	/**
	 * The columns are counted where they are named: right before the first row, or behind
	 * the name that the rows get.
	 */
	private int columns(SqlNesting nesting, int row) {
		int values = nesting.clauseStart(row);
		int open = nesting.partner(values - 1);
		if (this.tokens.kind(values - 1) == SqlToken.CLOSE && open >= 0) {
			return items(open, values - 1);
		}
		int behind = nesting.partner(nesting.parent(values)) + 1;
		int names = (this.tokens.word(behind) == SqlWord.AS) ? behind + 2 : behind + 1;
		int close = (behind > 0 && this.tokens.kind(names) == SqlToken.OPEN) ? nesting.partner(names) : -1;
		return (close >= 0) ? items(names, close) : 1;
	}

	private int items(int open, int close) {
		int items = 1;
		for (int i = open + 1; i < close; i++) {
			items += (this.tokens.kind(i) == SqlToken.COMMA) ? 1 : 0;
		}
		return items;
	}

	private boolean isArray(int before) {
		return this.tokens.kind(before) == SqlToken.OTHER && this.tokens.first(before) == '[';
	}

	private boolean hasComma() {
		for (int i = this.first; i <= this.last; i++) {
			if (this.tokens.kind(i) == SqlToken.COMMA) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Nobody but the application can bind what such a list stands for.
	 */
	private boolean isPlaceholders() {
		for (int i = this.first; i <= this.last; i++) {
			SqlToken kind = this.tokens.kind(i);
			if (kind != SqlToken.PLACEHOLDER && kind != SqlToken.COMMA && !isNumbered(i)) {
				return false;
			}
		}
		return true;
	}

	private boolean isLiteral(int token) {
		return switch (this.tokens.kind(token)) {
			case NUMBER, PLACEHOLDER -> true;
			case STRING -> this.tokens.closed(token);
			case WORD -> this.tokens.word(token) == SqlWord.CONSTANT;
			default -> false;
		};
	}

	/**
	 * The number of a placeholder such as {@code ?1}.
	 */
	private boolean isNumbered(int token) {
		return token > this.first && this.tokens.kind(token) == SqlToken.NUMBER
				&& this.tokens.kind(token - 1) == SqlToken.PLACEHOLDER
				&& this.tokens.end(token - 1) == this.tokens.start(token);
	}

	private boolean isSign(int token) {
		return StatementGrammar.isSign(this.tokens, token);
	}

}
