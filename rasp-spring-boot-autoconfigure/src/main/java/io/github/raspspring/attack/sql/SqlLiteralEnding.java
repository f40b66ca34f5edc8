package io.github.raspspring.attack.sql;

import io.github.raspspring.engine.Rule;

/**
 * Weighs what follows the quote that ends the literal of the statement. Not thread-safe.
 */
final class SqlLiteralEnding {

	/** Tokens of a list that a value is compared with. */
	private static final int LONGEST_LIST = 12;

	private final SqlTokens tokens;

	private final SqlGrammar grammar;

	private final SqlBreakout breakout;

	private final SqlCondition condition;

	private final SqlWeight weight;

	SqlLiteralEnding(SqlTokens tokens, SqlGrammar grammar, SqlBreakout breakout, SqlCondition condition,
			SqlWeight weight) {
		this.tokens = tokens;
		this.grammar = grammar;
		this.breakout = breakout;
		this.condition = condition;
		this.weight = weight;
	}

	/**
	 * Take the current token, which is a literal.
	 */
	void literal() {
		this.breakout.literal(this.tokens);
		if (this.breakout.inCode() && this.tokens.first()) {
			splice();
			assignment();
			emptyCondition();
		}
		if (this.breakout.inCode()) {
			afterBreakout();
		}
	}

	/**
	 * A literal that is compared with another one right behind the quote that ended it.
	 */
	void comparison() {
		if (!this.breakout.closedBy(this.tokens, -1)) {
			return;
		}
		if (this.tokens.is(0, SqlWord.LIKE)) {
			likeUpToComment(1);
		}
		if (!this.grammar.literal(1)) {
			return;
		}
		int next = (this.tokens.is(2, SqlToken.COMPARISON) && this.grammar.literal(3)) ? 4 : 2;
		if (this.tokens.is(next, SqlToken.LINE_COMMENT)
				&& (!this.breakout.behindDigit() || this.breakout.commentsOut(this.tokens.start(next)))) {
			add(5, SqlRules.TAUTOLOGY);
		}
	}

	/**
	 * A number that is the whole text so far, compared with a literal that is the rest.
	 */
	void like() {
		comparison();
		if (this.tokens.index() == 1 && this.tokens.is(-1, SqlToken.NUMBER) && this.grammar.literal(1)
				&& this.tokens.ended(2)) {
			add(5, SqlRules.TAUTOLOGY);
		}
	}

	/**
	 * A word that compares, what it compares with, and the mark of a comment that ends
	 * the text.
	 */
	private void likeUpToComment(int from) {
		int next = this.tokens.is(from, SqlWord.LIKE) ? from + 1 : from;
		int end = endOfOperand(next);
		end += this.tokens.is(end, SqlToken.SEMICOLON) ? 1 : 0;
		if (end > next && this.tokens.is(end, SqlToken.LINE_COMMENT)
				&& this.breakout.commentsOut(this.tokens.start(end))) {
			add(5, SqlRules.TAUTOLOGY);
		}
	}

	/**
	 * Return where a literal ends, or a list or call of literals.
	 */
	private int endOfOperand(int from) {
		int open = this.grammar.callsFunction(from) ? from + 1 : from;
		if (!this.tokens.is(open, SqlToken.OPEN)) {
			return this.grammar.literal(from) ? from + 1 : from;
		}
		int next = open + 1;
		while (next < open + LONGEST_LIST && this.grammar.literal(next) && this.tokens.is(next + 1, SqlToken.COMMA)) {
			next += 2;
		}
		return (this.grammar.literal(next) && this.tokens.is(next + 1, SqlToken.CLOSE)) ? next + 2 : from;
	}

	/**
	 * Another column that the text assigns in the list of an update, and nothing else or
	 * a comment.
	 */
	private void assignment() {
		if (!this.tokens.is(1, SqlToken.COMMA) || !this.tokens.is(2, SqlToken.WORD) || !this.tokens.reads(3, "=")) {
			return;
		}
		boolean goesOn = this.tokens.is(4, SqlToken.STRING) && this.tokens.is(5, SqlToken.END)
				&& !this.breakout.closes(this.tokens.end(4) - 1);
		boolean cutOff = this.grammar.literal(4) && this.tokens.is(5, SqlToken.LINE_COMMENT)
				&& this.breakout.commentsOut(this.tokens.start(5));
		if (goesOn || cutOff) {
			add(5, SqlRules.CLAUSE);
		}
	}

	/**
	 * A condition of empty literals only, up to the quote at the end of the text:
	 * {@code ' or ''-'}.
	 */
	private void emptyCondition() {
		boolean joined = this.tokens.is(1, SqlWord.LOGIC) || this.tokens.is(1, SqlToken.COMPARISON)
				|| this.tokens.is(1, SqlToken.LOGICAL_OPERATOR);
		if (!joined || !this.tokens.is(2, SqlToken.STRING) || this.tokens.length(2) != 2) {
			return;
		}
		int last = this.tokens.is(3, SqlToken.STRING) ? 3 : this.grammar.joins(3) ? 4 : 2;
		if (last > 2 && this.tokens.is(last, SqlToken.STRING) && this.tokens.length(last) == 1
				&& this.tokens.is(last + 1, SqlToken.END)) {
			add(5, SqlRules.SPLICE);
		}
	}

	/**
	 * What may follow the quote that ends a literal, and does in attacks only.
	 */
	private void afterBreakout() {
		int next = 1;
		while (this.tokens.is(next, SqlToken.CLOSE) && next < 12) {
			next++;
		}
		SqlToken kind = this.tokens.kind(next);
		if (kind == SqlToken.OPERATOR || kind == SqlToken.LOGICAL_OPERATOR
				|| this.tokens.is(next, SqlWord.ARITHMETIC)) {
			if (this.grammar.callsFunction(next + 1) || this.grammar.comparesNumbers(next + 1)) {
				add(5, SqlRules.SPLICE);
			}
			else if (this.grammar.literal(next + 1) && this.tokens.is(next + 2, SqlToken.LINE_COMMENT)) {
				add(5, SqlRules.COMMENT);
			}
		}
		else if (kind == SqlToken.COMPARISON && this.grammar.operand(next + 1)) {
			boolean ends = this.grammar.endsWithOperand(next + 1)
					&& !this.tokens.isPrime(this.tokens.end(0) - 1, next + 1);
			add(ends ? 5 : 4, SqlRules.TAUTOLOGY);
		}
		else if (this.tokens.is(next, SqlWord.IN_OR_IS) && this.grammar.nullBeforeComment(next + 1)) {
			add(5, SqlRules.TAUTOLOGY);
		}
		else if (this.tokens.reads(next, "in") && this.tokens.is(next + 1, SqlToken.OPEN)) {
			likeUpToComment(next + 1);
		}
	}

	/**
	 * Literals and operators only, from the first character to the last: {@code '||'}.
	 */
	private void splice() {
		int next = 1;
		boolean literal = false;
		while (next < 16 && this.grammar.joins(next)) {
			literal = this.tokens.is(next + 1, SqlToken.STRING);
			next += (literal || this.tokens.is(next + 1, SqlToken.NUMBER)) ? 2 : 1;
		}
		boolean word = this.tokens.is(1, SqlWord.LIKE) || this.tokens.is(1, SqlWord.ARITHMETIC);
		boolean tight = next == 5 && this.tokens.length(0) == 1 && this.tokens.length(4) == 1 && this.tokens.start(4)
				- this.tokens.end(0) == this.tokens.length(1) + this.tokens.length(2) + this.tokens.length(3);
		boolean joined = tight || next == 3 && this.tokens.length(2) == 1 && this.tokens.isWord();
		if (literal && this.tokens.is(next, SqlToken.END) && (this.breakout.wholeText() || word || joined)) {
			add(5, SqlRules.SPLICE);
		}
	}

	/**
	 * The mark of a comment that cuts off what follows.
	 */
	void comment() {
		int mark = this.tokens.start(0);
		if (this.breakout.rule(mark) || this.breakout.isMeasure() || this.breakout.isLoose(mark)) {
			return;
		}
		int before = -1;
		while (this.tokens.is(before, SqlToken.CLOSE) && before > -12) {
			before--;
		}
		if (this.tokens.is(before, SqlToken.SEMICOLON)) {
			before--;
		}
		while (this.tokens.is(before, SqlToken.CLOSE) && before > -12) {
			before--;
		}
		boolean closed = this.breakout.closedBy(this.tokens, before);
		if (!closed && !(before < -1 && endsArguments(before))) {
			return;
		}
		if (this.breakout.commentsOut(mark) || this.breakout.commentSticks(this.tokens)) {
			add(5, SqlRules.COMMENT);
		}
	}

	/**
	 * Tell whether a value ends the parentheses that the statement has opened, somewhere
	 * behind the quote that ended the literal.
	 */
	private boolean endsArguments(int value) {
		return this.breakout.inCode() && this.tokens.is(value + 1, SqlToken.CLOSE)
				&& (this.grammar.literal(value) || this.tokens.is(value, SqlToken.OPEN))
				&& this.condition.closesMoreThanOpened();
	}

	private void add(int weight, Rule rule) {
		this.weight.add(weight, rule, this.tokens.start(0), this.tokens.end(0));
	}

}
