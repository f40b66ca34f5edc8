package io.github.raspspring.ownership.access;

import io.github.raspspring.engine.Rule;

/**
 * What is told of rows that belong to somebody else.
 */
final class OwnershipRules {

	static final Rule FOREIGN_OBJECT_READ = new Rule("foreign-object-read", "CWE-639",
			"The request reads a row that belongs to somebody other than its verified subject.",
			"Ask for the row by its owner too, such as WHERE id = ? AND owner = ?, or name in "
					+ "exempt-authorities who may read everybody's.");

	static final Rule FOREIGN_OBJECT_WRITE = new Rule("foreign-object-write", "CWE-639",
			"The request changes a row that belongs to somebody other than its verified subject, or gives one to "
					+ "somebody else.",
			"Take the owner from the verified subject, never from input, and change rows by their owner too.");

	static final Rule UNRESTRICTED_STATEMENT = new Rule("unrestricted-statement", "CWE-639",
			"The statement reaches rows of everybody: nothing in it restricts the owner to the verified subject.",
			"Restrict the statement by the column of the owner, in every branch of OR and for every alias.");

	static final Rule NOT_JUDGED = new Rule("failed", "CWE-754",
			"Whose rows a statement reaches could not be judged, and the failure mode of the route is closed.",
			"Report the failure named in the event; set rasp.failure-mode=open to let such statements run.");

	private OwnershipRules() {
	}

}
