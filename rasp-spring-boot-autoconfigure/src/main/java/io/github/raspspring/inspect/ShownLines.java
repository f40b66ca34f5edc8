package io.github.raspspring.inspect;

import io.github.raspspring.text.Ascii;

/**
 * Tells lines that show a command: behind a prompt or a step in the log of a build, set
 * in by four blanks under a heading of Markdown. Anyone can write such lines, so they
 * only count where the name of a field says that it holds logs or documents. Looks at a
 * bounded piece before the separator. Stateless.
 */
public final class ShownLines {

	private static final int NEAR = 1024;

	private static final int LONGEST_STEP = 48;

	private ShownLines() {
	}

	/**
	 * Tell whether a separator stands in a line that a log repeats a command in, and
	 * other lines follow or stand before.
	 * @param text the text
	 * @param separator index of what separates two commands
	 * @return {@code true} if a prompt or a step begins the line
	 */
	public static boolean isLogged(String text, int separator) {
		int line = lineOf(text, separator);
		if (line < 0 || isBreak(text.charAt(separator)) || line == 0 && text.indexOf('\n', separator) < 0) {
			return false;
		}
		return isPrompt(text, line) || isStep(text, line, separator);
	}

	/**
	 * Tell whether a separator stands in a line that Markdown shows as code, or ends the
	 * line before it.
	 * @param text the text
	 * @param separator index of what separates two commands
	 * @return {@code true} if the line is set in and under a heading
	 */
	public static boolean isSetIn(String text, int separator) {
		int line = isBreak(text.charAt(separator)) ? separator + 1 : lineOf(text, separator);
		return line > 0 && (text.startsWith("    ", line) || Ascii.at(text, line) == '\t') && isHeaded(text, line);
	}

	/**
	 * Return where a line begins, -1 if that is too far away.
	 */
	private static int lineOf(String text, int index) {
		int i = index;
		while (i > 0 && text.charAt(i - 1) != '\n') {
			if (index - i > NEAR) {
				return -1;
			}
			i--;
		}
		return i;
	}

	private static boolean isPrompt(String text, int line) {
		char first = Ascii.at(text, line + 2);
		return text.startsWith("$ ", line) && (Ascii.isWord(first) || first == '.' || first == '/');
	}

	/**
	 * Tell whether the number of a step comes first, then what it runs, as in
	 * {@code Step 7/9 : RUN} and {@code #8 [4/7] RUN}.
	 */
	private static boolean isStep(String text, int line, int separator) {
		int limit = Math.min(separator, line + LONGEST_STEP);
		int slash = -1;
		for (int i = line; i < limit; i++) {
			char c = text.charAt(i);
			if (text.startsWith("RUN ", i)) {
				return slash > 0 && Ascii.isDigit(Ascii.at(text, slash + 1));
			}
			if (!Ascii.isWord(c) && "#=>[]/:- ".indexOf(c) < 0) {
				return false;
			}
			slash = (c == '/' && Ascii.isDigit(Ascii.at(text, i - 1))) ? i : slash;
		}
		return false;
	}

	private static boolean isHeaded(String text, int line) {
		int limit = Math.max(0, line - NEAR);
		for (int i = line - 1; i >= limit; i--) {
			if (text.charAt(i) == '#' && (i == 0 || text.charAt(i - 1) == '\n')) {
				int end = i;
				while (Ascii.at(text, end) == '#') {
					end++;
				}
				return Ascii.at(text, end) == ' ' && Ascii.at(text, end + 1) > ' ';
			}
		}
		return false;
	}

	private static boolean isBreak(char c) {
		return c == '\n' || c == '\r';
	}

}
