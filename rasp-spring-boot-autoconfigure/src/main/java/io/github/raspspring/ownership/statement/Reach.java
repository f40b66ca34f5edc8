package io.github.raspspring.ownership.statement;

/**
 * Whose rows a statement can reach.
 */
public enum Reach {

	/** Those of the subject, of nobody, or none at all. */
	OWN,

	/** Those of somebody else. */
	FOREIGN,

	/** Those of an owner that only the database knows. */
	UNKNOWN,

	/** Those of everybody. */
	OPEN

}
