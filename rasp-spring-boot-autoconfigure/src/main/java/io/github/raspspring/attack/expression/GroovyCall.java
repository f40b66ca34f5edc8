package io.github.raspspring.attack.expression;

import io.github.raspspring.text.Ascii;

/**
 * Recognizes how code of Groovy and of scripts on a JVM begins that reaches for a class
 * at once.
 */
final class GroovyCall {

	private static final String[] BEGINNINGS = { "java.type('java", "java.type(\"java", "runtime.getruntime()",
			"java.lang.runtime.", "java.lang.system.exit(", "java.lang.system.getenv(", "java.lang.processbuilder(",
			"java.lang.class.forname(", "runtime.runtime.", "eval.me(", "eval.x(", "@groovy.transform.asttest(",
			"@asttest(", "@groovy.lang.grab(", "@grab(", "javax.naming.initialcontext", "exec(java.lang.",
			"evaluate(new url(", "with (new java.", "with(new java.", "evaluate(new file(", "runtime:exec(",
			"java:java.lang.", "@system.diagnostics.process", "load(\"http", "load('http", "load(\"classpath:",
			"load('classpath:" };

	private static final String[] MEASURES = { ".availableprocessors(", ".freememory(", ".totalmemory(", ".maxmemory(",
			".gc(" };

	private static final int LONGEST_IMPORT = 128;

	private GroovyCall() {
	}

	/**
	 * Return where the beginning ends, -1 if a text doesn't begin so.
	 */
	static int at(String text, int start) {
		for (String beginning : BEGINNINGS) {
			if (Ascii.startsWith(text, start, beginning) && !measures(text, start + beginning.length())) {
				return start + beginning.length();
			}
		}
		return imported(text, start);
	}

	/**
	 * Tell whether the runtime is only asked how much it has.
	 */
	static boolean measures(String text, int end) {
		for (String measure : MEASURES) {
			if (Ascii.startsWith(text, end, measure)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * A class of the JDK that is imported and used on the same line.
	 */
	private static int imported(String text, int start) {
		if (!Ascii.startsWith(text, start, "import java.") && !Ascii.startsWith(text, start, "import groovy.")) {
			return -1;
		}
		int semicolon = text.indexOf(';', start);
		char next = Ascii.at(text, semicolon + 1);
		boolean goesOn = semicolon > 0 && semicolon < start + LONGEST_IMPORT && (Ascii.isLetter(next) || next == '@');
		return (goesOn && text.indexOf('(', semicolon) > 0) ? semicolon + 1 : -1;
	}

}
