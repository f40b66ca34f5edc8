package io.github.raspspring.attack.command;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.CharacterSet;
import io.github.raspspring.text.HashedWords;

/**
 * Reads one argument of a command and tells its shape. Results are packed in a
 * {@code long}.
 */
final class ShellArgument {

	static final int PLAIN = 0;

	static final int NUMBER = 1;

	static final int QUOTED = 2;

	static final int FLAG = 3;

	static final int WINDOWS_FLAG = 4;

	static final int NAME = 5;

	static final int PATTERN = 6;

	static final int REDIRECTION = 7;

	static final int ADDRESS = 8;

	static final int PATH = 9;

	static final int VARIABLE = 10;

	static final int DRIVE = 11;

	static final int SENSITIVE = 12;

	private static final int KIND_SHIFT = 32;

	private static final int LONGEST_TAG = 12;

	private static final int LONGEST_ENDING = 6;

	private static final HashedWords ELEMENTS = HashedWords
		.of("p b i u a em strong code pre kbd samp span div br li ul ol h1 h2 h3 h4 h5 h6 td th tr table"
				+ " blockquote article section small mark");

	private static final String[] SENSITIVE_PATHS = { "etc/", "proc/", "root", "var/", "dev/tcp", "dev/udp", "home/",
			"boot.ini", "windows/", "bin/", "usr/bin/", "tmp/" };

	private static final CharacterSet ENDS = CharacterSet.of(";|&`)\n\r\0 \t+\u000B\f");

	private static final CharacterSet ENDS_IN_BRACES = CharacterSet.of(";|&`)\n\r\0 \t+\u000B\f,");

	private static final int[] POINTS = new int[SENSITIVE + 1];

	static {
		POINTS[QUOTED] = 1;
		POINTS[FLAG] = 2;
		POINTS[WINDOWS_FLAG] = 2;
		POINTS[NAME] = 2;
		POINTS[PATTERN] = 2;
		POINTS[REDIRECTION] = 2;
		POINTS[ADDRESS] = 3;
		POINTS[PATH] = 3;
		POINTS[VARIABLE] = 3;
		POINTS[DRIVE] = 4;
		POINTS[SENSITIVE] = 5;
	}

	private ShellArgument() {
	}

	static int kind(long argument) {
		return (int) (argument >>> KIND_SHIFT);
	}

	static int end(long argument) {
		return (int) argument;
	}

	static int points(int kind) {
		return POINTS[kind];
	}

	/**
	 * Return whether a command word may end before this character and arguments follow.
	 */
	static boolean separates(String text, int index) {
		char c = text.charAt(index);
		return isBlank(c) || c == '<' || c == '>' || c == '$' || c == '%';
	}

	/**
	 * Return the index of the next character that is neither a blank nor a variable that
	 * expands to blanks.
	 */
	static int skipBlanks(String text, int from, boolean braced) {
		int i = from;
		while (i < text.length()) {
			char c = text.charAt(i);
			if (c == '$' && isFieldSeparator(text, i)) {
				i = behindFieldSeparator(text, i + 1);
			}
			else if (isBlank(c) || (braced && c == ',') || (c == '\\' && isBlank(Ascii.at(text, i + 1)))) {
				i++;
			}
			else {
				break;
			}
		}
		return i;
	}

	/**
	 * Return whether the internal field separator stands there, which is white space.
	 */
	static boolean isFieldSeparator(String text, int dollar) {
		return text.startsWith("IFS", dollar + 1) || text.startsWith("{IFS", dollar + 1);
	}

	private static int behindFieldSeparator(String text, int from) {
		if (text.charAt(from) != '{') {
			boolean guarded = Ascii.at(text, from + 3) == '$' && Ascii.isDigit(Ascii.at(text, from + 4));
			return from + (guarded ? 5 : 3);
		}
		int i = from + 4;
		while (i < text.length() && text.charAt(i) != '}' && !Ascii.isSpace(text.charAt(i))) {
			i++;
		}
		return Math.min(i + 1, text.length());
	}

	private static boolean isBlank(char c) {
		return c == ' ' || c == '\t' || c == '+' || c == '\u000B' || c == '\f';
	}

	/**
	 * Return whether a command ends before a character.
	 * @param filter whether the command takes a hyphen for its input
	 */
	static boolean endsCommand(String text, int index, boolean filter) {
		if (index >= text.length()) {
			return true;
		}
		char c = text.charAt(index);
		char next = Ascii.at(text, index + 1);
		return switch (c) {
			case ';', '|', '&', '\n', '\r', '`', ')', ']', '}', '#', '\0' -> true;
			case '\'', '"' -> endsWithQuote(next);
			case '/' -> next == '/';
			case '-' -> next == '-' && Ascii.at(text, index + 2) <= '>' || next == ' ' && !filter;
			case '\\' -> Ascii.fold(next) == 'n' && index + 2 == text.length();
			default -> false;
		};
	}

	private static boolean endsWithQuote(char next) {
		return switch (next) {
			case '\0', ';', '|', '&', ')', '#', '\'', '"', '}', ']' -> true;
			default -> Ascii.isSpace(next);
		};
	}

	static long read(String text, int start, boolean braced) {
		int end = (braced ? ENDS_IN_BRACES : ENDS).next(text, start + 1);
		int bare = end;
		while (bare > start + 1 && isClosing(text.charAt(bare - 1)) && !isOpening(text.charAt(start))
				&& text.charAt(bare - 2) != '{') {
			bare--;
		}
		return ((long) kind(text, start, bare) << KIND_SHIFT) | bare;
	}

	private static boolean isClosing(char c) {
		return c == '\'' || c == '"' || c == ']' || c == '}';
	}

	private static boolean isOpening(char c) {
		return c == '\'' || c == '"' || c == '[' || c == '{' || c == '$';
	}

	private static int kind(String text, int start, int end) {
		char c = text.charAt(start);
		char next = (start + 1 < end) ? text.charAt(start + 1) : '\0';
		return switch (c) {
			case '-' -> flag(next);
			case '/' -> slash(text, start, end, next);
			case '.' -> (next == '/' || (next == '.' && Ascii.at(text, start + 2) == '/')) ? PATH
					: Ascii.isLetter(next) ? NAME : PLAIN;
			case '~' -> (next == '/' || hasSlash(text, start, end)) ? PATH : PLAIN;
			case '=' -> (next == '>') ? PLAIN : word(text, start, end, c, next);
			case '<', '>' -> isComparison(text, start, end) || hasTag(text, start, start + 1) ? PLAIN
					: redirection(text, start + 1, end);
			case '$' -> (Ascii.isLetter(next) || next == '{' || next == '(') ? VARIABLE : PLAIN;
			case '%' -> isWindowsVariable(text, start + 1, end) ? VARIABLE : PLAIN;
			case '\'', '"' -> quoted(text, start, end);
			case '*' -> PATTERN;
			default -> word(text, start, end, c, next);
		};
	}

	/**
	 * Return whether a sign stands alone before a number, as when two are compared.
	 */
	private static boolean isComparison(String text, int start, int end) {
		return end == start + 1 && Ascii.at(text, end) == ' ' && Ascii.isDigit(Ascii.at(text, end + 1));
	}

	private static boolean isWindowsVariable(String text, int from, int end) {
		int i = from;
		while (i < end && Ascii.isWord(text.charAt(i))) {
			i++;
		}
		return i > from + 1 && i < end && text.charAt(i) == '%';
	}

	private static int flag(char next) {
		return (Ascii.isLetter(next) || Ascii.isDigit(next) || next == '-') ? FLAG : PLAIN;
	}

	private static int quoted(String text, int start, int end) {
		if (start + 1 < end && (text.charAt(start + 1) == '/' || text.charAt(start + 1) == '.')) {
			return kind(text, start + 1, end);
		}
		return QUOTED;
	}

	private static int redirection(String text, int from, int end) {
		int i = from;
		while (i < end && (text.charAt(i) == '>' || text.charAt(i) == '<')) {
			i++;
		}
		return (Ascii.at(text, i) == '/' && isSensitive(text, i + 1)) ? SENSITIVE : REDIRECTION;
	}

	private static int slash(String text, int start, int end, char next) {
		if (isSensitive(text, start + 1)) {
			return SENSITIVE;
		}
		if (next == '?' || next == '*' || next == '.') {
			return (end - start > 2) ? PATH : PATTERN;
		}
		if (!Ascii.isLetter(next)) {
			return PLAIN;
		}
		for (int i = start + 1; i < end; i++) {
			char c = text.charAt(i);
			if (c == '/' || c == '.' || c == '*' || c == '?') {
				return PATH;
			}
		}
		return WINDOWS_FLAG;
	}

	private static boolean isSensitive(String text, int from) {
		for (String path : SENSITIVE_PATHS) {
			if (Ascii.startsWith(text, from, path)) {
				return true;
			}
		}
		return false;
	}

	private static int word(String text, int start, int end, char c, char next) {
		if (Ascii.isLetter(c) && next == ':' && (end == start + 2 || isSlash(Ascii.at(text, start + 2)))) {
			return DRIVE;
		}
		if (hasTag(text, start, end)) {
			return PLAIN;
		}
		if (Ascii.startsWith(text, start, "env:") && end > start + 4) {
			return VARIABLE;
		}
		boolean digits = Ascii.isDigit(c);
		int dots = 0;
		for (int i = start; i < end; i++) {
			char d = text.charAt(i);
			if (d == ':' && Ascii.at(text, i + 1) == '/' && Ascii.at(text, i + 2) == '/') {
				return ADDRESS;
			}
			if (d == '=' && Ascii.at(text, i + 1) == '/') {
				return PATH;
			}
			if (d == '>' || d == '<') {
				return (digits || i == end - 1 || Ascii.at(text, i + 1) == '/'
						|| d == '>' && isFileName(text, i + 1, end)) ? redirection(text, i + 1, end) : PLAIN;
			}
			if (d == '.' && i + 1 < end && Ascii.isWord(text.charAt(i + 1))) {
				dots++;
			}
			if (d == '*' || d == '?' && i + 1 < end) {
				return PATTERN;
			}
			digits &= Ascii.isDigit(d) || d == '.';
		}
		if (digits) {
			return (dots == 3) ? ADDRESS : NUMBER;
		}
		return (dots > 0) ? NAME : PLAIN;
	}

	/**
	 * Tell whether an element of HTML for text begins or ends within the word.
	 */
	static boolean hasTag(String text, int start, int end) {
		for (int i = start; i < end; i++) {
			if (text.charAt(i) == '<') {
				int name = (Ascii.at(text, i + 1) == '/') ? i + 2 : i + 1;
				int close = name;
				while (close < name + LONGEST_TAG && Ascii.isWord(Ascii.at(text, close))) {
					close++;
				}
				if (Ascii.at(text, close) == '>' && ELEMENTS.groupOf(text, name, close) != 0) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * Tell whether a word, a dot and a short ending are all there is.
	 */
	private static boolean isFileName(String text, int start, int end) {
		int dot = start;
		while (dot < end && Ascii.isWord(text.charAt(dot))) {
			dot++;
		}
		return dot > start && dot < end && text.charAt(dot) == '.' && end - dot < LONGEST_ENDING
				&& Ascii.isLetter(Ascii.at(text, dot + 1));
	}

	private static boolean hasSlash(String text, int start, int end) {
		int i = start;
		while (i < end && text.charAt(i) != '/') {
			i++;
		}
		return i < end;
	}

	private static boolean isSlash(char c) {
		return c == '/' || c == '\\';
	}

}
