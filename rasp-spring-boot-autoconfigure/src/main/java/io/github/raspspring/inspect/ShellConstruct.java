package io.github.raspspring.inspect;

import io.github.raspspring.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes what only a shell reads behind a separator, though no command is named: a
 * substitution, a variable as the command, a compound command, a built-in that runs its
 * arguments; and a redirection to a file outside. Sentences have a blank behind a
 * semicolon, so most of it counts only where there is none.
 */
final class ShellConstruct {

	private static final int LONGEST_TAG = 64;

	private static final String[] KEYWORDS = { "then ", "do ", "fi", "done", "eval ", "exec ", "exec<", "command ",
			"builtin ", "source /", "echo ", "printf ", "if true", "while read", "for i in" };

	private static final String[] FOLDERS = { "tmp/", "var/", "etc/", "dev/", "home/", "root/", "usr/", "opt/",
			"proc/" };

	private ShellConstruct() {
	}

	static @Nullable Hit behind(String text, int separator) {
		int next = separator + 1;
		char c = Ascii.at(text, next);
		if (c == '$' && isCommand(text, next)) {
			return Hit.of(CommandInjectionDetector.SEPARATED_COMMAND, Hit.STRONG, separator, next + 2);
		}
		for (String keyword : KEYWORDS) {
			if (c == keyword.charAt(0) && text.startsWith(keyword, next) && isWhole(text, next, keyword)) {
				return Hit.of(CommandInjectionDetector.SEPARATED_COMMAND, Hit.STRONG, separator,
						next + keyword.length());
			}
		}
		return null;
	}

	/**
	 * Return a hit for a redirection that ends the text, unless it closes a tag, an arrow
	 * or a quotation mark of Markdown.
	 */
	static @Nullable Hit redirection(String text, int sign) {
		int path = Ascii.skipSpace(text, sign + 1);
		char before = Ascii.at(text, sign - 1);
		if (Ascii.at(text, path) != '/' || before == '-' || before == '=' || before == '\n'
				|| text.lastIndexOf('<', sign) >= 0 || !isOutside(text, path + 1)) {
			return null;
		}
		int end = path;
		while (end < text.length() && text.charAt(end) > ' ' && text.charAt(end) != ';') {
			end++;
		}
		int next = Ascii.skipSpace(text, end);
		boolean last = next == text.length() || text.charAt(next) == '#' || text.charAt(next) == ';';
		return last ? Hit.of(CommandInjectionDetector.SEPARATED_COMMAND, Hit.STRONG, sign, end) : null;
	}

	private static boolean isTagEnd(String text, int sign) {
		for (int i = sign - 1; i >= 0 && i > sign - LONGEST_TAG; i--) {
			if (text.charAt(i) == '<') {
				return true;
			}
		}
		return false;
	}

	private static boolean isOutside(String text, int from) {
		for (String folder : FOLDERS) {
			if (text.startsWith(folder, from)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return whether a dollar sign begins a command. In PHP and in templates a variable
	 * is assigned or read there.
	 */
	private static boolean isCommand(String text, int dollar) {
		char c = Ascii.at(text, dollar + 1);
		if (c == '(') {
			return true;
		}
		if (c == '{') {
			return text.startsWith("IFS}", dollar + 2);
		}
		int end = dollar + 1;
		while (Ascii.isWord(Ascii.at(text, end))) {
			end++;
		}
		char next = Ascii.at(text, end);
		return Ascii.isLetter(c) && (end == text.length() || next == '$' || next == ';' || next == ' ');
	}

	private static boolean isWhole(String text, int start, String keyword) {
		char last = keyword.charAt(keyword.length() - 1);
		return !Ascii.isLetter(last) || !Ascii.isWord(Ascii.at(text, start + keyword.length()));
	}

}
