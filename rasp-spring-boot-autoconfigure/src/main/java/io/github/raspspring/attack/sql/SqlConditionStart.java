package io.github.raspspring.attack.sql;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.text.Ascii;

/**
 * How a condition begins: by which word, and what stands before it. Not thread-safe.
 */
final class SqlConditionStart {

	private final SqlTokens tokens;

	private final SqlGrammar grammar;

	private final SqlBreakout breakout;

	private Anchor anchor = Anchor.NONE;

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

	/** Whether the text before is known, as far as it tells of a sentence. */
	private boolean known;

	/** Whether a sentence may come before, and whether a literal may not have ended. */
	private boolean perhapsInSentence;

	private boolean doubtful;

	SqlConditionStart(SqlTokens tokens, SqlGrammar grammar, SqlBreakout breakout) {
		this.tokens = tokens;
		this.grammar = grammar;
		this.breakout = breakout;
	}

	void reset() {
		this.sentence = false;
		this.known = true;
	}

	/**
	 * Go on within the text. What holds a sentence keeps it.
	 */
	void enter() {
		this.known = false;
	}

	/**
	 * Take notice, at a word, of two next to each other that SQL does not know, or of the
	 * beginning of a second sentence: what holds them is a sentence, and no statement
	 * goes on behind it unless a literal ends.
	 */
	void note() {
		if (this.sentence) {
			return;
		}
		this.sentence = this.tokens.beginsSentence(0) || this.tokens.start(0) == this.tokens.end(-1) + 1
				&& this.tokens.name(0) && this.tokens.name(-1) && this.tokens.length(0) > 1
				&& this.tokens.length(-1) > 1 && Character.isLetter(this.tokens.firstChar(0))
				&& Character.isLetter(this.tokens.firstChar(-1));
	}

	/**
	 * Return whether a sentence comes before, and no literal that was ended.
	 */
	boolean isInSentence() {
		return this.inSentence;
	}

	/**
	 * Return whether a weight is that of the condition only if no sentence comes before,
	 * and the literal of the statement has ended.
	 */
	boolean isDoubtful(int weight) {
		return this.doubtful || this.perhapsInSentence && weight > Confidence.WEAK.score();
	}

	/**
	 * Return whether a parenthesis before the current token holds a remark: a sentence
	 * comes before, and a blank between what can't be followed by one and it.
	 */
	boolean isRemark() {
		return this.sentence && isSaid();
	}

	/**
	 * Return whether it would, if a sentence came before, of which nothing is known.
	 */
	boolean isPerhapsRemark() {
		return !this.sentence && !this.known && isSaid();
	}

	private boolean isSaid() {
		boolean said = this.tokens.name(-2) || this.tokens.is(-2, SqlToken.STRING)
				|| this.tokens.is(-2, SqlToken.NUMBER) || this.tokens.firstChar(-2) == ':';
		return said && !this.breakout.inCode() && this.tokens.is(-1, SqlToken.OPEN)
				&& this.tokens.end(-2) < this.tokens.start(-1);
	}

	/**
	 * Return whether a literal ends before, and the text tells of the condition between
	 * it and the mark of a comment.
	 */
	boolean isToldOf(int mark) {
		return this.anchor == Anchor.QUOTE && this.quote >= 0 && this.tokens.isToldOf(this.quote, mark);
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
		this.inSentence = this.sentence && this.anchor != Anchor.QUOTE;
		this.perhapsInSentence = !this.sentence && !this.known && this.anchor != Anchor.QUOTE;
		this.doubtful = this.breakout.isDoubtful();
	}

	/**
	 * Return what ties the condition to the statement that it changes.
	 */
	Anchor anchor() {
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
	private boolean isQuotationBeforeDash() {
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
		return this.anchor != Anchor.QUOTE && this.tokens.is(0, SqlToken.LINE_COMMENT) && this.tokens.end(-1) < mark
				&& !this.breakout.endsText(mark);
	}

	/**
	 * Return whether the statement ends a number in quotation marks, right behind the
	 * word that joins it: {@code 1'or'1}.
	 */
	boolean isJoinedToNumber() {
		return this.anchor == Anchor.QUOTE && this.tokens.is(0, SqlToken.END) && this.tokens.is(-1, SqlToken.STRING)
				&& this.tokens.is(-2, SqlWord.LOGIC)
				&& (this.tokens.end(-2) == this.tokens.start(-1) || !this.breakout.behindDigit())
				&& this.tokens.length(-1) > 1 && Ascii.isDigit(this.tokens.secondChar(-1));
	}

	/**
	 * Return whether a comment cuts off what follows the condition that ends here.
	 */
	boolean isCutOff() {
		return switch (this.tokens.kind(0)) {
			case LINE_COMMENT -> this.anchor == Anchor.QUOTE && !isQuotationBeforeDash() || commentsOut(0);
			case CLOSE -> commentBehindParens();
			case SEMICOLON -> commentsOut(1) || commentSticks() || this.breakout.isCutOff(this.tokens.end(0));
			default -> false;
		};
	}

	boolean commentsOut(int offset) {
		return this.tokens.is(offset, SqlToken.LINE_COMMENT) && this.breakout.commentsOut(this.tokens.start(offset));
	}

	/**
	 * Tell whether a comment follows the semicolon at once, as in no sentence.
	 */
	private boolean commentSticks() {
		return this.anchor != Anchor.NONE && this.tokens.is(1, SqlToken.LINE_COMMENT)
				&& this.tokens.start(1) == this.tokens.end(0);
	}

	private boolean commentBehindParens() {
		int next = 1;
		while (next < 10 && this.tokens.is(next, SqlToken.CLOSE)) {
			next++;
		}
		return commentsOut(next);
	}

	/**
	 * A number in the place of a condition, unless the quote is that of feet or minutes.
	 */
	int bare(boolean negated, boolean constant, boolean number) {
		int length = this.tokens.index() - this.index - 1;
		if (length > (negated ? 2 : 1)) {
			return 0;
		}
		if (constant) {
			return this.anchor.constant;
		}
		if (isJoinedToNumber()) {
			return 5;
		}
		boolean condition = number && !this.breakout.isElision();
		return (condition && this.anchor == Anchor.QUOTE && !this.breakout.behindDigit()) ? 5 : 0;
	}

	private Anchor findAnchor() {
		if (this.breakout.inCode()) {
			return Anchor.QUOTE;
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
				return Anchor.VALUE;
			}
			return this.tokens.is(before - 1, SqlToken.COMPARISON) ? Anchor.NONE : Anchor.NUMBER;
		}
		if (this.tokens.is(before, SqlToken.STRING) || this.tokens.is(before, SqlToken.VARIABLE) || before < -1) {
			return Anchor.NUMBER;
		}
		return this.tokens.beginsFragment(0) ? Anchor.START : Anchor.NONE;
	}

	/**
	 * What stands before a condition, and what that makes of the condition: weights for
	 * two literals that are compared, for a comparison of any kind, for names, calls and
	 * a bare constant.
	 */
	enum Anchor {

		/** Any word: a sentence may say the same. */
		NONE(5, 2, 2, 4, 0),

		/** Nothing. */
		START(6, 3, 2, 5, 2),

		/** A number, a literal or a closing parenthesis within the text. */
		NUMBER(6, 4, 2, 5, 2),

		/** A number that is the whole text so far. */
		VALUE(7, 5, 5, 7, 5),

		/** A quote that ended the literal. */
		QUOTE(8, 6, 5, 8, 5);

		private final int literals;

		private final int word;

		private final int names;

		final int call;

		final int constant;

		Anchor(int literals, int word, int names, int call, int constant) {
			this.literals = literals;
			this.word = word;
			this.names = names;
			this.call = call;
			this.constant = constant;
		}

		/**
		 * Weigh a comparison that this ties to a statement.
		 * @param weaker the operand that says less
		 * @param stronger the operand that says more
		 * @param byWord whether a word compares them
		 * @param likeCode whether they are compared as in code or sentences
		 * @param softened whether two literals are rather those of code or mathematics
		 */
		int weigh(Operand weaker, Operand stronger, boolean byWord, boolean likeCode, boolean softened) {
			if (weaker == Operand.LITERAL && stronger == Operand.LITERAL) {
				int weight = byWord ? this.word : this.literals;
				return (softened && this != QUOTE && this != VALUE) ? weight - 3 : weight;
			}
			if (stronger.ordinal() >= Operand.SQL_CALL.ordinal()) {
				return this.call - (likeCode ? 4 : 0);
			}
			if (stronger == Operand.CALL) {
				return this.word - (likeCode ? 3 : 0);
			}
			boolean literal = weaker == Operand.LITERAL || stronger == Operand.LITERAL;
			return (literal ? this.word : this.names) - (likeCode || byWord && !literal ? 2 : 0);
		}

		/**
		 * What a side of a comparison is, from plain to telling.
		 */
		enum Operand {

			NONE, NAME, LITERAL, CALL, SQL_CALL, QUERY

		}

	}

}
