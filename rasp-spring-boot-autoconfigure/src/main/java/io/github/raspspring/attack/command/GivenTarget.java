package io.github.raspspring.attack.command;

import io.github.raspspring.text.Ascii;

/**
 * Recognizes the one word that programs are given, a host, an address or a file, where it
 * stands alone before a separator and a command. People write neither lists nor sentences
 * of that kind.
 */
final class GivenTarget {

	private static final String LOCAL = "localhost";

	private static final int LONGEST = 128;

	private GivenTarget() {
	}

	/**
	 * Return whether the text is a host, an address of mail or a file, and a command
	 * without arguments or the echo of a word behind the separator: nothing that people
	 * write.
	 */
	static boolean endsAt(String text, int separator, ShellCommand command) {
		int end = separator;
		while (end > 0 && (Ascii.at(text, end - 1) == ' ' || Ascii.at(text, end - 1) == text.charAt(separator))) {
			end--;
		}
		boolean echoed = command.hasOneWord() && text.startsWith("echo ", command.wordEnd() - 4);
		int behind = Ascii.skipSpace(text, echoed ? command.end() : command.wordEnd());
		boolean last = behind >= text.length()
				|| "#|;&>".indexOf(text.charAt(behind)) >= 0 && Ascii.skipSpace(text, behind + 1) >= text.length() - 1;
		boolean title = text.charAt(separator) == '|' && end < separator
				&& Ascii.isSpace(Ascii.at(text, separator + 1));
		if (title || end > LONGEST || command.isFilter()) {
			return false;
		}
		if (!command.isBare() && command.argumentPoints() > 1 && !command.isSentence()) {
			return isGluedToken(text, end, separator);
		}
		if (!command.isBare() && !echoed || !last) {
			return false;
		}
		boolean dotted = false;
		for (int i = 0; i < end; i++) {
			char c = text.charAt(i);
			if (!Ascii.isWord(c) && c != '.' && c != '-' && c != '@' && c != '+' && !(end == 1 && isQuote(text, 0))) {
				return false;
			}
			dotted |= c == '.' && i > 0 && i < end - 1;
		}
		return dotted || echoed && (end == 0 || isQuote(text, 0) && end == 1)
				|| end == LOCAL.length() && Ascii.startsWith(text, 0, LOCAL);
	}

	private static boolean isQuote(String text, int index) {
		return text.charAt(index) == '\'' || text.charAt(index) == '"';
	}

	/**
	 * Return whether one word without blanks stands before a separator that a command
	 * with arguments touches.
	 */
	private static boolean isGluedToken(String text, int end, int separator) {
		boolean dotted = false;
		for (int i = 0; i < end; i++) {
			if (text.charAt(i) <= ' ' || text.charAt(i) == '<' || text.charAt(i) == '(') {
				return false;
			}
			dotted |= text.charAt(i) == '.' || text.charAt(i) == '/' || text.charAt(i) == '-';
		}
		return end > 0 && (dotted || Ascii.at(text, separator + 1) > ' ');
	}

}
