package io.github.raspspring.profile.declared;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Rule;

/**
 * What is recognized when a request is compared with what is declared.
 */
final class DeclaredRules {

	static final String SOURCE = "profile-declared";

	static final Rule UNKNOWN_PROPERTY = new Rule("unknown-property", "CWE-915",
			"The request sets a property that its type does not declare, as one does who tries to set what is not theirs.",
			"Bind requests to types that have only what clients may set, and refuse unknown properties.");

	static final Rule READ_ONLY_PROPERTY = new Rule("read-only-property", "CWE-915",
			"The request sets a property that only the application sets.",
			"Keep what is read-only out of the types that requests are bound to.");

	static final Rule SCALAR_AS_OBJECT = new Rule("scalar-as-object", "CWE-843",
			"An object or a list stands where a single value is declared, as operators of queries are smuggled in.",
			"Bind the value to its type before it reaches a query.");

	static final Rule DUPLICATE = new Rule("duplicate-name", "CWE-235",
			"A name stands twice where one is declared, so that filters and the application may read different values.",
			"Refuse duplicates where the request is parsed.");

	static final Rule FAR_OFF_LIMITS = new Rule("far-off-limits", "CWE-20",
			"A number is below zero or ten times above what is declared, as prices and quantities are tampered with.",
			"Validate the argument with @Valid, and take prices from the server's own data.");

	static final Rule FORGED_VALUE = new Rule("forged-value", "CWE-345",
			"A value that the server signs was not issued by it for this subject.",
			"Nothing is to be fixed in the application; don't use the value.");

	/** Late, not hostile. */
	static final Rule EXPIRED_VALUE = new Rule("expired-value", "CWE-672",
			"A value that the server signed has expired.", "Issue a new one.");

	private DeclaredRules() {
	}

	static Finding finding(Rule rule, Confidence confidence, InputLocation location, String name) {
		return Finding.of(SOURCE, Category.BUSINESS_LOGIC, rule)
			.confidence(confidence)
			.at(new InputValue(location, name, ""))
			.build();
	}

}
