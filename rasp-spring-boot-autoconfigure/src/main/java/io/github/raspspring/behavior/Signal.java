package io.github.raspspring.behavior;

/**
 * What is told apart of one client, each in a map of its own that is made when the first
 * is seen.
 */
public enum Signal {

	/** Paths that nothing answers for. */
	UNKNOWN_PATHS,

	/** Paths that were refused for want of credentials. */
	LOCKED_PATHS,

	/** What the client says it is. */
	AGENTS,

	/** Networks that a subject comes from. */
	NETWORKS,

	/** Accounts at which a login failed. */
	FAILED_ACCOUNTS,

	/** Accounts at which a login succeeded. */
	GOOD_ACCOUNTS,

	/** Credentials that were refused. */
	REFUSED_TOKENS,

	/** Credentials that were good. */
	GOOD_TOKENS,

	/** Pages of lists that were read. */
	PAGES,

	/** Verified subjects of a network. */
	SUBJECTS,

	/** Routes that are new to a subject that has a history. */
	NEW_ROUTES

}
