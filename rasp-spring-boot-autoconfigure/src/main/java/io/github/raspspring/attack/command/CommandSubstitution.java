package io.github.raspspring.attack.command;

import io.github.raspspring.inspect.Hit;
import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;
import org.jspecify.annotations.Nullable;

/**
 * Weighs command substitutions. Other languages use the same marks: Markdown its
 * backticks, Make and jQuery the dollar and parenthesis.
 */
final class CommandSubstitution {

	private static final int MOST_INDENTATION = 16;

	private static final int LONGEST_SUM = 64;

	private static final int LONGEST_SPAN = 128;

	/** So near behind the name of a command its text begins. */
	private static final int NEAR = 10;

	private static final int LONGEST_NAME = 20;

	/** From marks of Chinese and Japanese to the syllables of Korean. */
	private static final char FIRST_WITHOUT_BLANKS = 0x3000;

	private static final char LAST_WITHOUT_BLANKS = 0xD7A3;

	private static final String QUOTATION_MARKS = "\u00AB\u00BB\u2013\u2014\u2018\u2019\u201C\u201D\u201E\u2026";

	private static final HashedWords CALLS = HashedWords
		.of("system exec shell_exec passthru popen proc_open pcntl_exec eval execsync spawnsync");

	/** Tell what scripts put into their paths and options. */
	private static final HashedWords COUNTED = HashedWords.of("nproc pwd");

	private CommandSubstitution() {
	}

	/**
	 * Weigh a dollar sign: what it substitutes, or a blank that is written by it.
	 */
	static @Nullable Hit atDollar(String text, int i) {
		if (Ascii.at(text, i + 1) == '(') {
			Hit sum = arithmetic(text, i);
			return (sum != null) ? sum : inParentheses(text, i);
		}
		if (!ShellCommand.isFieldSeparator(text, i)) {
			return null;
		}
		int behind = i + 4;
		while (Ascii.at(text, behind) == '}') {
			behind++;
		}
		char previous = Ascii.at(text, i - 1);
		char next = Ascii.at(text, behind);
		if (next == ';') {
			return Hit.of(CommandInjectionDetector.FIELD_SEPARATOR, 6, i, behind);
		}
		boolean glued = Ascii.isWord(previous) || previous == '\'' || previous == '}';
		boolean used = next > ' ' && next != '"' && next != '\'' && next != '=';
		return (glued && used) ? Hit.of(CommandInjectionDetector.FIELD_SEPARATOR, 6, i - 1, behind) : null;
	}

	/**
	 * Weigh {@code $(..)}, {@code <(..)} and {@code >(..)}.
	 */
	static @Nullable Hit inParentheses(String text, int i) {
		int inside = Ascii.skipSpace(text, i + 2);
		if (isGroupOfPattern(text, inside)) {
			return null;
		}
		if (Ascii.at(text, inside) == '<' && isFile(text, Ascii.skipSpace(text, inside + 1))) {
			return Hit.of(CommandInjectionDetector.COMMAND_SUBSTITUTION, 7, i, inside + 2);
		}
		if (ExpandedCommand.begins(text, i + 2) || ExpandedCommand.isGivenText(text, i + 2)) {
			return Hit.of(CommandInjectionDetector.COMMAND_SUBSTITUTION, Hit.STRONG, i, i + 4);
		}
		if (writesByNumber(text, i + 2)) {
			return Hit.of(CommandInjectionDetector.COMMAND_SUBSTITUTION, Hit.STRONG, i, i + 8);
		}
		ShellCommand command = ShellCommand.read(text, i + 2);
		if (command == null) {
			return null;
		}
		int points = 3 + CommandEvidence.pointsOf(command);
		if (command.isBare()) {
			points += 2 - innocence(text, i, command);
		}
		boolean given = text.startsWith(")", command.end()) && !command.isBare() && !command.isSentence()
				&& GivenTarget.before(text, i) != GivenTarget.Kind.TEXT && GivenTarget.endsAt(text, command.end());
		points = given ? Math.max(points, Hit.STRONG) : points;
		boolean quoted = Ascii.at(text, i - 1) == '`' && text.startsWith(")`", command.end());
		if (quoted || command.isBare() && COUNTED.groupOf(text, inside, command.wordEnd()) != 0
				&& (Ascii.startsWith(text, inside, "nproc") || isSpanInProse(text, i, command.end()))) {
			points = Math.min(points, Hit.STRONG - 1);
		}
		return Hit.of(CommandInjectionDetector.COMMAND_SUBSTITUTION, points, i, command.end());
	}

	/**
	 * Tell whether the name of such a call may end with a letter.
	 */
	static boolean mayCall(char last) {
		return switch (Ascii.fold(last)) {
			case 'm', 'c', 'u', 'n', 'l' -> true;
			default -> false;
		};
	}

	/**
	 * Weigh the text that a call of a script language is given and runs as a command.
	 * @param parenthesis where its arguments begin
	 */
	static @Nullable Hit inCall(String text, int parenthesis) {
		int start = parenthesis;
		while (start > 0 && start > parenthesis - LONGEST_NAME && Ascii.isWord(text.charAt(start - 1))) {
			start--;
		}
		if (CALLS.groupOf(text, start, parenthesis) == 0) {
			return null;
		}
		ShellCommand command = ShellCommand.read(text, parenthesis + 1);
		if (command == null) {
			return null;
		}
		boolean member = Ascii.at(text, start - 1) == '.';
		int points = (member ? 0 : 2) + CommandEvidence.pointsOf(command) + (command.isBare() ? 2 : 0);
		int behind = command.end();
		while (behind < command.end() + LONGEST_NAME && Ascii.at(text, behind) != ')') {
			behind++;
		}
		behind++;
		behind += (Ascii.at(text, behind) == ';') ? 1 : 0;
		if (Ascii.at(text, behind) == ' ' && SpecialCommand.isTold(text, behind)) {
			points = Math.min(points, Hit.STRONG - 1);
		}
		return Hit.of(CommandInjectionDetector.COMMAND_CALL, points, start, command.end());
	}

	/**
	 * Weigh the arithmetic of shells where it calculates with numbers alone, by which
	 * tools find out whether a shell reads what they send.
	 */
	static @Nullable Hit arithmetic(String text, int dollar) {
		if (!text.startsWith("$((", dollar)) {
			return null;
		}
		int digits = 0;
		int operators = 0;
		int i = dollar + 3;
		for (; i < dollar + LONGEST_SUM && Ascii.at(text, i) != ')'; i++) {
			char c = Ascii.at(text, i);
			digits += Ascii.isDigit(c) ? 1 : 0;
			operators += (c == '+' || c == '-' || c == '*' || c == '/' || c == '%') ? 1 : 0;
			if (!Ascii.isDigit(c) && c != ' ' && "+-*/%()".indexOf(c) < 0) {
				return null;
			}
		}
		boolean formula = Ascii.at(text, i + 2) == '$' && Ascii.at(text, i + 3) != '(';
		boolean calculates = text.startsWith("))", i) && digits > 1 && operators > 0 && !formula;
		return calculates ? Hit.of(CommandInjectionDetector.COMMAND_SUBSTITUTION, Hit.STRONG, dollar, i + 2) : null;
	}

	private static boolean isFile(String text, int start) {
		char c = Ascii.at(text, start);
		char next = Ascii.at(text, start + 1);
		return c == '/' || c == '~' && next == '/' || c == '.' && (Ascii.isLetter(next) || next == '/' || next == '.');
	}

	/**
	 * Return whether a regular expression has a group there that begins with a class of
	 * characters and says how many of them there are.
	 */
	private static boolean isGroupOfPattern(String text, int inside) {
		char kind = Ascii.at(text, inside + 1);
		char count = Ascii.at(text, inside + 2);
		return Ascii.at(text, inside) == '\\' && "wdsWDS".indexOf(kind) >= 0 && kind != '\0'
				&& "+*?{)".indexOf(count) >= 0 && count != '\0';
	}

	/**
	 * Return whether the characters of what is printed are written by their numbers: a
	 * command that is not to be read.
	 */
	private static boolean writesByNumber(String text, int start) {
		if (!Ascii.startsWith(text, start, "printf ")) {
			return false;
		}
		int escape = start;
		while (escape < start + NEAR && Ascii.at(text, escape) != '\\') {
			escape++;
		}
		return escape < start + NEAR && (text.charAt(escape - 1) == '\'' || text.charAt(escape - 1) == '"')
				&& (Ascii.at(text, escape + 1) == 'x' || Ascii.isDigit(Ascii.at(text, escape + 1)));
	}

	private static int innocence(String text, int i, ShellCommand command) {
		int end = command.end();
		if (Ascii.at(text, end) != ')') {
			return 2;
		}
		char next = Ascii.at(text, end + 1);
		boolean member = next == '.' && Ascii.isLetter(Ascii.at(text, end + 2)) && !Ascii.isWord(Ascii.at(text, i - 1))
				&& isCalled(text, end + 2);
		if (!command.isTechnical() && !command.isProgramPath() && (member || isVariableOfMake(text, i + 2, end))) {
			return 4;
		}
		return (command.isListed() && (next == '/' || next == ':')) ? 4 : 0;
	}

	private static boolean isCalled(String text, int name) {
		int i = name;
		while (Ascii.isWord(Ascii.at(text, i))) {
			i++;
		}
		return Ascii.at(text, i) == '(';
	}

	private static boolean isVariableOfMake(String text, int start, int end) {
		for (int i = start; i < end; i++) {
			char c = text.charAt(i);
			if (c < 'A' || c > 'Z') {
				return false;
			}
		}
		return true;
	}

	/**
	 * Weigh what stands between backticks.
	 */
	static @Nullable Hit inBackticks(String text, int i) {
		if (Ascii.at(text, i - 1) == '`' || Ascii.at(text, i + 1) == '`') {
			return null;
		}
		if (ExpandedCommand.begins(text, i + 1) && closing(text, i + 1) > 0) {
			return Hit.of(CommandInjectionDetector.COMMAND_SUBSTITUTION, Hit.STRONG, i, i + 3);
		}
		ShellCommand command = ShellCommand.read(text, i + 1);
		if (command == null) {
			return null;
		}
		int close = closing(text, i + 1);
		if (close < 0 || (command.isBare() && command.end() != close)) {
			return null;
		}
		int points = 2 + CommandEvidence.pointsOf(command) + (command.isBare() ? 2 : 0) + (isGlued(text, i) ? 1 : 0);
		if (isSpanInProse(text, i, close) || isSpanInMarkdown(text, i, close)) {
			points = Math.min(points - 2, Hit.STRONG - 1);
		}
		return Hit.of(CommandInjectionDetector.COMMAND_SUBSTITUTION, points, i, close + 1);
	}

	/**
	 * Return whether a word ends right before the mark, and no blank stands before: where
	 * a span of code in a sentence begins, there is one.
	 */
	private static boolean isGlued(String text, int mark) {
		char before = Ascii.at(text, mark - 1);
		return (Ascii.isWord(before) || before == '/' || before == '.') && SpecialCommand.isBehindToken(text, mark + 1);
	}

	/**
	 * Return the index of the closing backtick, or -1 if there is none or the opening one
	 * is rather a left quotation mark, closed by an apostrophe.
	 */
	private static int closing(String text, int from) {
		boolean open = false;
		for (int i = from; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '`') {
				return open ? -1 : i;
			}
			if (c == '\'') {
				open = !open;
			}
		}
		return -1;
	}

	private static boolean isSpanInProse(String text, int open, int close) {
		char before = Ascii.at(text, open - 1);
		char after = Ascii.at(text, close + 1);
		if (before == '(' && Ascii.at(text, open - 2) == '$') {
			return false;
		}
		char next = Ascii.at(text, close + 2);
		boolean emphasized = before == after && (after == '*' || after == '_');
		boolean quoted = before == after && (after == '"' || after == '\'') && next == ' '
				&& isLetter(Ascii.at(text, close + 3));
		boolean words = emphasized || quoted || Ascii.isSpace(before) && endsWithWord(text, open - 1)
				|| (after == ',' || after == ':') && next == ' '
				|| Ascii.isSpace(after) && isLetter(Ascii.at(text, close + 2)) || isOfSentence(before)
				|| isOfSentence(after);
		return words && isBoundary(before) && isBoundary(after);
	}

	/**
	 * Return whether the marks stand where Markdown has a code span and a shell nothing:
	 * first in the item of a list, alone in the cell of a table, in the text of a link.
	 */
	private static boolean isSpanInMarkdown(String text, int open, int close) {
		char before = Ascii.at(text, open - 1);
		char after = Ascii.at(text, close + 1);
		if (before == '[' && after == ']') {
			return true;
		}
		int mark = open - 2;
		char marker = Ascii.at(text, mark);
		if (before != ' ' || marker == '\0') {
			return false;
		}
		int behind = Ascii.skipSpace(text, close + 1);
		if (marker == '|') {
			return Ascii.at(text, behind) == '|';
		}
		boolean item = marker == '*' || marker == '>' || marker == '-' || marker == '+' || marker == '#'
				|| marker == '.' && Ascii.isDigit(Ascii.at(text, mark - 1));
		return item && isLineStart(text, mark);
	}

	/**
	 * Return whether a span of code of Markdown, which a sentence goes on behind, began
	 * before a separator and ends with the command.
	 */
	static boolean isInSpan(String text, int separator, int end) {
		char behind = Ascii.at(text, end + 1);
		boolean ended = behind == '\n' || behind <= ' ' && Ascii.skipSpace(text, end + 1) == text.length();
		boolean goesOn = behind == ' ' && isLetter(Ascii.at(text, end + 2)) || isOfSentence(behind);
		if (Ascii.at(text, end) != '`' || !goesOn && !ended) {
			return false;
		}
		int open = separator;
		while (open > 0 && separator - open < LONGEST_SPAN && text.charAt(open) != '`' && text.charAt(open) != '\n') {
			open--;
		}
		char before = Ascii.at(text, open - 1);
		boolean told = before == ' ' && (!ended || endsWithWord(text, open - 1)) || isOfSentence(before);
		return open > 0 && text.charAt(open) == '`' && told && Ascii.isLetter(Ascii.at(text, open + 1));
	}

	private static boolean isLineStart(String text, int mark) {
		int i = mark;
		while (i > 0 && mark - i < MOST_INDENTATION && text.charAt(i - 1) != '\n') {
			char c = text.charAt(i - 1);
			if (!Ascii.isSpace(c) && !Ascii.isDigit(c) && c != '#') {
				return false;
			}
			i--;
		}
		return true;
	}

	private static boolean endsWithWord(String text, int blank) {
		char c = Ascii.at(text, blank - 1);
		boolean joined = (c == '&' || c == '+') && text.startsWith("` ", blank - 3);
		boolean with = joined
				|| c == '/' && Ascii.fold(Ascii.at(text, blank - 2)) == 'w' && Ascii.at(text, blank - 3) <= ' ';
		return isLetter(c) || isOfSentence(c) || with || c == ',' || c == ':' || c == '.' || c == '?' || c == '!'
				|| c == ')';
	}

	/**
	 * Return whether a letter of any language stands there.
	 */
	private static boolean isLetter(char c) {
		return Ascii.isLetter(c) || c >= 0x80 && Character.isLetter(c);
	}

	/**
	 * Return whether it is a mark or picture that only sentences have, or a letter of a
	 * script that has no blanks between words.
	 */
	private static boolean isOfSentence(char c) {
		boolean letter = c >= FIRST_WITHOUT_BLANKS && (c <= LAST_WITHOUT_BLANKS || c >= 0xFF01 && c <= 0xFF65);
		boolean picture = c >= 0x2190 && c <= 0x2BFF || c >= 0xD83C && c <= 0xDFFF || c == 0xFE0F || c == 0x20E3;
		return c >= 0x80 && (letter || picture || QUOTATION_MARKS.indexOf(c) >= 0);
	}

	private static boolean isBoundary(char c) {
		return switch (c) {
			case '\0', '(', ')', '[', ']', '"', '\'', '.', ',', ';', ':', '!', '?', '*', '_', '-', '/' -> true;
			default -> Ascii.isSpace(c) || isOfSentence(c);
		};
	}

}
