package io.github.raspspring.attack.command;

import java.util.Arrays;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.CharacterSet;
import io.github.raspspring.text.HashedWords;

/**
 * Finds the signs of a long text behind which a shell may begin something, and passes
 * over those of which the next characters tell that nothing does: most signs of markup,
 * of code and of paths. What it passes over would be no evidence if it was weighed.
 */
final class CommandSigns {

	/** What all signs are wanted for. */
	static final int ALL = (1 << 16) - 1;

	/** An option of a program, which only the beginning of a text may be. */
	static final int OPTION = 1;

	/** A redirection, which only a text without tags has. */
	static final int REDIRECTION = 1 << 1;

	/** What separates commands, where so little stands before it that it is weighed. */
	static final int NEAR = 1 << 2;

	private static final int SUBSTITUTION = 1 << 3;

	private static final int VARIABLE = 1 << 4;

	private static final int DEVICE = 1 << 5;

	private static final int CALL = 1 << 6;

	private static final int SHELL_OPTION = 1 << 7;

	private static final int ESCAPE = 1 << 8;

	private static final int BACKTICK = 1 << 9;

	private static final int OPERATOR = 1 << 10;

	private static final int LINE_BREAK = 1 << 11;

	/** What may begin something at the end of a text as well. */
	private static final int AT_END = NEAR | BACKTICK | OPERATOR | LINE_BREAK;

	private static final int ASCII = 0x80;

	private static final int FIRST = 16;

	/** So many characters are looked at before it is asked for a sign among them. */
	private static final int STEP = 4;

	/** A word that is longer is looked at by others, and so are more blanks. */
	private static final int LONGEST = 64;

	/** A command is looked for behind so many characters, if a line breaks there. */
	private static final int MOST_LINE_BREAKS = 4;

	/** The dot and the letters by which programs of Windows end. */
	private static final int ENDING = 4;

	private static final CharacterSet NAME = CharacterSet.ofWords("_.-");

	private static final String WORD = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";

	/**
	 * No command begins with these behind an operator. The last one stands for all beyond
	 * ASCII.
	 */
	private static final String BEGIN_NOTHING = "#&)*,;=>@]|}~\u007F\u0080";

	/** Tags and templates begin lines with these. */
	private static final String BEGIN_NO_LINE = "<%";

	/**
	 * For each character of ASCII and one for all others, in the upper half what it may
	 * begin, in the lower half what it may go on with as the second one.
	 */
	private static final int[] ROLES = roles();

	/**
	 * What compound commands begin with, and what commands and the paths of programs do.
	 */
	private static final HashedWords WORDS = HashedWords.of(
			"then do eval exec command builtin echo printf source if while until for case test iex fi done select"
					+ " function declare",
			String.join(" ", ShellVocabulary.firstWords()) + " usr bin sbin",
			"ifs iex eval exec command builtin echo printf source test");

	private static final int STRUCTURE = 1;

	private static final int COMMAND = 2;

	private static final int BOTH = 3;

	private CommandSigns() {
	}

	private static int[] roles() {
		int[] roles = new int[ASCII + 1];
		Arrays.fill(roles, AT_END);
		mark(roles, NEAR, ";|&\n\r", "");
		mark(roles, BACKTICK, "`", "");
		mark(roles, OPERATOR, ";|&", "");
		mark(roles, LINE_BREAK, "\n\r", "");
		BEGIN_NOTHING.chars().forEach((c) -> roles[c] &= ~(OPERATOR | LINE_BREAK));
		BEGIN_NO_LINE.chars().forEach((c) -> roles[c] &= ~LINE_BREAK);
		mark(roles, SUBSTITUTION, "<>$", "(");
		mark(roles, VARIABLE, "$", "I{");
		mark(roles, DEVICE, "/", "dD");
		mark(roles, CALL, "(", ")'\"");
		mark(roles, SHELL_OPTION, "-", "eE");
		mark(roles, OPTION, "-", WORD + '-');
		mark(roles, REDIRECTION, ">", "/ \t\n\u000B\f\r");
		mark(roles, ESCAPE, "\\", "nNrR");
		return roles;
	}

	private static void mark(int[] roles, int role, String first, String second) {
		first.chars().forEach((c) -> roles[c] |= role << FIRST);
		second.chars().forEach((c) -> roles[c] |= role);
	}

	/**
	 * Find the next sign.
	 * @param from index of the first character to look at
	 * @param wanted what signs are looked for
	 * @return its index, or the length of the text
	 */
	static int next(String text, int from, int wanted) {
		int length = text.length();
		int first = wanted << FIRST;
		int i = from;
		while (i + STEP < length) {
			int role = role(text, i);
			int second = role(text, i + 1);
			int third = role(text, i + 2);
			int fourth = role(text, i + 3);
			if (((role | second | third | fourth) & first) != 0) {
				int begun = role >>> FIRST & second | second >>> FIRST & third | third >>> FIRST & fourth
						| fourth >>> FIRST & role(text, i + STEP);
				if ((begun & wanted) != 0) {
					break;
				}
			}
			i += STEP;
		}
		while (i < length && !mayBegin(text, i, wanted)) {
			i++;
		}
		return i;
	}

	private static boolean mayBegin(String text, int i, int wanted) {
		int next = (i + 1 < text.length()) ? role(text, i + 1) : AT_END;
		return (role(text, i) >>> FIRST & wanted & next) != 0;
	}

	private static int role(String text, int index) {
		return ROLES[Math.min(text.charAt(index), ASCII)];
	}

	/**
	 * Tell by the characters around a sign alone that nothing begins there, as with most
	 * of those in markup, paths and words that are joined by a hyphen.
	 * @param opened whether a tag may have opened before
	 */
	static boolean isQuiet(String text, int i, char c, boolean opened) {
		char next = Ascii.at(text, i + 1);
		return switch (c) {
			case '<' -> next != '(';
			case '>' -> opened && next != '(';
			case '/' -> Ascii.fold(next) != 'd' || Ascii.fold(Ascii.at(text, i + 2)) != 'e';
			case '(' -> (next == ')') ? !isBeforeBody(Ascii.at(text, i + 2))
					: next != '\'' && next != '"' || !CommandSubstitution.mayCall(Ascii.at(text, i - 1));
			case '-' ->
				Ascii.isWord(Ascii.at(text, i - 1)) && (Ascii.fold(next) != 'e' || Ascii.at(text, i + 2) != ' ');
			// As at the end of the text.
			case '\0' -> true;
			default -> false;
		};
	}

	private static boolean isBeforeBody(char c) {
		return c == '{' || Ascii.isSpace(c);
	}

	static boolean isSeparator(char c) {
		return c == ';' || c == '|' || c == '&' || isLineBreak(c);
	}

	/**
	 * Tell whether a command may begin behind a separator. To be asked only where so much
	 * stands before it that no single word is all there is.
	 * @param separator index of a semicolon, bar, ampersand or line break
	 */
	static boolean mayBegin(String text, int separator) {
		if (ShellConstruct.endsProgramLine(text, separator)) {
			return false;
		}
		boolean line = Ascii.isSpace(text.charAt(separator));
		int start = separator + 1;
		int limit = start + LONGEST;
		while (start < limit && isSkipped(Ascii.at(text, start))) {
			if (start - separator > MOST_LINE_BREAKS && isLineBreak(text.charAt(start))) {
				return !line;
			}
			start++;
		}
		char c = Ascii.at(text, start);
		if (start == limit || c <= ' ') {
			return true;
		}
		return Ascii.isWord(c) ? beginsByWord(text, separator, start, limit) : beginsBySign(text, start, c, line);
	}

	private static boolean isSkipped(char c) {
		return switch (c) {
			case ' ', '\t', '\n', '\r', '\u000B', '\f', '+', '\'', '"', '(', '{', '!' -> true;
			default -> false;
		};
	}

	private static boolean isLineBreak(char c) {
		return c == '\n' || c == '\r';
	}

	/**
	 * Tell whether what begins there without a letter or digit may be a command.
	 */
	private static boolean beginsBySign(String text, int start, char c, boolean line) {
		char next = Ascii.at(text, start + 1);
		return switch (c) {
			case '$', '[', '`', '\\', '^', '?', '.', '-' -> true;
			case '/' -> !ShellWord.beginsComment(text, start);
			case ':' -> next == '(' || next == '\\';
			case '<' -> !line && (next == ' ' || next == '/' && ShellConstruct.isOutside(text, start + 2));
			case '%' -> !line;
			default -> false;
		};
	}

	private static boolean beginsByWord(String text, int separator, int start, int limit) {
		long hash = HashedWords.SEED;
		int end = start;
		while (end < limit && Ascii.isWord(Ascii.at(text, end))) {
			hash = HashedWords.extend(hash, text.charAt(end++));
		}
		boolean line = Ascii.isSpace(text.charAt(separator));
		int group = WORDS.groupOf(hash);
		if (group == BOTH || group == STRUCTURE && !line) {
			return true;
		}
		if (group == COMMAND) {
			return text.charAt(start - 1) == '{' || mayHaveArguments(text, end, line);
		}
		char next = Ascii.at(text, end);
		boolean dotted = next == '.' || next == '-';
		if (dotted) {
			end = NAME.end(text, end);
			if (Ascii.at(text, end - ENDING) == '.' || PowerShellCommand.meaning(text, start, end) != 0) {
				return true;
			}
		}
		// Neither a function nor a variable has such a name.
		return end >= limit || goesOn(text, separator, end, line || dotted);
	}

	/**
	 * Tell whether what follows a word that names nothing may make a command of it.
	 */
	private static boolean goesOn(String text, int separator, int end, boolean line) {
		char next = Ascii.at(text, end);
		char second = Ascii.at(text, end + 1);
		return switch (next) {
			case '\'', '"', '\\', '^', '`', '$', '?', '[' -> true;
			case ':' -> second == '\\';
			case '(' -> !line && second == ')';
			case '=' -> !line && (second == '$' || second == '`');
			case '<' -> second == '<' || ObscuredPath.follows(text, separator + 1);
			default -> Ascii.isSpace(next) && (!line && text.startsWith("()", Ascii.skipSpace(text, end))
					|| ObscuredPath.follows(text, separator + 1));
		};
	}

	/**
	 * Tell whether a command may go on behind its name: not where that names a parameter,
	 * a property or a function, or is enumerated.
	 */
	private static boolean mayHaveArguments(String text, int end, boolean line) {
		char second = Ascii.at(text, end + 1);
		return switch (Ascii.at(text, end)) {
			case '=' -> !line && (second == '$' || second == '`');
			case '(' -> !line && second == ')';
			case ':', ',' -> !Ascii.isSpace(second);
			default -> true;
		};
	}

}
