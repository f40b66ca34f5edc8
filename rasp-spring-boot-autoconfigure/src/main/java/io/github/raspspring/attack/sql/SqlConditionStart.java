package io.github.raspspring.attack.sql;

import io.github.raspspring.text.Ascii;

/**
 * How a condition begins: by which word, and what stands before it. Not thread-safe.
 */
final class SqlConditionStart {

	private final SqlTokens tokens;

	private final SqlGrammar grammar;

	private final SqlBreakout breakout;

	private SqlAnchor anchor = SqlAnchor.NONE;

	private boolean operator;

	private boolean unlikely;

	private boolean exclusive;

	private boolean choice;

	private boolean title;

	private int position;

	private int quote = -1;

	private int index;

	private boolean sentence;

	private boolean inSentence;

	SqlConditionStart(SqlTokens tokens, SqlGrammar grammar, SqlBreakout breakout) {
		this.tokens = tokens;
		this.grammar = grammar;
		this.breakout = breakout;
	}

	void reset() {
		this.sentence = false;
	}

	/**
	 * Take notice of two words next to each other that SQL does not know, or of the
	 * beginning of a second sentence: what holds them is a sentence, and no statement
	 * goes on behind it unless a literal ends.
	 */
	void note() {
		if (this.sentence || !this.tokens.is(0, SqlToken.WORD)) {
			return;
		}
		this.sentence = this.tokens.beginsSentence(0);
		if (!this.sentence && this.tokens.name(0) && this.tokens.name(-1) && this.tokens.length(0) > 1
				&& this.tokens.length(-1) > 1 && this.tokens.start(0) == this.tokens.end(-1) + 1) {
			this.sentence = Character.isLetter(this.tokens.firstChar(0))
					&& Character.isLetter(this.tokens.firstChar(-1));
		}
	}

	/**
	 * Return whether a sentence comes before, and no literal that was ended.
	 */
	boolean isInSentence() {
		return this.inSentence;
	}

	/**
	 * Return whether a literal ends before, and the text tells of the condition between
	 * it and the mark of a comment.
	 */
	boolean isToldOf(int mark) {
		return this.anchor == SqlAnchor.QUOTE && this.quote >= 0 && this.tokens.isToldOf(this.quote, mark);
	}

	/**
	 * Read the current token, which starts a condition.
	 */
	void read() {
		this.operator = this.tokens.is(0, SqlToken.LOGICAL_OPERATOR);
		this.unlikely = followsSentence();
		this.exclusive = this.tokens.reads(0, "xor");
		this.choice = this.tokens.reads(0, "or");
		this.quote = this.tokens.is(-1, SqlToken.STRING) ? this.tokens.end(-1) - 1 : -1;
		this.position = this.tokens.start(0);
		this.index = this.tokens.index();
		this.title = this.tokens.isTitle();
		this.anchor = findAnchor();
		this.inSentence = this.sentence && this.anchor != SqlAnchor.QUOTE;
	}

	/**
	 * Return what ties the condition to the statement that it changes.
	 */
	SqlAnchor anchor() {
		return this.anchor;
	}

	/**
	 * Return whether it begins with a sign and not with a word.
	 */
	boolean isOperator() {
		return this.operator;
	}

	/**
	 * Return whether it begins the text as a title or name begins, capitalized.
	 */
	boolean isTitle() {
		return this.title;
	}

	boolean isUnlikely() {
		return this.unlikely;
	}

	boolean isExclusive() {
		return this.exclusive;
	}

	/**
	 * Return whether it begins with {@code or}, which adds rows only if it is true.
	 */
	boolean isChoice() {
		return this.choice;
	}

	/**
	 * Return the index of its first character.
	 */
	int position() {
		return this.position;
	}

	/**
	 * Return the number of its first token.
	 */
	int index() {
		return this.index;
	}

	/**
	 * Tell whether what stands before makes the condition one of a sentence or of
	 * mathematics: a comma, a word and a number, two numbers that are compared.
	 */
	private boolean followsSentence() {
		if (this.breakout.inCode()) {
			return false;
		}
		if (this.tokens.is(-1, SqlToken.NUMBER)) {
			return this.tokens.name(-2) && Character.isLetter(this.tokens.firstChar(-2)) || endsComparison();
		}
		return this.tokens.is(-1, SqlToken.COMMA) || this.tokens.reads(-1, "true") || this.tokens.reads(-1, "false")
				|| this.tokens.is(-1, SqlToken.STRING) && endsComparison();
	}

	/**
	 * Tell whether two operands of a kind are compared before, with blanks between or at
	 * the beginning if they are said to be equal: who adds a condition adds it to an
	 * operand.
	 */
	private boolean endsComparison() {
		boolean loose = this.tokens.start(-2) > this.tokens.end(-3) && this.tokens.start(-1) > this.tokens.end(-2)
				|| this.tokens.index() == 3;
		return this.tokens.is(-2, SqlToken.COMPARISON) && (this.grammar.orders(-2) || loose || this.tokens.name(-4))
				&& this.tokens.is(-3, this.tokens.kind(-1));
	}

	/**
	 * Return whether words in quotation marks stand before a dash with blanks on both
	 * sides, as in a sentence.
	 */
	boolean isQuotationBeforeDash() {
		int mark = this.tokens.start(0);
		return this.tokens.is(-1, SqlToken.STRING) && this.tokens.end(-1) < mark && this.tokens.length(-1) > 2
				&& !this.breakout.commentsOut(mark);
	}

	/**
	 * Return whether a dash stands apart from what goes before, and a word follows, as in
	 * a title.
	 */
	boolean isBeforeDash() {
		int mark = this.tokens.start(0);
		return this.anchor != SqlAnchor.QUOTE && this.tokens.is(0, SqlToken.LINE_COMMENT) && this.tokens.end(-1) < mark
				&& !this.breakout.endsText(mark);
	}

	/**
	 * Return whether the statement ends a number in quotation marks, right behind the
	 * word that joins it: {@code 1'or'1}.
	 */
	boolean isJoinedToNumber() {
		return this.anchor == SqlAnchor.QUOTE && this.tokens.is(0, SqlToken.END) && this.tokens.is(-1, SqlToken.STRING)
				&& this.tokens.is(-2, SqlWord.LOGIC)
				&& (this.tokens.end(-2) == this.tokens.start(-1) || !this.breakout.behindDigit())
				&& this.tokens.length(-1) > 1 && Ascii.isDigit(this.tokens.secondChar(-1));
	}

	private SqlAnchor findAnchor() {
		if (this.breakout.inCode()) {
			return SqlAnchor.QUOTE;
		}
		int before = -1;
		while (this.tokens.is(before, SqlToken.CLOSE) && before > -12) {
			before--;
		}
		if (this.tokens.is(before, SqlToken.NUMBER)) {
			boolean begins = (before == -1)
					? this.tokens.beginsFragment(before) && !this.tokens.is(before - 1, SqlToken.SEMICOLON)
					: this.tokens.is(before - 1, SqlToken.END);
			if (begins || (this.tokens.is(before - 1, SqlToken.OPERATOR) && this.tokens.beginsFragment(before - 1))) {
				return SqlAnchor.VALUE;
			}
			return this.tokens.is(before - 1, SqlToken.COMPARISON) ? SqlAnchor.NONE : SqlAnchor.NUMBER;
		}
		if (this.tokens.is(before, SqlToken.STRING) || this.tokens.is(before, SqlToken.VARIABLE) || before < -1) {
			return SqlAnchor.NUMBER;
		}
		return this.tokens.beginsFragment(0) ? SqlAnchor.START : SqlAnchor.NONE;
	}

}
