package io.github.raspspring.attack.sql;

import java.util.Locale;
import java.util.Set;

/**
 * What asks for no more than the names and numbers in it do: a measure such as
 * {@code sum(total)}, a name that is cast to text, a source of rows with its alias, the
 * names that a function is given, a length of time, a column that is rounded, a number
 * that is added to what is set, and where a condition stands one that asks for less.
 * Where names and numbers are let pass, so is this.
 */
final class SqlModestRequest {

	private static final int REACH = 64;

	private static final Set<String> MEASURES = Set.of("count", "sum", "avg", "min", "max");

	/** Functions that only shape what they are given, and fail for no value. */
	private static final Set<String> SHAPES = Set.of("round", "floor", "ceil", "ceiling", "abs", "upper", "lower",
			"trim", "length", "char_length");

	/** What every value can be cast to: no error tells what it was. */
	private static final Set<String> TEXTS = Set.of("text", "varchar", "citext");

	private static final Set<String> UNITS = Set.of("year", "month", "week", "day", "hour", "minute", "second");

	private final StatementTokens tokens;

	private final int first;

	private final int last;

	SqlModestRequest(StatementTokens tokens, int first, int last) {
		this.tokens = tokens;
		this.first = first;
		this.last = last;
	}

	boolean isOne() {
		return isMeasure() || isDistinct(this.first, this.last + 1) || isCastToText() || isAliasOfSource()
				|| isNamesOfCall() || isLengthOfTime() || isRange() || isNarrowCondition() || isShapedColumn()
				|| isStep();
	}

	/**
	 * A column that is shaped where columns are listed: it tells no more than the column.
	 */
	private boolean isShapedColumn() {
		boolean called = this.tokens.kind(this.first + 1) == SqlToken.OPEN
				&& this.tokens.kind(this.last) == SqlToken.CLOSE && isOneOf(SHAPES, this.first);
		int end = called ? StatementGrammar.endOfName(this.tokens, this.first + 2) : -1;
		boolean digits = called && this.tokens.kind(end) == SqlToken.COMMA
				&& this.tokens.kind(end + 1) == SqlToken.NUMBER && end + 2 == this.last;
		return end > this.first + 2 && (end == this.last || digits) && isItem();
	}

	private boolean isItem() {
		SqlToken before = this.tokens.kind(this.first - 1);
		SqlToken behind = this.tokens.kind(this.last + 1);
		boolean begins = before == SqlToken.COMMA || this.tokens.word(this.first - 1) == SqlWord.SELECT;
		boolean ends = behind == SqlToken.COMMA || this.tokens.word(this.last + 1) == SqlWord.FROM;
		return begins && ends && this.tokens.nesting().clause(this.first) == SqlWord.SELECT;
	}

	/**
	 * A column and a number that is added to it or taken away, where the same column is
	 * set: any other number could be asked for as well.
	 */
	private boolean isStep() {
		int operator = this.last - 1;
		String text = this.tokens.text();
		boolean added = this.last == this.first + 2 && this.tokens.kind(this.last) == SqlToken.NUMBER
				&& this.tokens.kind(operator) == SqlToken.OPERATOR
				&& "+-".indexOf(text.charAt(this.tokens.start(operator))) >= 0
				&& this.tokens.end(operator) == this.tokens.start(operator) + 1;
		if (!added || this.tokens.kind(this.first - 1) != SqlToken.COMPARISON
				|| this.tokens.nesting().clause(this.first) != SqlWord.SET) {
			return false;
		}
		String column = text.substring(this.tokens.start(this.first), this.tokens.end(this.first));
		SqlToken next = this.tokens.kind(this.last + 1);
		return this.tokens.is(this.first - 2, column.toLowerCase(Locale.ROOT))
				&& (next == SqlToken.COMMA || this.tokens.word(this.last + 1) == SqlWord.WHERE);
	}

	private boolean isMeasure() {
		return this.tokens.kind(this.first + 1) == SqlToken.OPEN && this.tokens.kind(this.last) == SqlToken.CLOSE
				&& isOneOf(MEASURES, this.first) && isListed()
				&& (isName(this.first + 2, this.last) || isDistinct(this.first + 2, this.last));
	}

	/**
	 * A statement that groups measures something: to ask for a measure there is no more
	 * than to ask for a column.
	 */
	private boolean isListed() {
		return switch (this.tokens.nesting().clause(this.first)) {
			case SELECT -> isGrouped();
			case BY, HAVING -> true;
			default -> false;
		};
	}

	private boolean isGrouped() {
		int until = Math.min(this.tokens.size(), this.last + REACH);
		for (int i = this.last + 1; i < until; i++) {
			if (this.tokens.is(i, "group") && this.tokens.word(i + 1) == SqlWord.BY) {
				return true;
			}
		}
		return false;
	}

	private boolean isDistinct(int from, int to) {
		return this.tokens.is(from, "distinct") && isName(from + 1, to)
				&& (this.tokens.kind(from - 1) == SqlToken.OPEN || this.tokens.word(from - 1) == SqlWord.SELECT);
	}

	private boolean isCastToText() {
		int cast = this.last - 1;
		return isOneOf(TEXTS, this.last) && this.tokens.kind(cast) == SqlToken.OPERATOR
				&& this.tokens.text().startsWith("::", this.tokens.start(cast)) && isName(this.first, cast)
				&& !isComparedWithName();
	}

	/**
	 * The same column on the other side would be a condition that is always true.
	 */
	private boolean isComparedWithName() {
		int before = this.first - 1;
		SqlWord word = this.tokens.word(before);
		boolean behind = this.tokens.kind(before) == SqlToken.COMPARISON || word == SqlWord.LIKE
				|| word == SqlWord.IN_OR_IS || this.tokens.is(this.tokens.nesting().parent(this.first) - 1, "in");
		return behind || this.tokens.kind(this.last + 1) == SqlToken.COMPARISON
				&& StatementGrammar.endOfName(this.tokens, this.last + 2) > this.last + 2;
	}

	private boolean isAliasOfSource() {
		return this.tokens.word(this.last - 1) == SqlWord.AS && this.tokens.word(this.last) == SqlWord.NAME
				&& isName(this.first, this.last - 1)
				&& (this.tokens.word(this.first - 1) == SqlWord.FROM || this.tokens.is(this.first - 1, "join"));
	}

	private boolean isNamesOfCall() {
		int parent = this.tokens.nesting().parent(this.first);
		SqlWord called = this.tokens.word(parent - 1);
		boolean call = this.tokens.kind(parent - 1) == SqlToken.WORD && !StatementGrammar.isConnective(called)
				&& called != SqlWord.OPERAND_PREFIX;
		return call && isOnlyNames()
				&& StatementGrammar.endOfNames(this.tokens, this.first, this.last, false) > this.last;
	}

	private boolean isOnlyNames() {
		for (int i = this.first; i <= this.last; i++) {
			SqlToken kind = this.tokens.kind(i);
			if (kind == SqlToken.NUMBER || kind == SqlToken.OPERATOR) {
				return false;
			}
		}
		return true;
	}

	private boolean isLengthOfTime() {
		int number = this.tokens.is(this.first, "interval") ? this.first + 1 : this.first;
		return this.tokens.is(number - 1, "interval") && this.last == number + 1
				&& this.tokens.kind(number) == SqlToken.NUMBER && isOneOf(UNITS, this.last);
	}

	/**
	 * Both ends of a range, which a whole condition of the application follows: with one
	 * value in their place that one would have been its end.
	 */
	private boolean isRange() {
		boolean introduced = this.tokens.is(this.first, "between");
		int from = introduced ? this.first + 1 : this.first;
		boolean behind = introduced ? isName(this.first - 1, this.first) : this.tokens.is(from - 1, "between");
		return behind && this.last == from + 2 && this.tokens.kind(from) == SqlToken.NUMBER
				&& this.tokens.is(from + 1, "and") && this.tokens.kind(this.last) == SqlToken.NUMBER
				&& (introduced || !isSingle(this.last + 1));
	}

	/**
	 * Return whether an operand follows that nothing compares with.
	 */
	private boolean isSingle(int token) {
		if (!this.tokens.is(token, "and")) {
			return false;
		}
		int end = Math.max(token + 2, StatementGrammar.endOfName(this.tokens, token + 1));
		SqlWord next = this.tokens.word(end);
		return this.tokens.kind(end) != SqlToken.COMPARISON && next != SqlWord.LIKE && next != SqlWord.IN_OR_IS;
	}

	/**
	 * A column, or the number of rows, that is compared with a number other than those
	 * that hardly leave anything out, right where a condition stands. A value would stand
	 * behind the comparison.
	 */
	private boolean isNarrowCondition() {
		int comparison = this.last - 1;
		boolean narrow = this.tokens.kind(comparison) == SqlToken.COMPARISON
				&& this.tokens.end(comparison) - this.tokens.start(comparison) == 1
				&& this.tokens.kind(this.last) == SqlToken.NUMBER && this.tokens.first(this.last) != '0';
		boolean counted = comparison == this.first + 4 && this.tokens.is(this.first, "count")
				&& this.tokens.kind(this.first + 1) == SqlToken.OPEN
				&& this.tokens.kind(this.first + 3) == SqlToken.CLOSE;
		return narrow && (counted || isName(this.first, comparison)) && isConditionExpected()
				&& !this.tokens.text().regionMatches(true, 0, "delete", 0, 6)
				&& this.tokens.nesting().clause(this.first) != SqlWord.SET;
	}

	private boolean isConditionExpected() {
		int before = this.first - 1;
		if (this.tokens.kind(before) == SqlToken.DOT) {
			before -= 2;
		}
		while (this.tokens.kind(before) == SqlToken.OPEN) {
			before--;
		}
		boolean begins = switch (this.tokens.word(before)) {
			case WHERE, HAVING, LOGIC -> true;
			default -> false;
		};
		SqlToken kind = this.tokens.kind(this.last + 1);
		boolean ends = kind == SqlToken.END || kind == SqlToken.CLOSE
				|| kind == SqlToken.WORD && this.tokens.word(this.last + 1) != SqlWord.NAME;
		return begins && ends;
	}

	private boolean isName(int from, int to) {
		return to > from && StatementGrammar.endOfName(this.tokens, from) == to;
	}

	private boolean isOneOf(Set<String> words, int token) {
		return words.stream().anyMatch((word) -> this.tokens.is(token, word));
	}

}
