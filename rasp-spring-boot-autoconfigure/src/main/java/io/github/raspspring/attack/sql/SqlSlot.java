package io.github.raspspring.attack.sql;

import java.util.Locale;
import java.util.Set;

/**
 * Whether a template could have had a value in the place of tokens that input covers. A
 * value stands where an operand is expected: neither right behind another one nor right
 * in front of one. What fails that is text of the template which input coincides with.
 */
final class SqlSlot {

	private static final Set<String> UNITS = Set.of("row", "rows", "year", "month", "week", "day", "days", "hour",
			"minute", "second", "quarter", "microsecond", "percent", "at", "to", "is", "with");

	/** Names that a value follows. */
	private static final Set<String> PREFIXES = Set.of("zone", "date", "timestamp", "separator", "next", "first",
			"returns", "to", "then");

	private final StatementTokens tokens;

	private final int first;

	private final int last;

	SqlSlot(StatementTokens tokens, int first, int last) {
		this.tokens = tokens;
		this.first = first;
		this.last = last;
	}

	boolean isImpossible() {
		boolean behindOperand = endsOperand(this.first - 1);
		boolean beforeOperand = startsOperand(this.last + 1);
		if (behindOperand && needsLeft(this.last + 1)) {
			return true;
		}
		// Behind the dot stands a name, and behind that no operand.
		if (beforeOperand && this.tokens.kind(this.first - 1) == SqlToken.DOT && !isSelected()) {
			return true;
		}
		boolean forOperator = behindOperand && needsLeft(this.first);
		boolean beforeNot = this.tokens.word(this.last + 1) == SqlWord.NOT;
		if ((beforeOperand || beforeNot) && needsRight(this.last) && !forOperator) {
			return !isSelected() || isPlain();
		}
		if (isCalled() && isWords() && (behindOperand || needsRight(this.last))) {
			return true;
		}
		return behindOperand && (isOneStep() || isLastArgument() || (beforeOperand && isWords()));
	}

	/**
	 * Return whether a value is expected right here: a template has nothing else behind
	 * an operator, whatever stands there came in the place of a value.
	 */
	boolean isValueExpected() {
		int before = this.first - 1;
		boolean introduces = switch (this.tokens.word(before)) {
			case SELECT, AS, QUANTIFIER, LIMIT -> true;
			default -> isStar(before);
		};
		return needsRight(before) && !introduces;
	}

	/**
	 * Return whether a token ends an operand.
	 */
	boolean endsOperand(int token) {
		return switch (this.tokens.kind(token)) {
			case NUMBER, STRING, PLACEHOLDER, QUOTED_IDENTIFIER, CLOSE -> true;
			case WORD -> switch (this.tokens.word(token)) {
				case NAME -> !isOneOf(PREFIXES, token);
				case FUNCTION -> this.tokens.kind(token + 1) != SqlToken.OPEN;
				case CONSTANT -> true;
				default ->
					this.tokens.is(token, "asc") || this.tokens.is(token, "desc") || this.tokens.is(token, "end");
			};
			default -> isStar(token);
		};
	}

	private boolean startsOperand(int token) {
		return switch (this.tokens.kind(token)) {
			case NUMBER, STRING, PLACEHOLDER, QUOTED_IDENTIFIER, VARIABLE -> true;
			case WORD -> switch (this.tokens.word(token)) {
				case COMMON_FUNCTION, CONSTANT -> true;
				default -> StatementGrammar.isWordOfName(this.tokens, token) && !isUnit(token);
			};
			default -> false;
		};
	}

	private boolean isCalled() {
		return this.tokens.kind(this.last + 1) == SqlToken.OPEN;
	}

	private boolean needsLeft(int token) {
		return switch (this.tokens.kind(token)) {
			case COMPARISON, DOT, LOGICAL_OPERATOR -> true;
			case WORD -> this.tokens.word(token) == SqlWord.LIKE || this.tokens.word(token) == SqlWord.IN_OR_IS;
			default -> false;
		};
	}

	private boolean needsRight(int token) {
		return switch (this.tokens.kind(token)) {
			case COMPARISON, OPERATOR, LOGICAL_OPERATOR, COMMA -> true;
			case WORD -> switch (this.tokens.word(token)) {
				case FROM, WHERE, HAVING, BY, LIMIT, INTO, AS, LOGIC, NOT, LIKE, IN_OR_IS, WHEN, THEN, SET, UPDATE,
						SELECT, OPERAND_PREFIX, QUANTIFIER, CASE ->
					!this.tokens.is(token, "end");
				case CLAUSE -> this.tokens.is(token, "on") || this.tokens.is(token, "join")
						|| this.tokens.is(token, "using") || this.tokens.is(token, "returning");
				default -> false;
			};
			default -> false;
		};
	}

	/**
	 * In a list of what is selected, and from where, a name behind a value is an alias.
	 */
	private boolean isSelected() {
		return switch (this.tokens.nesting().clause(this.first)) {
			case SELECT, FROM -> true;
			default -> false;
		};
	}

	private boolean isPlain() {
		for (int i = this.first; i <= this.last; i++) {
			SqlWord word = this.tokens.word(i);
			if (this.tokens.kind(i) == SqlToken.OPEN || word == SqlWord.SELECT || word == SqlWord.SET_OPERATION) {
				return false;
			}
		}
		return true;
	}

	/**
	 * An operator and one operand that go on with an operand: they ask for less, or for
	 * something else, but never for more.
	 */
	private boolean isOneStep() {
		SqlToken kind = this.tokens.kind(this.first);
		boolean operator = kind == SqlToken.COMPARISON || kind == SqlToken.OPERATOR || this.tokens.is(this.first, "and")
				|| this.tokens.is(this.first, "as") || this.tokens.is(this.first, "between");
		return operator && this.last == this.first + 1 && (endsOperand(this.last) || startsOperand(this.last));
	}

	/**
	 * A comma and the number behind it, such as the {@code , 2} of a rounding.
	 */
	private boolean isLastArgument() {
		return this.last == this.first + 1 && this.tokens.kind(this.first) == SqlToken.COMMA
				&& this.tokens.kind(this.last) == SqlToken.NUMBER && isCallOrList(this.last + 1);
	}

	private boolean isCallOrList(int token) {
		return this.tokens.kind(token) == SqlToken.CLOSE || this.tokens.kind(token) == SqlToken.COMMA;
	}

	private boolean isWords() {
		for (int i = this.first; i <= this.last; i++) {
			SqlWord word = this.tokens.word(i);
			boolean part = this.tokens.kind(i) == SqlToken.WORD || this.tokens.kind(i) == SqlToken.DOT;
			if (!part || word == SqlWord.LOGIC || word == SqlWord.SELECT || word == SqlWord.SET_OPERATION) {
				return false;
			}
		}
		return true;
	}

	private boolean isStar(int token) {
		return this.tokens.kind(token) == SqlToken.OPERATOR && this.tokens.first(token) == '*';
	}

	/**
	 * What follows a value and is no operand.
	 */
	private boolean isUnit(int token) {
		return isOneOf(UNITS, token);
	}

	private boolean isOneOf(Set<String> words, int token) {
		String text = this.tokens.text().substring(this.tokens.start(token), this.tokens.end(token));
		return words.contains(text.toLowerCase(Locale.ROOT));
	}

}
