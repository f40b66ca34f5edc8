package io.github.raspspring.attack.url;

import io.github.raspspring.engine.Rule;

/**
 * What can be recognized in a forward, include or view that input takes part in.
 */
final class ForwardRules {

	private static final String REMEDY = "Choose what to forward to, include or render by a table of your own, or list "
			+ "the paths that input may choose under rasp.sinks.forward.allowed-paths.";

	static final Rule PREFIX = rule("prefix", "CWE-601",
			"A value of the request makes the name of a view a forward or a redirect.");

	static final Rule REMOTE = rule("absolute-url", "CWE-98",
			"A value of the request makes the target a URL instead of a path of the application.");

	static final Rule TRAVERSAL = rule("traversal", "CWE-22",
			"A value of the request climbs out of the folder that the application chose.");

	static final Rule INTERNAL = rule("internal-path", "CWE-552",
			"A value of the request leads to what only the server or its operators may see.");

	static final Rule CHOSEN = rule("chosen-path", "CWE-552",
			"A value of the request is the whole path that is forwarded to or included.");

	static final Rule EXPRESSION = rule("view-expression", "CWE-1336",
			"A value of the request brings an expression into the name of a view, which template engines evaluate.");

	private ForwardRules() {
	}

	private static Rule rule(String id, String cwe, String explanation) {
		return new Rule(id, cwe, explanation, REMEDY);
	}

}
