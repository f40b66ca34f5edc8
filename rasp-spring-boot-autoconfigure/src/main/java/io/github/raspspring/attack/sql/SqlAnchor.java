package io.github.raspspring.attack.sql;

/**
 * What stands before a condition, and what that makes of the condition: weights for two
 * literals that are compared, for a comparison of any kind, for names, calls and a bare
 * constant.
 */
enum SqlAnchor {

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

	SqlAnchor(int literals, int word, int names, int call, int constant) {
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
