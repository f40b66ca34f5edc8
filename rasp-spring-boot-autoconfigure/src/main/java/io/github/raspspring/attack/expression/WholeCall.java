package io.github.raspspring.attack.expression;

import io.github.raspspring.text.Ascii;

/**
 * Recognizes a value that is one call from its first character to its last, of what
 * scripts on a server reach for: the environment, files, other programs. In a sentence or
 * a listing something stands before or behind the call.
 */
final class WholeCall {

	/** With a semicolon behind it a line of code, which no expression ends with. */
	private static final String WAIT = "thread.sleep(";

	private static final String[] CALLS = { "system.getenv(", "system.getproperty(", "system.getproperties(",
			"system.setproperty(", "system.exit(", "system.load(", "system.loadlibrary(", "system.setsecuritymanager(",
			"java.lang.system.", "java.lang.runtime.", "java.lang.thread.", "packages.java.lang.", "jdk.jshell.",
			"php:function(", "this.engine.factory.", "os.system(", "os.popen(", "this.evaluate(", "polyglot.eval(",
			"polyglot.import(", "thread.currentthread()", WAIT, "this.class.", "global.process.", "process.mainmodule",
			"process.binding(", "process.env", "require('child_process').", "require(\"child_process\").",
			"require('fs').", "require(\"fs\").", "__import__(", "globalthis.process.", "@environment.getproperty(",
			"@systemproperties", "@systemenvironment" };

	/** Classes of which a new object does something at once, or by one more call. */
	private static final String[] CREATIONS = { "file(", "java.io.file(", "url(", "java.net.url(", "socket(",
			"java.net.socket(", "fileinputstream(", "fileoutputstream(", "filewriter(", "filereader(",
			"java.io.filereader(", "java.io.fileinputstream(", "java.util.scanner(" };

	/** Objects of a servlet or page, of which a method is called. */
	private static final String[] IMPLICIT = { "facescontext.", "pagecontext.", "applicationscope.", "sessionscope.",
			"requestscope.", "servletcontext.", "request.getsession().getservletcontext()",
			"request.getservletcontext()", "session.getservletcontext()" };

	/** Packages of which any class does. */
	private static final String[] PACKAGES = { "java.io.", "java.nio.", "java.net.", "javax.script.", "javax.naming." };

	/** What these begin with. */
	private static final String FIRST = "sjtgpr_n@efao";

	private static final int LONGEST = 512;

	private final String text;

	private final int end;

	private WholeCall(String text) {
		this.text = text;
		int last = text.length();
		while (last > 0 && (text.charAt(last - 1) <= ' ' || text.charAt(last - 1) == ';')) {
			last--;
		}
		this.end = last;
	}

	/**
	 * Return where the beginning of such a call ends, -1 if the text is none.
	 */
	static int at(String text, int start) {
		if (text.length() - start > LONGEST || FIRST.indexOf(Ascii.fold(Ascii.at(text, start))) < 0) {
			return -1;
		}
		int word = Ascii.endOfWord(text, start);
		if (Ascii.at(text, start) != '_' && isSpread(text, start, word)) {
			String joined = joined(text, start);
			return (at(joined, 0) > 0) ? text.length() : -1;
		}
		char behind = Ascii.at(text, word);
		if (behind != '.' && behind != '(' && behind != ':' && word > start && !Ascii.startsWith(text, start, "new ")) {
			return -1;
		}
		int begun = begun(text, start);
		return (begun > 0 && new WholeCall(text).isAll(start, begun)) ? begun : -1;
	}

	/**
	 * Tell whether blanks keep the first word and its member apart.
	 * @param end index behind the word
	 */
	private static boolean isSpread(String text, int start, int end) {
		int dot = Ascii.skipSpace(text, end);
		int member = Ascii.skipSpace(text, dot + 1);
		return end > start && Ascii.at(text, dot) == '.' && (dot > end || member > dot + 1);
	}

	/**
	 * Leave out blanks before and behind dots, and before parentheses.
	 */
	private static String joined(String text, int start) {
		StringBuilder joined = new StringBuilder(text.length() - start);
		for (int i = start; i < text.length(); i++) {
			char c = text.charAt(i);
			int next = Ascii.skipSpace(text, i);
			boolean left = Ascii.isSpace(c) && (Ascii.at(text, next) == '.' || Ascii.at(text, next) == '('
					|| joined.length() > 0 && joined.charAt(joined.length() - 1) == '.');
			if (!left) {
				joined.append(c);
			}
		}
		return joined.toString();
	}

	private static int begun(String text, int start) {
		for (String call : CALLS) {
			if (Ascii.startsWith(text, start, call)) {
				int end = start + call.length() - (call.endsWith("(") ? 1 : 0);
				boolean longer = Ascii.isWord(Ascii.at(text, end)) && Ascii.isWord(text.charAt(end - 1));
				boolean line = call.equals(WAIT) && text.stripTrailing().endsWith(";");
				return (longer || line) ? -1 : end;
			}
		}
		for (String object : IMPLICIT) {
			if (Ascii.startsWith(text, start, object)) {
				boolean line = text.stripTrailing().endsWith(";");
				return (text.indexOf('(', start) > 0 && !line) ? start + object.length() : -1;
			}
		}
		int name = Ascii.startsWith(text, start, "new ") ? Ascii.skipSpace(text, start + 4) : text.length();
		for (String packages : PACKAGES) {
			if (Ascii.startsWith(text, name, packages)) {
				return text.indexOf('(', name);
			}
		}
		for (String creation : CREATIONS) {
			if (Ascii.startsWith(text, name, creation)) {
				return name + creation.length() - 1;
			}
		}
		return -1;
	}

	/**
	 * Tell whether names, members and arguments follow one another up to the end, and a
	 * member follows a new object.
	 */
	private boolean isAll(int begins, int from) {
		int i = from;
		boolean member = Ascii.at(this.text, from) != '(' || !isCreation(from);
		while (i < this.end) {
			char c = this.text.charAt(i);
			if (c == '(' || c == '[') {
				i = behindArguments(i);
				if (i < 0) {
					return false;
				}
			}
			else if (c == ')' && begins > 0 && this.text.charAt(begins - 1) == '(' || c == '.' || c == '?' || c == '$'
					|| Ascii.isWord(c)) {
				member |= c == '.';
				i++;
			}
			else {
				return member && isClosure(i);
			}
		}
		return member;
	}

	/**
	 * Tell whether the rest is a block that Groovy hands over to the last call.
	 */
	private boolean isClosure(int from) {
		int brace = Ascii.skipSpace(this.text, from);
		return Ascii.at(this.text, brace) == '{' && behindArguments(brace) == this.end;
	}

	private boolean isCreation(int parenthesis) {
		int i = parenthesis;
		while (i > 0 && (Ascii.isWord(this.text.charAt(i - 1)) || this.text.charAt(i - 1) == '.')) {
			i--;
		}
		return i > 3 && Ascii.isSpace(this.text.charAt(i - 1));
	}

	/**
	 * Return the index behind what stands in brackets, -1 if it does not end.
	 */
	private int behindArguments(int open) {
		int depth = 0;
		char quote = '\0';
		for (int i = open; i < this.end; i++) {
			char c = this.text.charAt(i);
			if (c == '\n') {
				return -1;
			}
			if (quote != '\0') {
				quote = (c == quote && this.text.charAt(i - 1) != '\\') ? '\0' : quote;
			}
			else if (c == '\'' || c == '"') {
				quote = c;
			}
			else if (c == '(' || c == '[' || c == '{') {
				depth++;
			}
			else if ((c == ')' || c == ']' || c == '}') && --depth == 0) {
				return i + 1;
			}
		}
		return -1;
	}

}
