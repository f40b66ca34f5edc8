package io.github.raspspring.attack.sql;

import java.util.Set;

/**
 * Words that input covers and that users type as well, such as {@code left join} or
 * {@code is not null}. They are text of the template where no value could stand in their
 * place, and where all they could ask for is an order.
 */
final class SqlPhrase {

	private static final int MOST_NAMES = 4;

	private static final Set<String> CLOCKS = Set.of("now", "curdate", "curtime", "current_date", "current_time",
			"current_timestamp", "getdate", "sysdate", "sysdatetime", "localtime", "localtimestamp");

	private final StatementTokens tokens;

	private final int first;

	private final int last;

	private final SqlSlot slot;

	SqlPhrase(StatementTokens tokens, int first, int last) {
		this.tokens = tokens;
		this.first = first;
		this.last = last;
		this.slot = new SqlSlot(tokens, first, last);
	}

	/**
	 * Return whether a word means no operand next to the words around it.
	 */
	boolean isFixed(int token) {
		SqlWord before = this.tokens.word(token - 1);
		if (this.tokens.word(token) == SqlWord.CONSTANT) {
			return this.tokens.is(token - 1, "is") || (before == SqlWord.NOT && this.tokens.is(token - 2, "is"));
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
		if (this.tokens.is(token, "matched")) {
			return before == SqlWord.WHEN || before == SqlWord.NOT;
		}
		boolean key = this.tokens.is(token, "key") && this.tokens.is(token - 1, "duplicate");
		boolean rows = this.tokens.is(token, "only")
				&& (this.tokens.is(token - 1, "row") || this.tokens.is(token - 1, "rows"));
		return key || rows || this.tokens.is(token, "nulls");
	}

	/**
	 * Return whether a template couldn't have had a value in the place of the phrase, or
	 * all it could ask for is an order or a name.
	 */
	boolean isOfTemplate() {
		return isNames() || isCountOfRows() || new SqlModestRequest(this.tokens, this.first, this.last).isOne()
				|| isClock() || isHalfPair() || (isTail() && !this.slot.isValueExpected()) || isNamesInParentheses()
				|| isBeginning() || this.slot.isImpossible();
	}

	/**
	 * Names side by side: a name and its alias, or the words of an option.
	 */
	private boolean isNames() {
		for (int i = this.first; i <= this.last; i++) {
			boolean name = switch (this.tokens.word(i)) {
				case NAME, FUNCTION, OBJECT, CATALOG -> this.tokens.kind(i) == SqlToken.WORD;
				default -> false;
			};
			if (!name) {
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
	 * The time brings nobody anything.
	 */
	private boolean isClock() {
		return this.last == this.first + 2 && this.tokens.kind(this.first + 1) == SqlToken.OPEN
				&& this.tokens.kind(this.last) == SqlToken.CLOSE
				&& CLOCKS.stream().anyMatch((name) -> this.tokens.is(this.first, name));
	}

	/**
	 * One parenthesis of a pair: with a value in its place the other one would be left.
	 */
	private boolean isHalfPair() {
		int depth = 0;
		for (int i = this.first; i <= this.last; i++) {
			SqlToken kind = this.tokens.kind(i);
			depth += (kind == SqlToken.OPEN) ? 1 : 0;
			depth -= (kind == SqlToken.CLOSE) ? 1 : 0;
			boolean condition = kind == SqlToken.COMPARISON || kind == SqlToken.LOGICAL_OPERATOR;
			if (condition || isJunction(i)) {
				return false;
			}
		}
		return depth != 0 && this.tokens.nesting().balanced();
	}

	private boolean isJunction(int token) {
		return switch (this.tokens.word(token)) {
			case LOGIC, SELECT, SET_OPERATION, WHERE, HAVING, LIKE, IN_OR_IS, NOT, CASE, WHEN, THEN -> true;
			default -> false;
		};
	}

	/**
	 * A clause that asks for an order or a number of rows, names the source of rows, or
	 * what to return of them.
	 */
	private boolean isTail() {
		int from = this.first;
		if (this.tokens.word(from) == SqlWord.FROM || this.tokens.is(from, "returning")) {
			return StatementGrammar.endOfName(this.tokens, from + 1) > this.last;
		}
		if (this.tokens.word(from) == SqlWord.INTO && this.tokens.word(from - 1) == SqlWord.INSERT) {
			return StatementGrammar.endOfName(this.tokens, from + 1) > this.last;
		}
		if (this.tokens.is(from, "join")) {
			return this.tokens.word(from - 1) == SqlWord.CLAUSE && this.last == from + 1;
		}
		if (this.tokens.word(from) == SqlWord.SELECT) {
			return isContinued(this.last + 1)
					&& StatementGrammar.endOfNames(this.tokens, from + 1, this.last, false) > this.last;
		}
		boolean introduced = this.tokens.word(from) == SqlWord.ORDER_OR_GROUP || this.tokens.is(from, "partition");
		if (introduced || this.tokens.is(from, "by")) {
			from += introduced ? 1 : 0;
			return this.tokens.is(from, "by")
					&& StatementGrammar.endOfNames(this.tokens, from + 1, this.last, true) > this.last;
		}
		boolean bound = this.tokens.word(from) == SqlWord.LIMIT || this.tokens.is(from, "top") || isFetched(from);
		return (bound && isNumbers(from + 1)) || (isFetched(from - 1) && this.tokens.is(from + 1, "rows"));
	}

	private boolean isFetched(int token) {
		return this.tokens.is(token - 1, "fetch") && (this.tokens.is(token, "first") || this.tokens.is(token, "next"));
	}

	/**
	 * What is selected goes on, up to where it comes from.
	 */
	private boolean isContinued(int token) {
		SqlToken kind = this.tokens.kind(token);
		return this.tokens.word(token) == SqlWord.FROM || kind == SqlToken.COMMA || kind == SqlToken.DOT;
	}

	private boolean isNumbers(int from) {
		for (int i = from; i <= this.last; i++) {
			SqlToken kind = this.tokens.kind(i);
			if (kind != SqlToken.NUMBER && kind != SqlToken.COMMA && kind != SqlToken.PLACEHOLDER) {
				return false;
			}
		}
		return this.last - from < 3;
	}

	/**
	 * All columns of an insertion or some of them, the columns that tables are joined by,
	 * or all arguments of a function.
	 */
	private boolean isNamesInParentheses() {
		int parent = this.tokens.nesting().parent(this.first);
		if (parent > 0 && isFollowedByRows(this.tokens.nesting().partner(parent))
				&& StatementGrammar.endOfNames(this.tokens, this.first, this.last, false) > this.last) {
			return true;
		}
		boolean own = this.tokens.kind(this.first) == SqlToken.OPEN;
		int open = own ? this.first : this.first - 1;
		int close = own ? this.last : this.last + 1;
		SqlWord before = this.tokens.word(open - 1);
		boolean named = before == SqlWord.INSERT || this.tokens.is(open - 1, "using")
				|| this.tokens.kind(open - 1) == SqlToken.WORD && !StatementGrammar.isConnective(before)
						&& before != SqlWord.OPERAND_PREFIX;
		boolean names = this.tokens.kind(open + 1) != SqlToken.NUMBER;
		boolean expected = named && ((!own && names) || isFollowedByRows(close) || before == SqlWord.STATEMENT
				|| this.tokens.is(open - 1, "using") || this.tokens.word(open - 2) == SqlWord.AS
				|| this.tokens.is(open - 1, "conflict"));
		return expected && this.tokens.nesting().partner(open) == close
				&& StatementGrammar.endOfNames(this.tokens, open + 1, close, false) == close;
	}

	private boolean isFollowedByRows(int close) {
		SqlWord next = this.tokens.word(close + 1);
		return next == SqlWord.VALUES || next == SqlWord.SELECT;
	}

	/**
	 * The first words of a statement of which the rest is the application's.
	 */
	private boolean isBeginning() {
		if (this.first > 0 || this.last - this.first > 2 || this.last >= this.tokens.size() - 1) {
			return false;
		}
		return switch (this.tokens.word(0)) {
			case SELECT, INSERT, UPDATE, DELETE, DEFINE, STATEMENT -> isListOfWords();
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

}
