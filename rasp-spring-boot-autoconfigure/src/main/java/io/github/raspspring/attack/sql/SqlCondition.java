package io.github.raspspring.attack.sql;

import io.github.raspspring.attack.sql.SqlConditionStart.Anchor;
import io.github.raspspring.attack.sql.SqlConditionStart.Anchor.Operand;

/**
 * Follows a condition that begins with AND, OR, WHERE or the like, however long its
 * operands are, and weighs it when both sides are known. Not thread-safe.
 */
final class SqlCondition {

	private static final int MOST_IN_SENTENCE = 3;

	private static final int UNKNOWN_DEPTH = Integer.MIN_VALUE / 2;

	private final SqlTokens tokens;

	private final SqlGrammar grammar;

	private final SqlBreakout breakout;

	private final SqlWeight weight;

	private final SqlConditionStart start;

	private boolean active;

	/** Whether the text before is unknown, and whether the condition may have ended. */
	private boolean entered;

	private boolean doubtful;

	private int depth;

	private int outer;

	private int base;

	private Operand left = Operand.NONE;

	private boolean compared;

	private boolean likeCode;

	private boolean byWord;

	private boolean ordered;

	private boolean leftIsConstant;

	private boolean leftIsNumber;

	private boolean negated;

	SqlCondition(SqlTokens tokens, SqlGrammar grammar, SqlBreakout breakout, SqlWeight weight) {
		this.grammar = grammar;
		this.tokens = tokens;
		this.breakout = breakout;
		this.weight = weight;
		this.start = new SqlConditionStart(tokens, grammar, breakout);
	}

	void reset() {
		this.active = false;
		this.depth = 0;
		this.entered = false;
		this.start.reset();
	}

	/**
	 * Go on within a text that may have closed any number of parentheses before.
	 */
	void enter() {
		this.active = false;
		this.entered = true;
		this.depth = UNKNOWN_DEPTH;
		this.start.enter();
	}

	/**
	 * Pass a token that is not part of any condition.
	 */
	void pass(SqlToken kind) {
		if (kind == SqlToken.WORD) {
			this.start.note();
		}
		this.depth += (kind == SqlToken.OPEN) ? 1 : (kind == SqlToken.CLOSE) ? -1 : 0;
	}

	/**
	 * Return whether the parenthesis that was opened holds a remark of a sentence.
	 */
	boolean isRemark() {
		if (this.start.isPerhapsRemark()) {
			this.weight.guess();
		}
		return this.start.isRemark();
	}

	boolean isActive() {
		return this.active;
	}

	/**
	 * Take the current token.
	 * @param kind what it is
	 * @param starts whether it starts a condition
	 */
	void token(SqlToken kind, boolean starts) {
		if (kind == SqlToken.WORD) {
			this.start.note();
		}
		if (starts) {
			if (this.active && !this.compared) {
				finish();
			}
			start();
			return;
		}
		if (kind == SqlToken.OPEN) {
			open();
		}
		else if (kind == SqlToken.CLOSE) {
			close();
		}
		else if (this.active && this.depth == this.base) {
			operandOrOperator(kind);
		}
	}

	/**
	 * Return whether the text has closed a parenthesis that it didn't open.
	 */
	boolean closesMoreThanOpened() {
		if (this.depth < UNKNOWN_DEPTH / 2) {
			this.weight.guess();
		}
		return this.depth < 0;
	}

	void end() {
		if (this.active) {
			finishHere();
		}
	}

	private void start() {
		this.active = !this.breakout.quotes(this.tokens);
		this.compared = false;
		this.likeCode = false;
		this.byWord = false;
		this.leftIsConstant = false;
		this.leftIsNumber = false;
		this.negated = false;
		this.doubtful = false;
		this.left = Operand.NONE;
		this.outer = this.depth;
		this.base = this.depth;
		this.start.read();
	}

	private void open() {
		this.depth++;
		if (this.active && this.depth - 1 == this.base) {
			if (this.tokens.is(-1, SqlToken.WORD)) {
				call();
			}
			else if (this.left == Operand.NONE || this.compared) {
				this.base = this.depth;
			}
		}
	}

	private void call() {
		switch (this.tokens.word(-1)) {
			case LOGIC, NOT, WHERE, HAVING, IN_OR_IS, LIKE -> this.base = this.depth;
			case FUNCTION, HARMFUL_FUNCTION, IF, OPERAND_PREFIX -> operand(Operand.SQL_CALL);
			default -> operand(Operand.CALL);
		}
	}

	private void close() {
		this.depth--;
		if (this.active && this.depth < this.base) {
			this.base = this.depth;
			if (this.depth < this.outer) {
				finishHere();
			}
		}
	}

	private void operandOrOperator(SqlToken kind) {
		switch (kind) {
			case NUMBER -> number();
			case STRING -> string();
			case VARIABLE -> operand((this.tokens.secondChar(0) == '@') ? Operand.SQL_CALL : Operand.NAME);
			case QUOTED_IDENTIFIER -> operand(Operand.NAME);
			case COMPARISON -> {
				if (this.tokens.closesElement(0)) {
					this.active = false;
				}
				else {
					compare(false);
				}
			}
			case WORD -> word(this.tokens.word(0));
			case COMMA -> comma();
			case SEMICOLON, LINE_COMMENT -> finishHere();
			case OTHER -> {
				if (this.tokens.closesBracket(0)) {
					finishHere();
				}
				this.active = false;
			}
			default -> {
			}
		}
	}

	private void comma() {
		if (this.base == this.outer || this.start.anchor() != Anchor.QUOTE) {
			finishHere();
		}
		else if (this.entered && !this.doubtful) {
			add((!this.compared && this.left == Operand.SQL_CALL) ? MOST_IN_SENTENCE : 0);
			this.weight.guess();
			this.doubtful = true;
		}
	}

	private void string() {
		if (this.tokens.is(-1, SqlToken.NUMBER)) {
			this.active = false;
			return;
		}
		operand(Operand.LITERAL);
	}

	private void number() {
		if (this.tokens.is(-1, SqlToken.NUMBER) || this.tokens.is(-1, SqlToken.CLOSE) || this.tokens.name(-1)) {
			this.active = false;
			return;
		}
		this.leftIsNumber = !this.compared;
		operand(Operand.LITERAL);
	}

	private void word(SqlWord word) {
		switch (word) {
			case NOT -> this.negated = true;
			case ARITHMETIC, OPERAND_PREFIX -> {
			}
			case CONSTANT -> {
				this.leftIsConstant = !this.compared;
				operand(Operand.LITERAL);
			}
			case LIKE, IN_OR_IS -> compare(true);
			case SELECT -> {
				if (this.tokens.is(-1, SqlToken.OPEN)) {
					operand(Operand.QUERY);
				}
			}
			case SET_OPERATION, ORDER_OR_GROUP, LIMIT, INTO -> finishHere();
			default -> name();
		}
	}

	private void name() {
		if (this.tokens.is(1, SqlToken.OPEN)) {
			this.active &= !this.tokens.name(-1);
			return;
		}
		boolean adjacent = this.tokens.name(-1) || this.tokens.is(-1, SqlToken.NUMBER)
				|| this.tokens.is(-1, SqlToken.STRING);
		if (!adjacent) {
			operand(Operand.NAME);
			return;
		}
		this.active = false;
		if (this.tokens.name(-1) && this.tokens.is(-2, SqlWord.LOGIC)) {
			this.breakout.endsInSentence(!this.doubtful);
		}
	}

	private void compare(boolean word) {
		if (this.left == Operand.NONE) {
			this.active = false;
			return;
		}
		if (this.compared) {
			return;
		}
		this.compared = true;
		this.byWord = word;
		this.ordered = this.grammar.orders(0);
		this.likeCode = word ? this.tokens.is(0, SqlWord.IN_OR_IS) : this.grammar.likeCode(0);
	}

	private void operand(Operand operand) {
		if (this.compared) {
			if (this.byWord && this.tokens.is(0, SqlWord.CONSTANT)) {
				this.likeCode = false;
			}
			if (operand != Operand.NAME || !this.grammar.wordOfSentence(1)) {
				weigh(operand);
			}
			this.active = false;
		}
		else if (this.left == Operand.LITERAL && operand == Operand.NAME) {
			this.left = Operand.NAME;
		}
		else if (this.left != Operand.NAME || operand.ordinal() > Operand.LITERAL.ordinal()) {
			this.left = (operand.ordinal() > this.left.ordinal()) ? operand : this.left;
		}
	}

	private void weigh(Operand right) {
		if (this.byWord && right.ordinal() < Operand.CALL.ordinal()
				&& (this.start.anchor() == Anchor.NONE || this.start.anchor() == Anchor.START)) {
			return;
		}
		Operand weaker = (this.left.ordinal() < right.ordinal()) ? this.left : right;
		Operand stronger = (weaker == this.left) ? right : this.left;
		boolean codeLike = this.likeCode && !this.byWord || this.start.isOperator() && this.ordered;
		int weight = this.start.anchor().weigh(weaker, stronger, this.byWord, this.likeCode, codeLike);
		if (weight > 0 && weight < 5 && this.start.anchor() != Anchor.NONE && this.start.commentsOut(1)
				&& (!this.start.isUnlikely() || this.breakout.endsText(this.tokens.start(1)))) {
			weight = 5;
		}
		else if ((this.start.isUnlikely() || this.grammar.goesOnWithNumber()) && weaker == Operand.LITERAL
				&& stronger == Operand.LITERAL && !this.start.commentsOut(1)) {
			weight = Math.min(weight, 3);
		}
		else if (this.start.isExclusive() && !this.byWord && this.start.anchor() != Anchor.QUOTE
				&& !this.start.commentsOut(1) && !this.grammar.isTrueButNoSum()) {
			weight = Math.min(weight, 3);
		}
		else if (this.start.isTitle() && this.tokens.is(1, SqlToken.END)) {
			weight = Math.min(weight, 3);
		}
		else if (this.start.anchor() != Anchor.QUOTE && this.grammar.isNeverTrue() && !this.start.commentsOut(1)
				|| this.grammar.isBeforeInches()) {
			weight = Math.min(weight, 3);
		}
		boolean told = this.tokens.is(1, SqlToken.LINE_COMMENT) ? this.start.isToldOf(this.tokens.start(1))
				: this.start.anchor() != Anchor.QUOTE && this.grammar.isSubjectOfSentence(1);
		add(told ? Math.min(weight, MOST_IN_SENTENCE) : weight);
	}

	private void finishHere() {
		if (!this.compared) {
			finish();
		}
		this.active = false;
	}

	/**
	 * Weigh a condition that compares nothing: {@code or true}, {@code or 1 --}.
	 */
	private void finish() {
		this.active = false;
		SqlToken kind = this.tokens.kind(0);
		boolean commented = this.start.isCutOff();
		int weight = 0;
		if (this.left == Operand.LITERAL) {
			if (commented && !this.leftIsConstant && this.start.isBeforeDash()) {
				weight = 3;
			}
			else if (commented) {
				weight = (this.start.anchor() == Anchor.NONE) ? (this.leftIsConstant ? 5 : 3) : 5;
			}
			else if (kind == SqlToken.END || kind == SqlToken.CLOSE || kind == SqlToken.OTHER
					|| this.tokens.is(0, SqlWord.LOGIC)
					|| this.tokens.is(0, SqlWord.ORDER_OR_GROUP) && this.tokens.is(1, SqlWord.BY)) {
				weight = this.start.bare(this.negated, this.leftIsConstant, this.leftIsNumber);
			}
		}
		else if (this.left == Operand.SQL_CALL) {
			weight = (commented && this.start.anchor() != Anchor.NONE) ? 5 : this.start.anchor().call - 2;
		}
		else if ((this.left == Operand.NAME || this.left == Operand.CALL) && commented
				&& this.start.anchor() == Anchor.QUOTE && !this.breakout.isMeasure()) {
			weight = 5;
		}
		add(weight);
	}

	/**
	 * Add a weight, no more than a weak one where a sentence comes before.
	 */
	private void add(int weight) {
		if (this.start.isDoubtful(weight)) {
			this.weight.guess();
		}
		int most = this.start.isInSentence() ? Math.min(weight, MOST_IN_SENTENCE) : weight;
		this.weight.add(most, SqlRules.TAUTOLOGY, this.start.position(), this.tokens.end(0));
	}

}
