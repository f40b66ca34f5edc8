package io.github.raspspring.attack.command;

import io.github.raspspring.inspect.Hit;
import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes what only a shell reads behind a separator, though no command is named: a
 * substitution, a variable as the command, a compound command, a built-in that runs its
 * arguments; and a redirection to a file outside. Sentences have a blank behind a
 * semicolon, so most of it counts only where there is none.
 */
final class ShellConstruct {

	private static final String[] WORDS = { "then", "do", "eval", "exec", "command", "builtin", "echo", "printf" };

	private static final String[] PHRASES = { "exec<", "source /", "if true", "while read", "for i in" };

	/** What words, phrases and ends begin with. */
	private static final String FIRST_OF_WORDS = "tdecbpsiwf";

	/** Begin a command behind a blank as well, where no sentence has them. */
	private static final String[] SPACED = { "if [", "if test -", "[ -", "while [", "while true;", "until [",
			"until false;", "for /f ", "for /l ", "for %", "case $", "test -f /", "$0 -c", "${shell}", "$shell ",
			"iex(" };

	/** What those begin with. */
	private static final String FIRST_OF_SPACED = "i[wufct$";

	/** What all of them begin with that begin with a word. */
	private static final HashedWords STRUCTURES = HashedWords.of("then do eval exec command builtin echo printf source"
			+ " if while for until case test iex fi done select function");

	private static final String[] ENDS = { "fi", "done" };

	private static final int LONGEST_NAME = 16;

	/** So many blanks and words are looked at. */
	private static final int LONGEST_GAP = 64;

	/** So much without a blank stands on both sides where there may be a row of paths. */
	private static final int LONGEST_ROW = 128;

	/** A line of a listing is shorter. */
	private static final int LONGEST_LINE = 256;

	private static final String[] FOLDERS = { "tmp/", "var/", "etc/", "dev/", "home/", "root/", "usr/", "opt/",
			"proc/" };

	private ShellConstruct() {
	}

	/**
	 * Recognize a connection to the network that is redirected.
	 */
	static @Nullable Hit connection(String text, int i) {
		if (Ascii.startsWith(text, i, "/dev/tcp/") || Ascii.startsWith(text, i, "/dev/udp/")) {
			int before = i - 1;
			while (before > i - 4 && Ascii.at(text, before) == ' ') {
				before--;
			}
			char previous = Ascii.at(text, before);
			boolean connected = previous == '>' || previous == '<' || previous == '&';
			return Hit.of(CommandInjectionDetector.REVERSE_SHELL, connected ? Hit.CERTAIN : Hit.WEAK, i, i + 9);
		}
		return null;
	}

	static @Nullable Hit behind(String text, int separator) {
		int next = separator + 1;
		char c = Ascii.at(text, next);
		if (c == '$' && isCommand(text, next)) {
			return Hit.of(CommandInjectionDetector.SEPARATED_COMMAND, Hit.STRONG, separator, next + 2);
		}
		int first = Ascii.skipSpace(text, next);
		if (!mayBegin(text, first) || CommandInnocence.isEntityEnd(text, separator)
				|| endsProgramLine(text, separator)) {
			return null;
		}
		if (ExpandedCommand.begins(text, next)) {
			return Hit.of(CommandInjectionDetector.SEPARATED_COMMAND, Hit.STRONG, separator, next + 2);
		}
		int spaced = spacedEnd(text, first);
		if (spaced > 0) {
			return Hit.of(CommandInjectionDetector.SEPARATED_COMMAND, Hit.STRONG, separator, spaced);
		}
		if (isSubstituted(text, first) || isOfWindows(text, first) || isRedirected(text, first)) {
			return Hit.of(CommandInjectionDetector.SEPARATED_COMMAND, Hit.STRONG, separator, next + 2);
		}
		int compound = ShellCompound.end(text, first);
		int end = (compound > 0) ? compound : wordEnd(text, next);
		return (end < 0) ? null : Hit.of(CommandInjectionDetector.SEPARATED_COMMAND, Hit.STRONG, separator, end);
	}

	/**
	 * Tell cheaply whether any of what is looked for here may begin at a place.
	 */
	private static boolean mayBegin(String text, int start) {
		long hash = HashedWords.SEED;
		int end = start;
		while (end - start < LONGEST_GAP && Ascii.isWord(Ascii.at(text, end))) {
			hash = HashedWords.extend(hash, text.charAt(end++));
		}
		char next = Ascii.at(text, end);
		if (end == start) {
			return switch (next) {
				case '$', '[', '%', '<', '`' -> true;
				case ':' -> Ascii.at(text, end + 1) == '(';
				case '.' -> isBlank(Ascii.at(text, end + 1));
				default -> false;
			};
		}
		return next == '=' || next == '<' || STRUCTURES.groupOf(hash) != 0
				|| Ascii.at(text, Ascii.skipSpace(text, end)) == '(';
	}

	/**
	 * Tell whether a semicolon ends a line of several words: the lines of a listing are
	 * no parts of one command.
	 */
	static boolean endsProgramLine(String text, int separator) {
		char next = Ascii.at(text, separator + 1);
		return text.charAt(separator) == ';' && (next == '\n' || next == '\r') && hasBlankBefore(text, separator);
	}

	/**
	 * Not the whole text is looked through, which may have such a line at each sign.
	 */
	private static boolean hasBlankBefore(String text, int separator) {
		int i = separator;
		while (i > 0 && i > separator - LONGEST_LINE && text.charAt(i) != ' ') {
			i--;
		}
		return i > 0 && text.charAt(i) == ' ';
	}

	/**
	 * Tell whether a line begins as only commands do, whatever they run.
	 */
	static boolean beginsLine(String text, int start) {
		return ShellCompound.end(text, start) > 0 || spacedEnd(text, start) > 0 || isSubstituted(text, start)
				|| ExpandedCommand.begins(text, start) || isOfWindows(text, start) || isRedirected(text, start);
	}

	/**
	 * Tell whether a member of .NET is called, or the command interpreter by its
	 * variable.
	 */
	private static boolean isOfWindows(String text, int start) {
		return PowerShellCommand.isMember(text, start) || Ascii.startsWith(text, start, "%comspec%");
	}

	/**
	 * Tell whether a command begins with where it reads from: {@code </etc/passwd cat}.
	 */
	private static boolean isRedirected(String text, int start) {
		int path = (Ascii.at(text, start + 1) == ' ') ? start + 2 : start + 1;
		return Ascii.at(text, start) == '<' && Ascii.at(text, path) == '/' && isOutside(text, path + 1);
	}

	/**
	 * Tell whether a command prints the name of the one that is run.
	 */
	private static boolean isSubstituted(String text, int start) {
		int inside = text.startsWith("$(", start) ? start + 2 : (Ascii.at(text, start) == '`') ? start + 1 : -1;
		return inside > 0 && (behind(text, inside, "printf ") > 0 || behind(text, inside, "echo ") > 0
				|| behind(text, inside, "which ") > 0);
	}

	private static int spacedEnd(String text, int start) {
		if (FIRST_OF_SPACED.indexOf(Ascii.fold(Ascii.at(text, start))) >= 0 && hasSign(text, start)) {
			for (String phrase : SPACED) {
				int behind = behind(text, start, phrase);
				if (behind > 0) {
					return behind;
				}
			}
		}
		int end = start;
		while (end < start + LONGEST_NAME && Ascii.isWord(Ascii.at(text, end))) {
			end++;
		}
		boolean substituted = text.startsWith("=$(", end) || text.startsWith("=`", end) || text.startsWith("=${#", end);
		return (end > start && substituted) ? end + 3 : -1;
	}

	/**
	 * Tell cheaply whether one of the signs stands near that all of them have.
	 */
	private static boolean hasSign(String text, int start) {
		int end = Math.min(text.length(), start + LONGEST_GAP);
		int signs = 0;
		for (int i = start; i < end && signs <= LONGEST_NAME; i++) {
			signs += isBlank(text.charAt(i)) ? 0 : 1;
			switch (text.charAt(i)) {
				case '[', '/', '$', '%', '(', '=', '-', ';' -> {
					return true;
				}
				default -> {
				}
			}
		}
		return false;
	}

	/**
	 * Weigh the path of a program behind a line break that is written as an escape. Each
	 * of a long row of such paths would be read up to the end of the row: of those each
	 * is read up to the next one.
	 */
	static @Nullable Hit escapedLine(String text, int i) {
		char next = Ascii.fold(Ascii.at(text, i + 1));
		if (next != 'n' && next != 'r' || Ascii.at(text, i + 2) != '/') {
			return null;
		}
		int start = i + 2;
		int end = isInRow(text, i) ? nextEscapedLine(text, start) : text.length();
		int cut = (end < text.length()) ? start : 0;
		ShellCommand command = ShellCommand.read(text.substring(cut, end), start - cut);
		if (command == null || !command.isProgramPath()) {
			return null;
		}
		return Hit.of(CommandInjectionDetector.SEPARATED_COMMAND, 1 + CommandEvidence.pointsOf(command), i,
				cut + command.end());
	}

	private static boolean isInRow(String text, int i) {
		int before = i;
		while (before > i - LONGEST_ROW && Ascii.at(text, before) > ' ') {
			before--;
		}
		return before == i - LONGEST_ROW && ShellWord.isLonger(text, i + 2, LONGEST_ROW);
	}

	/**
	 * Return where in a word the next such path begins, the end of the text if none does.
	 */
	private static int nextEscapedLine(String text, int start) {
		for (int i = start; Ascii.at(text, i) > ' '; i++) {
			boolean escape = text.charAt(i) == '\\' && Ascii.at(text, i + 2) == '/';
			if (escape && "nr".indexOf(Ascii.fold(text.charAt(i + 1))) >= 0) {
				return i;
			}
		}
		return text.length();
	}

	/**
	 * Weigh the definition of a function without a name, at its parenthesis: old shells
	 * ran what stood behind one in a variable (CVE-2014-6271).
	 * @param leading whether nothing but signs stands before it
	 */
	static @Nullable Hit function(String text, int parenthesis, boolean leading) {
		int brace = Ascii.skipSpace(text, parenthesis + 2);
		if (Ascii.at(text, brace) != '{') {
			return null;
		}
		int first = Ascii.skipSpace(text, brace + 1);
		int second = Ascii.skipSpace(text, first + 1);
		boolean body = leading && isFunctionBody(text, first);
		if (Ascii.at(text, second) != ';' && !body) {
			return null;
		}
		boolean certain = body || Ascii.at(text, first) == ':';
		return (certain || leading) ? Hit.of(CommandInjectionDetector.SHELL_FUNCTION,
				certain ? Hit.CERTAIN : Hit.STRONG, parenthesis, second + 1) : null;
	}

	/**
	 * Return whether the body of a function in a variable begins, as those do that old
	 * shells go on behind: with a call of itself, another function or a redirection.
	 */
	private static boolean isFunctionBody(String text, int start) {
		int end = start;
		while (Ascii.isWord(Ascii.at(text, end))) {
			end++;
		}
		return end > start && end - start < LONGEST_NAME
				&& (behind(text, end, "() {") > 0 || text.startsWith(";", end) || text.startsWith(";", end + 1))
				|| text.startsWith("(a)=>\\", start);
	}

	private static int wordEnd(String text, int start) {
		if (FIRST_OF_WORDS.indexOf(Ascii.fold(Ascii.at(text, start))) < 0) {
			return -1;
		}
		for (String word : WORDS) {
			int end = start + word.length();
			if (Ascii.startsWith(text, start, word) && Ascii.isSpace(Ascii.at(text, end)) && end + 1 < text.length()) {
				return end;
			}
		}
		for (String word : ENDS) {
			int end = start + word.length();
			if (Ascii.startsWith(text, start, word) && !Ascii.isWord(Ascii.at(text, end))) {
				return end;
			}
		}
		for (String phrase : PHRASES) {
			int behind = behind(text, start, phrase);
			if (behind > 0) {
				return behind;
			}
		}
		return -1;
	}

	/**
	 * Return where a phrase ends that stands there, -1 if none does. A blank of the
	 * phrase stands for any number of them.
	 */
	private static int behind(String text, int start, String phrase) {
		int i = start;
		for (int k = 0; k < phrase.length(); k++) {
			char c = phrase.charAt(k);
			if (c == ' ' ? !isBlank(Ascii.at(text, i)) : Ascii.fold(Ascii.at(text, i)) != c) {
				return -1;
			}
			i++;
			while (c == ' ' && i - start < LONGEST_GAP && isBlank(Ascii.at(text, i))) {
				i++;
			}
		}
		return i;
	}

	private static boolean isBlank(char c) {
		return c == ' ' || c == '\t' || c == '\u000B' || c == '\f';
	}

	/**
	 * Return a hit for a redirection that ends the text, unless it closes an arrow or a
	 * quotation mark of Markdown. To be asked only where no tag may have opened before.
	 */
	static @Nullable Hit redirection(String text, int sign) {
		int path = Ascii.skipSpace(text, sign + 1);
		char before = Ascii.at(text, sign - 1);
		if (Ascii.at(text, path) != '/' || before == '-' || before == '=' || before == '\n'
				|| !isOutside(text, path + 1)) {
			return null;
		}
		int end = path;
		while (end < text.length() && text.charAt(end) > ' ' && text.charAt(end) != ';' && text.charAt(end) != '>') {
			end++;
		}
		int next = Ascii.skipSpace(text, end);
		boolean last = next == text.length() || text.charAt(next) == '#' || text.charAt(next) == ';';
		return last ? Hit.of(CommandInjectionDetector.SEPARATED_COMMAND, Hit.STRONG, sign, end) : null;
	}

	static boolean isOutside(String text, int from) {
		for (String folder : FOLDERS) {
			if (Ascii.startsWith(text, from, folder)) {
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
			return Ascii.startsWith(text, dollar + 2, "ifs}");
		}
		int end = dollar + 1;
		while (Ascii.isWord(Ascii.at(text, end))) {
			end++;
		}
		char next = Ascii.at(text, end);
		char before = Ascii.at(text, dollar - 1);
		boolean goesOn = next == '$' || next == ';' || next == ')' && before == ';'
				|| isBlank(next) && (before == ';' || Ascii.at(text, dollar - 2) != before);
		return Ascii.isLetter(c) && (end == text.length() || goesOn);
	}

}
