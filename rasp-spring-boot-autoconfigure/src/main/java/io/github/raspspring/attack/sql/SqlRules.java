package io.github.raspspring.attack.sql;

import io.github.raspspring.engine.Rule;

/**
 * What {@link SqlInjectionDetector} recognizes.
 */
final class SqlRules {

	private static final String CWE = "CWE-89";

	private static final String REMEDY = "Bind the value as a parameter of a prepared statement; "
			+ "choose names and sort orders from a fixed list.";

	static final Rule TAUTOLOGY = new Rule("condition", CWE,
			"The value adds a condition of its own to a statement, which changes the rows it reads or writes.", REMEDY);

	static final Rule UNION = new Rule("union-select", CWE,
			"The value appends a query with UNION SELECT, which reads data that the statement was not meant to read.",
			REMEDY);

	static final Rule SUBQUERY = new Rule("subquery", CWE,
			"The value contains a query in parentheses, which reads data that the statement was not meant to read.",
			REMEDY);

	static final Rule STACKED = new Rule("stacked-statement", CWE,
			"The value ends the statement and begins another, which can change data, objects or rights.", REMEDY);

	static final Rule HARMFUL = new Rule("harmful-call", CWE,
			"The value calls a database function that waits, reads files, connects elsewhere or fails on purpose.",
			REMEDY);

	static final Rule COMMENT = new Rule("comment-truncation", CWE,
			"The value ends a literal and comments out the rest of the statement, such as its password check.", REMEDY);

	static final Rule CLAUSE = new Rule("clause", CWE,
			"The value adds a clause such as ORDER BY or HAVING, which is used to find out about the statement.",
			REMEDY);

	static final Rule CONDITIONAL = new Rule("conditional-expression", CWE,
			"The value contains a conditional expression that tells facts by its outcome, bit by bit.", REMEDY);

	static final Rule SPLICE = new Rule("literal-splice", CWE,
			"The value ends a literal, inserts an expression and opens the literal again.", REMEDY);

	static final Rule FILE = new Rule("file-write", CWE,
			"The value directs the result of a statement into a file on the database server.", REMEDY);

	static final Rule CATALOG = new Rule("catalog", CWE,
			"The value reads the database's own catalog or system variables.", REMEDY);

	private SqlRules() {
	}

}
