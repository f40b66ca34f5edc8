package io.github.raspspring.attack.command;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.CharacterSet;

/**
 * Recognizes a command by what it is given, whatever its name: a path of the system with
 * wildcards in it, or one that is put together from pieces of variables. Nobody writes
 * paths so but to get past a filter. Reads one command at most.
 */
final class ObscuredPath {

	private static final int LONGEST_WORD = 32;

	/** So many plain words make a sentence. */
	private static final int SENTENCE = 3;

	/** What names of commands are made of. */
	private static final CharacterSet NAME = CharacterSet.ofWords("_-.");

	/** What ends a word or a command, or begins a path. */
	private static final CharacterSet SIGNS = CharacterSet.of(" \t\u000B\f/$;|&\n\r`)");

	private static final int LONGEST_FOLDER = 12;

	private static final int LONGEST_COMMAND = 256;

	private static final String[] FOLDERS = { "etc", "bin", "usr", "var", "proc", "root", "home", "dev", "sbin",
			"tmp" };

	private ObscuredPath() {
	}

	/**
	 * Tell whether a word follows, and behind it an obscured path as one of its
	 * arguments.
	 * @param text the text
	 * @param from index behind what separates commands
	 */
	static boolean follows(String text, int from) {
		int start = from;
		while (start - from < LONGEST_WORD && isBlank(Ascii.at(text, start))) {
			start++;
		}
		int end = start;
		while (end - start < LONGEST_WORD && NAME.contains(Ascii.at(text, end))) {
			end++;
		}
		char next = Ascii.at(text, end);
		if (end == start || !isBlank(next) && next != '<' && next != '$' || isSetting(text, from, start, end)) {
			return false;
		}
		int limit = Math.min(text.length(), start + LONGEST_COMMAND);
		int words = 0;
		for (int i = SIGNS.next(text, end); i < limit && words < SENTENCE; i = SIGNS.next(text, i + 1)) {
			if (endsCommand(text.charAt(i))) {
				return false;
			}
			words += (isBlank(text.charAt(i)) && Ascii.isLetter(Ascii.at(text, i + 1))) ? 1 : 0;
			if (begins(text, i) && isObscured(text, i, limit)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Tell whether a line of settings includes other files, as those of servers do.
	 */
	private static boolean isSetting(String text, int from, int start, int end) {
		if (start > from || Ascii.at(text, from - 1) != '\n' || !text.startsWith("include", start)) {
			return false;
		}
		int line = text.indexOf('\n', end);
		int last = ((line < 0) ? text.length() : line) - 1;
		return end - start == "include".length() && text.charAt(last) == ';' && text.indexOf(';', end) == last;
	}

	private static boolean begins(String text, int i) {
		char c = text.charAt(i);
		char before = text.charAt(i - 1);
		return (c == '/' || c == '$') && (isBlank(before) || before == '<' || before == '=');
	}

	private static boolean isObscured(String text, int start, int limit) {
		int end = start;
		boolean wildcard = false;
		boolean pieced = false;
		int slashes = 0;
		while (end < limit && text.charAt(end) > ' ' && !endsCommand(text.charAt(end))) {
			char c = text.charAt(end);
			wildcard |= c == '?' || c == '*' || c == '[' || isDropped(text, end);
			pieced |= c == '$' && isPiece(text, end, limit);
			slashes += (c == '/') ? 1 : 0;
			end++;
		}
		if (text.charAt(start) == '$') {
			return pieced;
		}
		return slashes > 1 && (wildcard && isOfSystem(text, start, end) || pieced);
	}

	/**
	 * Tell whether a part of a variable is taken: {@code ${HOME%root}},
	 * {@code ${PATH:0:1}}.
	 */
	static boolean isPiece(String text, int dollar, int limit) {
		if (Ascii.at(text, dollar + 1) == '(' && Ascii.at(text, dollar + 2) == ')') {
			return true;
		}
		int i = dollar + 2;
		while (i < limit && Ascii.isWord(text.charAt(i))) {
			i++;
		}
		char operator = Ascii.at(text, i);
		return Ascii.at(text, dollar + 1) == '{' && i > dollar + 2 && (operator == '%' || operator == '#'
				|| operator == '/' || operator == ':' && Ascii.isDigit(Ascii.at(text, i + 1)));
	}

	/**
	 * Tell whether the first folder is one of the system, as far as its wildcards tell.
	 */
	private static boolean isOfSystem(String text, int start, int end) {
		int second = text.indexOf('/', start + 1);
		for (String folder : FOLDERS) {
			if (second > 0 && second < Math.min(end, start + LONGEST_FOLDER)
					&& matches(text, start + 1, second, folder, 0)) {
				return true;
			}
		}
		return false;
	}

	private static boolean matches(String text, int from, int to, String folder, int at) {
		if (from == to) {
			return at == folder.length();
		}
		char c = Ascii.fold(text.charAt(from));
		if (isDropped(text, from)) {
			return matches(text, from + 1, to, folder, at);
		}
		if (c == '*') {
			boolean last = from + 1 == to;
			return last ? from > 0 && at > 0 : at < folder.length()
					&& (matches(text, from + 1, to, folder, at) || matches(text, from, to, folder, at + 1));
		}
		if (at == folder.length()) {
			return false;
		}
		if (c == '[') {
			int close = text.indexOf(']', from);
			return close > 0 && close < to && matches(text, close + 1, to, folder, at + 1);
		}
		return (c == '?' || c == folder.charAt(at)) && matches(text, from + 1, to, folder, at + 1);
	}

	/**
	 * Tell whether a shell drops a character: a backslash before a letter, one of two
	 * quotes with nothing in between.
	 */
	private static boolean isDropped(String text, int i) {
		char c = text.charAt(i);
		boolean quote = c == '\'' || c == '"';
		return c == '\\' && Ascii.isLetter(Ascii.at(text, i + 1))
				|| quote && (Ascii.at(text, i + 1) == c || text.charAt(i - 1) == c);
	}

	private static boolean isBlank(char c) {
		return c == ' ' || c == '\t' || c == '\u000B' || c == '\f';
	}

	private static boolean endsCommand(char c) {
		return c == ';' || c == '|' || c == '&' || c == '\n' || c == '\r' || c == '`' || c == ')';
	}

}
