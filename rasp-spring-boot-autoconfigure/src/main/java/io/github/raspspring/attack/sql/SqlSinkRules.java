package io.github.raspspring.attack.sql;

import io.github.raspspring.engine.Rule;

/**
 * What can be recognized in a statement that input takes part in.
 */
final class SqlSinkRules {

	private static final String REMEDY = "Bind the value as a parameter of a prepared statement; "
			+ "choose names and directions from a fixed list.";

	static final Rule LITERAL = rule("literal-breakout",
			"A value of the request opens or closes a literal of the statement, so that what follows runs as SQL.");

	static final Rule COMMENT = rule("comment",
			"A value of the request opens or closes a comment of the statement, which cuts off what the application wrote.");

	static final Rule STACKED = rule("stacked-statement",
			"A value of the request ends the statement and may start another one.");

	static final Rule FUNCTION = rule("function-call",
			"A value of the request brings a function call or subquery into the statement.");

	static final Rule STRUCTURE = rule("structure",
			"A value of the request brings key words or operators into the statement, so that it asks something else.");

	static final Rule IDENTIFIER = rule("identifier",
			"A value of the request chooses a name of the statement, such as the column it is ordered by.");

	static final Rule UNREADABLE = rule("unreadable",
			"The statement ends within a literal or comment, and a value of the request is part of it.");

	static final Rule NEW_SHAPE = rule("new-shape",
			"The route has run the same few statements for long, and now runs one that is built differently.");

	private SqlSinkRules() {
	}

	private static Rule rule(String id, String explanation) {
		return new Rule(id, "CWE-89", explanation, REMEDY);
	}

}
