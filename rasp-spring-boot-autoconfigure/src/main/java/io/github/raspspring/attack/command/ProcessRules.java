package io.github.raspspring.attack.command;

import java.util.Set;

import io.github.raspspring.engine.Rule;

/**
 * What can be recognized in a command line that input takes part in.
 */
final class ProcessRules {

	private static final String REMEDY = "Start the program without a shell, pass the value as one argument behind "
			+ "\"--\", and choose programs and options from a fixed list.";

	static final Rule EXECUTABLE = rule("executable", "CWE-78", "A value of the request chooses the program to run.");

	static final Rule SEPARATOR = rule("separator", "CWE-78",
			"A value of the request ends a command of the shell and may start another one.");

	static final Rule SUBSTITUTION = rule("substitution", "CWE-78",
			"A value of the request brings a command or variable that the shell replaces by its result.");

	static final Rule REDIRECTION = rule("redirection", "CWE-78",
			"A value of the request makes the shell read or write a file.");

	static final Rule QUOTE = rule("quote-breakout", "CWE-78",
			"A value of the request opens or closes quotes of the shell, so that what follows is read differently.");

	static final Rule COMMENT = rule("comment", "CWE-78",
			"A value of the request starts a comment, which cuts off what the application wrote.");

	static final Rule OPTION = rule("option", "CWE-88",
			"A value of the request is read as an option of the program instead of a plain argument.");

	static final Rule CODE = rule("code", "CWE-94", "A value of the request is part of a program given as argument.");

	/** What takes signs of a shell: words alone don't do it. */
	static final Set<Rule> SIGNS = Set.of(SEPARATOR, SUBSTITUTION, REDIRECTION, QUOTE);

	private ProcessRules() {
	}

	private static Rule rule(String id, String cwe, String explanation) {
		return new Rule(id, cwe, explanation, REMEDY);
	}

}
