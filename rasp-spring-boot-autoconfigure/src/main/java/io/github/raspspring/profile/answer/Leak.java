package io.github.raspspring.profile.answer;

import io.github.raspspring.engine.Rule;

/**
 * Kinds of what should not leave.
 */
enum Leak {

	/** Lines of a stack trace. */
	STACK_TRACE("stack-trace", "CWE-209", "The answer shows a stack trace, which tells attackers what runs inside.",
			"Answer failures with a problem that says what the client can do, and log the rest."),

	/** An error of a database. */
	DATABASE_ERROR("database-error", "CWE-209",
			"The answer shows the error of a database, which injection is built by.",
			"Translate exceptions of the database to answers of your own."),

	/** A key or token. */
	SECRET("secret", "CWE-200", "The answer shows a key or token by its format.",
			"Keep secrets out of what is serialized, and revoke what was shown."),

	/** The number of a payment card. */
	CARD_NUMBER("card-number", "CWE-359", "The answer shows the number of a payment card.",
			"Show the last four digits at most."),

	/** The number of a bank account. */
	BANK_ACCOUNT("bank-account", "CWE-359", "The answer shows the number of a bank account.",
			"Show the last four digits at most, or answer it to its owner only.");

	private final Rule rule;

	Leak(String id, String cwe, String explanation, String remedy) {
		this.rule = new Rule(id, cwe, explanation, remedy);
	}

	Rule rule() {
		return this.rule;
	}

}
