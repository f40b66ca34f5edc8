package io.github.raspspring.attack.query;

import io.github.raspspring.text.Ascii;

/**
 * Recognizes a document that has a store run code: a command of MongoDB that maps and
 * reduces by functions, or a query of Elasticsearch with a script that reaches classes or
 * never ends. What scripts compute from fields is what they are made for. Stateless.
 */
final class DocumentCommand {

	private static final String[] REACHING = { "java.lang.", "getRuntime(", "getClass(", "forName(", "ProcessBuilder",
			"Thread.sleep(" };

	/** Loops without an end, in which blanks make no difference. */
	private static final String[] ENDLESS = { "while(true)", "for(;;)" };

	private DocumentCommand() {
	}

	static boolean is(String text) {
		int name = Ascii.skipSpace(text, 1);
		if (Ascii.at(text, 0) != '{' || Ascii.at(text, name) != '"') {
			return false;
		}
		if (Ascii.startsWith(text, name + 1, "mapreduce\"")) {
			return text.indexOf("function", name) > 0;
		}
		int script = text.indexOf("\"script\"");
		return script > 0 && Ascii.at(text, Ascii.skipSpace(text, script + 8)) == ':' && reaches(text, script);
	}

	private static boolean reaches(String text, int script) {
		for (String sign : REACHING) {
			if (text.indexOf(sign, script) > 0) {
				return true;
			}
		}
		for (int i = script; i < text.length(); i++) {
			if (loops(text, i)) {
				return true;
			}
		}
		return false;
	}

	private static boolean loops(String text, int start) {
		for (String loop : ENDLESS) {
			int i = start;
			int read = 0;
			while (read < loop.length() && Ascii.at(text, i) == loop.charAt(read)) {
				i = Ascii.skipSpace(text, i + 1);
				read++;
			}
			if (read == loop.length()) {
				return true;
			}
		}
		return false;
	}

}
