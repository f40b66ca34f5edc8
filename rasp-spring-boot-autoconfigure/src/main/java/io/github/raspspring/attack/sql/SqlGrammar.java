package io.github.raspspring.attack.sql;

/**
 * Knows what SQL allows to follow: looks a few tokens ahead of the current one and tells
 * a statement from a sentence that uses the same words. Offsets count from the current
 * token. Not thread-safe.
 */
final class SqlGrammar {

	private final SqlTokens tokens;

	SqlGrammar(SqlTokens tokens) {
		this.tokens = tokens;
	}

	int skipQuantifiersAndParens(int from) {
		int next = from;
		while (next < from + 8 && (this.tokens.is(next, SqlWord.QUANTIFIER) || this.tokens.is(next, SqlToken.OPEN))) {
			next++;
		}
		return next;
	}

	/**
	 * Tell whether UNION joins something other than SELECT: VALUES, a whole table, or
	 * what a comment cuts off.
	 */
	boolean otherQuery(int offset) {
		if (this.tokens.reads(offset, "table")) {
			int next = offset + 2;
			while (this.tokens.is(next, SqlToken.DOT) && next < offset + 6) {
				next += 2;
			}
			boolean named = this.tokens.is(offset + 1, SqlToken.WORD);
			return named && (this.tokens.ended(next) || this.tokens.is(next, SqlToken.SEMICOLON));
		}
		return this.tokens.is(offset, SqlWord.VALUES)
				|| (offset > 1 && this.tokens.ended(offset) && this.tokens.reads(0, "union"));
	}

	/**
	 * Tell whether the sign of an operand stands there.
	 */
	boolean sign(int offset) {
		char c = this.tokens.firstChar(offset);
		return this.tokens.is(offset, SqlToken.OPERATOR) && (c == '-' || c == '+' || c == '~' || c == '!')
				&& this.tokens.length(offset) == 1;
	}

	boolean literal(int offset) {
		return switch (this.tokens.kind(offset)) {
			case NUMBER, STRING, VARIABLE -> true;
			default -> this.tokens.is(offset, SqlWord.CONSTANT);
		};
	}

	/**
	 * Tell whether a word follows that no operand is followed by.
	 */
	boolean wordOfSentence(int offset) {
		if (!this.tokens.is(offset, SqlToken.WORD)) {
			return false;
		}
		return switch (this.tokens.word(offset)) {
			case NAME, OBJECT, SHUTDOWN, VALUES, FUNCTION, COMMON_FUNCTION, DELAY, FILE_TARGET, STATEMENT, CONSTANT ->
				true;
			default -> false;
		};
	}

	/**
	 * Tell whether a sentence says something of what stands before.
	 */
	boolean isSubjectOfSentence(int offset) {
		return this.tokens.reads(offset, "is") && this.tokens.name(offset + 1);
	}

	/**
	 * Tell whether an operand begins.
	 */
	boolean operand(int offset) {
		return literal(offset) || this.tokens.is(offset, SqlToken.OPEN) || callsFunction(offset)
				|| (sign(offset) && literal(offset + 1));
	}

	/**
	 * Tell whether a number is all there is before the current token.
	 */
	boolean behindFirstNumber() {
		return this.tokens.is(-1, SqlToken.NUMBER) && this.tokens.is(-2, SqlToken.END);
	}

	boolean endsOrderTerm(int offset) {
		return this.tokens.ended(offset) || this.tokens.is(offset, SqlToken.SEMICOLON)
				|| this.tokens.is(offset, SqlToken.CLOSE) || this.tokens.closesBracket(offset)
				|| this.tokens.is(offset, SqlWord.CLAUSE) || this.tokens.is(offset, SqlWord.LIMIT)
				|| (this.tokens.is(offset, SqlToken.COMMA) && operand(offset + 1));
	}

	/**
	 * Tell whether a function that is found in SQL only is called.
	 */
	boolean callsFunction(int offset) {
		SqlWord word = this.tokens.word(offset);
		return ((word == SqlWord.FUNCTION || word == SqlWord.COMMON_FUNCTION)
				&& this.tokens.is(offset + 1, SqlToken.OPEN))
				|| (word == SqlWord.HARMFUL_FUNCTION && argumentsOfCall(offset) > 0)
				|| ((word == SqlWord.IF || word == SqlWord.OPERAND_PREFIX)
						&& this.tokens.is(offset + 1, SqlToken.OPEN));
	}

	/**
	 * Tell whether a function that program code doesn't have is called.
	 */
	boolean callsSqlFunction(int offset) {
		return callsFunction(offset) && this.tokens.word(offset) != SqlWord.COMMON_FUNCTION
				&& this.tokens.word(offset) != SqlWord.IF;
	}

	/**
	 * Tell whether a function goes by a name that other languages use too.
	 */
	boolean ambiguousFunction(int offset) {
		return this.tokens.reads(offset, "sleep") || this.tokens.reads(offset, "benchmark");
	}

	/**
	 * Tell whether a sentence goes on right behind a call of such a function.
	 */
	boolean isTalkedAbout(int offset) {
		int arguments = argumentsOfCall(offset);
		return ambiguousFunction(offset) && this.tokens.is(arguments + 1, SqlToken.CLOSE)
				&& this.tokens.name(arguments + 2);
	}

	/**
	 * Tell whether the current token is a member of an object.
	 */
	boolean member() {
		return (this.tokens.is(-1, SqlToken.DOT) && this.tokens.end(-1) == this.tokens.start(0))
				|| (this.tokens.is(-1, SqlToken.OPERATOR)
						&& (this.tokens.reads(-1, "->") || this.tokens.reads(-1, "::")));
	}

	/**
	 * Return where the arguments of a call begin, or -1 if nothing is called or the call
	 * has no arguments.
	 */
	int argumentsOfCall(int offset) {
		int next = offset + 1;
		while (next < offset + 7 && this.tokens.is(next, SqlToken.DOT) && this.tokens.is(next + 1, SqlToken.WORD)) {
			next += 2;
		}
		return (this.tokens.is(next, SqlToken.OPEN) && !this.tokens.is(next + 1, SqlToken.CLOSE)) ? next + 1 : -1;
	}

	/**
	 * Tell whether a call with one literal is followed by another literal argument.
	 */
	boolean middleArgument(int arguments) {
		return literal(arguments) && this.tokens.is(arguments + 1, SqlToken.CLOSE)
				&& this.tokens.is(arguments + 2, SqlToken.COMMA) && literal(arguments + 3)
				&& this.tokens.is(arguments + 4, SqlToken.CLOSE);
	}

	/**
	 * Tell whether {@code select(2)} is the page of a manual.
	 */
	boolean sectionOfManual() {
		return this.tokens.is(1, SqlToken.OPEN) && this.tokens.end(0) == this.tokens.start(1)
				&& this.tokens.is(2, SqlToken.NUMBER) && this.tokens.length(2) == 1 && this.tokens.is(3, SqlToken.CLOSE)
				&& !this.tokens.is(-1, SqlToken.OPEN) && (this.tokens.name(-1) || this.tokens.name(4)
						|| this.tokens.is(4, SqlToken.COMMA) || this.tokens.is(4, SqlWord.LOGIC));
	}

	/**
	 * Tell whether a call that is the whole text so far is compared or cut off.
	 */
	boolean isWholeOperand(int arguments) {
		int depth = 1;
		int next = arguments;
		while (depth > 0 && next < arguments + 16 && !this.tokens.ended(next)) {
			depth += this.tokens.is(next, SqlToken.OPEN) ? 1 : this.tokens.is(next, SqlToken.CLOSE) ? -1 : 0;
			next++;
		}
		return depth == 0 && (this.tokens.is(next, SqlToken.LINE_COMMENT)
				|| this.tokens.is(next, SqlToken.COMPARISON) && !likeCode(next)
						&& (this.tokens.first() || this.tokens.length(next + 1) == 1 && this.tokens.isOpen(next + 1)));
	}

	/**
	 * Tell whether the condition of a function is a literal, or two that are compared by
	 * a word.
	 */
	boolean decides(int open) {
		int next = open + 1;
		if (!this.tokens.is(open, SqlToken.OPEN) || !literal(next)) {
			boolean matched = this.tokens.name(next) && this.tokens.is(next + 1, SqlWord.LIKE);
			return this.tokens.is(open, SqlToken.OPEN) && (matched || callsSqlFunction(next));
		}
		boolean compared = this.tokens.is(next + 1, SqlWord.LIKE) || this.tokens.is(next + 1, SqlWord.IN_OR_IS)
				|| this.tokens.reads(next + 1, "between");
		return this.tokens.is(next + 1, SqlToken.COMMA) || compared;
	}

	/**
	 * Tell whether the current token chooses between values where an operand is asked
	 * for: behind an operator, behind the number that the text begins with, behind a word
	 * that compares.
	 */
	boolean choosesOperand() {
		if (!this.tokens.is(0, SqlWord.IF) || !this.tokens.is(1, SqlToken.OPEN)) {
			return false;
		}
		boolean calculated = this.tokens.is(-1, SqlToken.OPERATOR);
		boolean literal = literal(2) && this.tokens.is(3, SqlToken.COMMA);
		return calculated && (literal || this.tokens.index() == 2 && this.tokens.is(-2, SqlToken.NUMBER))
				|| this.tokens.is(-1, SqlWord.LIKE) && this.tokens.index() == 2;
	}

	/**
	 * Tell whether two numbers or strings are compared, whatever parentheses surround
	 * them.
	 */
	boolean comparesNumbers(int offset) {
		int next = comparison(offset);
		return next > 0 && (this.tokens.is(next + 1, SqlToken.NUMBER) || this.tokens.is(next + 1, SqlToken.STRING));
	}

	/**
	 * Tell whether two numbers or strings are compared as no programming language does
	 * within a call.
	 */
	boolean equatesNumbers(int offset) {
		int next = comparison(offset);
		return next > 0 && (this.tokens.reads(next, "=") || this.tokens.reads(next, "<>")) && comparesNumbers(offset);
	}

	/**
	 * Tell whether the current function is given a call of SQL that is compared with a
	 * literal.
	 */
	boolean comparesCall() {
		if (!callsFunction(0) || !callsSqlFunction(2)) {
			return false;
		}
		int depth = 1;
		int next = 4;
		while (depth > 0 && next < 24 && !this.tokens.ended(next)) {
			depth += this.tokens.is(next, SqlToken.OPEN) ? 1 : this.tokens.is(next, SqlToken.CLOSE) ? -1 : 0;
			next++;
		}
		return depth == 0 && this.tokens.is(next, SqlToken.COMPARISON) && !likeCode(next) && literal(next + 1);
	}

	/**
	 * Return where a literal is compared, 0 if it isn't.
	 */
	private int comparison(int offset) {
		int next = offset;
		while (next < offset + 6 && this.tokens.is(next, SqlToken.OPEN)) {
			next++;
		}
		int opened = next - offset;
		if (!this.tokens.is(next, SqlToken.NUMBER) && !this.tokens.is(next, SqlToken.STRING)) {
			return 0;
		}
		next++;
		while (opened > 0 && this.tokens.is(next, SqlToken.CLOSE)) {
			next++;
			opened--;
		}
		return (this.tokens.is(next, SqlToken.COMPARISON) && !likeCode(next)) ? next : 0;
	}

	/**
	 * Tell whether an operand is the last thing in the text. The quote that ends a
	 * quotation is none.
	 */
	boolean endsWithOperand(int offset) {
		return this.tokens.ended(offset + 1) && !this.tokens.is(offset, SqlToken.WORD)
				&& (this.tokens.length(offset) > 1 || this.tokens.is(offset, SqlToken.NUMBER));
	}

	boolean nullBeforeComment(int offset) {
		int next = this.tokens.is(offset, SqlWord.NOT) ? offset + 1 : offset;
		return this.tokens.is(next, SqlWord.CONSTANT) && (this.tokens.is(next + 1, SqlToken.LINE_COMMENT)
				|| (this.tokens.is(next + 1, SqlToken.SEMICOLON) && this.tokens.is(next + 2, SqlToken.LINE_COMMENT)));
	}

	/**
	 * Tell whether a comparison asks which is larger.
	 */
	boolean orders(int offset) {
		char c = this.tokens.firstChar(offset);
		return this.tokens.is(offset, SqlToken.COMPARISON) && (c == '<' || c == '>');
	}

	/**
	 * Tell whether the current token is the second of two numbers that differ and are
	 * said to be equal, with blanks as in a sentence.
	 */
	boolean isNeverTrue() {
		boolean numbers = this.tokens.is(0, SqlToken.NUMBER) && this.tokens.is(-2, SqlToken.NUMBER);
		boolean loose = this.tokens.start(0) > this.tokens.end(-1) && this.tokens.start(-1) > this.tokens.end(-2);
		return numbers && loose && this.tokens.reads(-1, "=") && !this.tokens.same(0, -2);
	}

	/**
	 * Tell whether the current number is said to equal itself or to be larger or smaller,
	 * without blanks, behind a number and a word that would make another one of the two.
	 */
	boolean isTrueButNoSum() {
		boolean says = this.tokens.same(0, -2) && this.tokens.reads(-1, "=")
				|| orders(-1) && this.tokens.length(-4) > 1;
		return says && this.tokens.is(0, SqlToken.NUMBER) && this.tokens.start(0) == this.tokens.end(-2) + 1
				&& this.tokens.is(-4, SqlToken.NUMBER) && !this.tokens.reads(-4, "0");
	}

	/**
	 * Tell whether a quote that is never closed follows the current number, as that of
	 * inches.
	 */
	boolean isBeforeInches() {
		return this.tokens.is(0, SqlToken.NUMBER) && this.tokens.isOpen(1)
				&& this.tokens.end(0) == this.tokens.start(1);
	}

	/**
	 * Tell whether a number follows behind a semicolon, as no statement begins.
	 */
	boolean goesOnWithNumber() {
		return this.tokens.is(1, SqlToken.SEMICOLON) && this.tokens.is(2, SqlToken.NUMBER);
	}

	/**
	 * Tell whether a comparison is one of programming languages rather than of SQL.
	 */
	boolean likeCode(int offset) {
		return this.tokens.reads(offset, "==") || this.tokens.reads(offset, "=~") || this.tokens.reads(offset, "=>");
	}

	/**
	 * Tell whether an operator or an opening parenthesis asks for the current token.
	 */
	boolean expressionBefore() {
		return switch (this.tokens.kind(-1)) {
			case OPERATOR, LOGICAL_OPERATOR, COMPARISON -> true;
			case OPEN -> this.tokens.is(-2, SqlToken.WORD) || this.tokens.is(-2, SqlToken.OPERATOR)
					|| this.tokens.is(-2, SqlToken.OPEN) || this.tokens.is(-2, SqlToken.COMPARISON);
			case WORD -> switch (this.tokens.word(-1)) {
				case SELECT, LOGIC, LIKE, WHERE, HAVING, NOT, THEN, WHEN, BY, IF, QUANTIFIER -> true;
				default -> false;
			};
			case SEMICOLON -> this.tokens.is(-2, SqlToken.STRING) || this.tokens.is(-2, SqlToken.NUMBER);
			default -> false;
		};
	}

	boolean joins(int offset) {
		return switch (this.tokens.kind(offset)) {
			case OPERATOR, COMPARISON, LOGICAL_OPERATOR -> true;
			case WORD -> switch (this.tokens.word(offset)) {
				case LIKE, NOT, LOGIC, ARITHMETIC -> true;
				default -> false;
			};
			default -> false;
		};
	}

	boolean systemVariable() {
		if (this.tokens.is(-1, SqlToken.COMPARISON) && !this.tokens.reads(-1, "=")) {
			return false;
		}
		char second = this.tokens.length(0) > 1 ? this.tokens.secondChar(0) : '\0';
		return second == '@' && !this.tokens.is(1, SqlToken.VARIABLE) && !this.tokens.is(-1, SqlToken.VARIABLE);
	}

	boolean knownVariable() {
		return this.tokens.reads(0, "@@version") || this.tokens.reads(0, "@@datadir")
				|| this.tokens.reads(0, "@@hostname") || this.tokens.reads(0, "@@servername")
				|| this.tokens.reads(0, "@@basedir") || this.tokens.reads(0, "@@version_compile_os");
	}

}
