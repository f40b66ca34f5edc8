package io.github.raspspring.attack.path;

import io.github.raspspring.engine.Rule;

/**
 * What can be recognized in a path that input takes part in.
 */
final class FileRules {

	private static final String REMEDY = "Look the file up by an identifier, or resolve the name against its folder, "
			+ "normalize, and check that the result still starts with the folder.";

	static final Rule TRAVERSAL = rule("traversal", "CWE-22",
			"A value of the request climbs out of the folder that the application chose.");

	static final Rule ABSOLUTE = rule("absolute-path", "CWE-36",
			"A value of the request makes the path start at the root of a file system or share.");

	static final Rule NUL = rule("nul", "CWE-158",
			"A value of the request brings a NUL, at which some systems end the file name.");

	static final Rule STREAM = rule("stream", "CWE-69",
			"A value of the request names an alternate data stream of the file.");

	static final Rule EXTENSION = rule("executable-extension", "CWE-434",
			"A value of the request makes the application write a file that a server or shell would run.");

	private FileRules() {
	}

	private static Rule rule(String id, String cwe, String explanation) {
		return new Rule(id, cwe, explanation, REMEDY);
	}

}
