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

	final int literals;

	final int word;

	final int names;

	final int call;

	final int constant;

	SqlAnchor(int literals, int word, int names, int call, int constant) {
		this.literals = literals;
		this.word = word;
		this.names = names;
		this.call = call;
		this.constant = constant;
	}

}
