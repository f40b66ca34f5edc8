package io.github.raspspring.attack.command;

import io.github.raspspring.text.Ascii;

/**
 * What speaks against a separator and the command behind it being an attack. Looks only
 * at what touches them: anything further away an attacker could add at will.
 */
final class CommandInnocence {

	private static final int LONGEST_NAME = 20;

	private static final int LONGEST_ENTITY = 10;

	private static final int LONGEST_ROW = 128;

	private CommandInnocence() {
	}

	/**
	 * Weigh the surroundings of a separator.
	 * @return points to take off
	 */
	static int around(String text, int separator, ShellCommand command, boolean leading) {
		char c = text.charAt(separator);
		int points = 0;
		if (!command.isProgramPath() && command.argumentPoints() < 2 && isListItem(text, separator)) {
			boolean script = c == '\n' && Ascii.startsWith(text, command.wordEnd(), "\necho");
			points += script ? 1 : isFollowedBy(text, command, c) ? 4 : 2;
		}
		if (c == ';' && isEntityEnd(text, separator)) {
			points += isFollowedBy(text, command, '&') ? 4 : 2;
		}
		if (c == '|' && (isTableCell(text, separator, command) || isTableRow(text, separator))) {
			points += 4;
		}
		if (!leading && command.isListed() && command.isBare() && c != ';' && isFollowedBy(text, command, ')')) {
			points += 2;
		}
		return points;
	}

	/**
	 * Return whether a semicolon ends a line of a program: a call stands before it, a
	 * line break behind it.
	 */
	static boolean endsStatement(String text, int semicolon) {
		char next = Ascii.at(text, semicolon + 1);
		if (Ascii.at(text, semicolon) != ';' || Ascii.at(text, semicolon - 1) != ')' || next != '\n' && next != '\r') {
			return false;
		}
		int open = text.lastIndexOf('(', semicolon);
		return open > 2 && Ascii.isLetter(Ascii.at(text, open - 1));
	}

	/**
	 * Return whether the line before a line break is one word, so that the break isn't
	 * just one of a text.
	 */
	static boolean isSingleToken(String text, int lineBreak) {
		int end = lineBreak;
		while (end > 0 && lineBreak - end <= LONGEST_NAME && Ascii.isSpace(text.charAt(end - 1))) {
			end--;
		}
		int start = end;
		while (start > 0 && end - start <= 2 * LONGEST_NAME && !Ascii.isSpace(text.charAt(start - 1))
				&& text.charAt(start - 1) < 0x300) {
			start--;
		}
		return start == 0 && Ascii.at(text, end - 1) != ':' && !endsStatement(text, end - 1)
				&& !endsWithCall(text, start, end);
	}

	private static boolean endsWithCall(String text, int start, int end) {
		int open = text.indexOf('(', start);
		return Ascii.at(text, end - 1) == ')' && open > 2 && open < end && Ascii.isLetter(text.charAt(open - 1));
	}

	/**
	 * Return whether a path ends right before a separator, as an argument of a command
	 * does.
	 */
	static boolean isBehindPath(String text, int separator) {
		int i = separator - 1;
		while (i >= 0 && separator - i < LONGEST_NAME && (isNamePart(text.charAt(i)) || text.charAt(i) == '.'
				|| text.charAt(i) == '-' || Ascii.isDigit(text.charAt(i)))) {
			i--;
		}
		return i < separator - 1 && Ascii.at(text, i) == '/' && !Ascii.isSpace(Ascii.at(text, separator + 1));
	}

	/**
	 * Return whether a text of several words shows commands: a sentence goes on behind
	 * the one that follows, or the same program was called before with arguments.
	 */
	static boolean isSentence(String text, int separator, ShellCommand command) {
		if (command.isSensitive() || !hasTwoWordsBefore(text, separator)) {
			return false;
		}
		int end = Math.min(text.length() - 2, separator + LONGEST_ROW);
		for (int i = separator + 1; i < end && !isSeparator(text.charAt(i)); i++) {
			if (text.charAt(i) == ',' && text.charAt(i + 1) == ' ' && Ascii.isLetter(text.charAt(i + 2))) {
				return true;
			}
		}
		int word = Ascii.skipSpace(text, separator + 1);
		int length = command.wordEnd() - word;
		if (SpecialCommand.isTold(text, command.wordEnd()) || SpecialCommand.asksVersion(text, command.wordEnd())
				|| isTitle(text, separator, word, length)
				|| CommandSubstitution.isInSpan(text, separator, command.end())
				|| endsSentence(text, command.wordEnd()) && !endsLiteral(text, separator)) {
			return true;
		}
		if (command.isBare() || length < 2 || text.charAt(separator) == '\n') {
			return false;
		}
		return isCalledBefore(text, separator, word, length);
	}

	/**
	 * Return whether a command behind a separator and a blank is written as the first
	 * word of a title is: one large letter, then small ones. Programs of Unix are not
	 * named so.
	 */
	private static boolean isTitle(String text, int separator, int word, int length) {
		if (word == separator + 1 || length < 3 || !isUpper(text.charAt(word))) {
			return false;
		}
		for (int i = word + 1; i < word + length; i++) {
			if (isUpper(text.charAt(i)) || !Ascii.isLetter(text.charAt(i))) {
				return false;
			}
		}
		return Ascii.at(text, word + length) == ' ' && isLanguage(text, word + length);
	}

	/**
	 * Return whether a quotation mark stands right before a separator: whoever leaves a
	 * literal has to go on with something.
	 */
	private static boolean endsLiteral(String text, int separator) {
		int i = separator;
		while (i > 0 && "|&; ".indexOf(text.charAt(i)) >= 0) {
			i--;
		}
		return text.charAt(i) == '"' || text.charAt(i) == '\'';
	}

	private static boolean isUpper(char c) {
		return c >= 'A' && c <= 'Z';
	}

	/**
	 * Return whether none of the signs follows that arguments of commands have.
	 */
	private static boolean isLanguage(String text, int from) {
		int end = Math.min(text.length(), from + LONGEST_ROW);
		for (int i = from; i < end && text.charAt(i) != ';'; i++) {
			if ("/\\$`*<>|=%".indexOf(text.charAt(i)) >= 0) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Return whether two words of a language at least follow, and the full stop of the
	 * sentence that they belong to.
	 */
	private static boolean endsSentence(String text, int from) {
		int words = 0;
		int i = from;
		while (i < text.length() && i < from + LONGEST_ROW && Ascii.at(text, i) == ' ') {
			int end = i + 1;
			while (Ascii.isLetter(Ascii.at(text, end)) || Ascii.at(text, end) == '\'') {
				end++;
			}
			char next = Ascii.at(text, end);
			boolean word = end > i + 1;
			words = word ? words + 1 : 0;
			if (word && words > 1 && (next == '.' || next == '!' || next == '?') && Ascii.at(text, end + 1) <= ' ') {
				return true;
			}
			if (!word && next != '-' || word && next != ' ' && next != ',') {
				return false;
			}
			while (end < text.length() && text.charAt(end) > ' ') {
				end++;
			}
			i = end;
		}
		return false;
	}

	/**
	 * Return whether a tool is named where people name several, and asked for nothing:
	 * there is a blank behind the separator, words before it, and no argument.
	 */
	static boolean isNamedInList(String text, int separator, ShellCommand command) {
		if (!command.isBare() || command.isTelling() || command.isTellingWord() || command.isDisguised()
				|| command.isProgramPath()) {
			return false;
		}
		GivenTarget.Kind before = GivenTarget.before(text, separator);
		if (!GivenTarget.isPunctuation(text, separator)) {
			return command.isTechnical() && before == GivenTarget.Kind.WORD && isListItem(text, separator);
		}
		return before == GivenTarget.Kind.TEXT || before == GivenTarget.Kind.WORD;
	}

	private static boolean hasTwoWordsBefore(String text, int separator) {
		int end = Math.min(separator - 1, LONGEST_ROW);
		for (int i = 0; i < end; i++) {
			if (text.charAt(i) == ' ') {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return whether the program of a command is called with arguments not far before.
	 */
	private static boolean isCalledBefore(String text, int separator, int word, int length) {
		for (int i = separator - 1; i >= Math.max(0, separator - LONGEST_ROW); i--) {
			char before = (i > 0) ? text.charAt(i - 1) : ' ';
			if ((before == ' ' || before == '`' || before == '\n') && text.regionMatches(i, text, word, length)
					&& Ascii.at(text, i + length) == ' ') {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return whether a tool is called once more behind a command of it that begins a
	 * line, as in notes on how something was done.
	 */
	static boolean isCalledAgain(String text, int lineBreak, ShellCommand command) {
		int word = Ascii.skipSpace(text, lineBreak + 1);
		int length = command.wordEnd() - word;
		if (!SpecialCommand.isTool(text, word, command.wordEnd())) {
			return false;
		}
		int end = Math.min(text.length() - length, command.wordEnd() + LONGEST_ROW);
		for (int i = command.wordEnd() + 1; i < end; i++) {
			char before = text.charAt(i - 1);
			if ((before == ' ' || before == '\n') && text.regionMatches(i, text, word, length)
					&& Ascii.at(text, i + length) == ' ') {
				return true;
			}
		}
		return false;
	}

	private static boolean isSeparator(char c) {
		return c == ';' || c == '|' || c == '&' || c == '\n' || c == '#';
	}

	private static boolean isFollowedBy(String text, ShellCommand command, char c) {
		return Ascii.at(text, command.wordEnd()) == c;
	}

	/**
	 * Return whether short words touch the separator on both sides, as in a list of
	 * names.
	 */
	private static boolean isListItem(String text, int separator) {
		if (!Ascii.isLetter(Ascii.at(text, separator + 1))) {
			return false;
		}
		int start = separator;
		while (start > 0 && separator - start <= LONGEST_NAME && isNamePart(text.charAt(start - 1))) {
			start--;
		}
		int length = separator - start;
		char before = Ascii.at(text, start - 1);
		if (before == '.' || before == '/' || before == '\\') {
			return false;
		}
		return length > 1 && length <= LONGEST_NAME;
	}

	private static boolean isNamePart(char c) {
		return Ascii.isLetter(c) || c == '_';
	}

	static boolean isEntityEnd(String text, int semicolon) {
		int i = semicolon - 1;
		while (i > semicolon - LONGEST_ENTITY && (Ascii.isWord(Ascii.at(text, i)) || Ascii.at(text, i) == '#')) {
			i--;
		}
		return i < semicolon - 2 && Ascii.at(text, i) == '&';
	}

	/**
	 * Return whether the command stands alone between two bars and a further cell
	 * follows.
	 */
	private static boolean isTableCell(String text, int bar, ShellCommand command) {
		return (isRow(text, bar) || isCell(text, bar, command.end())) && !isClosedBefore(text, bar);
	}

	private static boolean isCell(String text, int bar, int end) {
		if (Ascii.at(text, bar - 1) == '|' || Ascii.at(text, end) != '|' || Ascii.at(text, end + 1) == '|') {
			return false;
		}
		int next = Ascii.skipSpace(text, end + 1);
		if (next == text.length()) {
			return hasCellBefore(text, bar);
		}
		ShellCommand other = ShellCommand.read(text, next);
		return other == null || other.isBareWord();
	}

	/**
	 * Return whether a bracket that the text has not opened closes before the bar.
	 */
	private static boolean isClosedBefore(String text, int bar) {
		char c = Ascii.at(text, bar - 1);
		char opening = (c == ']') ? '[' : (c == ')') ? '(' : (c == '}') ? '{' : '\0';
		return opening != '\0' && text.lastIndexOf(opening, bar) < 0;
	}

	/**
	 * Return whether the text is one row of a table: bars at both ends, and cells with a
	 * blank on both sides between at least three of them.
	 */
	private static boolean isRow(String text, int bar) {
		int before = lineBreak(text, bar, -1);
		int behind = lineBreak(text, bar, 1);
		if (before < 0 && bar > LONGEST_ROW || behind < 0 && text.length() - bar > LONGEST_ROW) {
			return false;
		}
		int first = Ascii.skipSpace(text, before + 1);
		int last = (behind < 0) ? text.length() - 1 : behind - 1;
		if (last - first > LONGEST_ROW || last <= first || Ascii.at(text, first) != '|' || text.charAt(last) != '|') {
			return false;
		}
		int bars = 0;
		for (int i = first; i <= last; i++) {
			if (text.charAt(i) == '|') {
				bars++;
				if (i < last && text.charAt(i + 1) != ' ' || i > first && text.charAt(i - 1) != ' ') {
					return false;
				}
			}
		}
		return bars > 2;
	}

	/**
	 * Return whether a bar ends the line and another one begins the next, or the same
	 * holds between the line before and this one: a table of Markdown, and a syntax error
	 * to a shell.
	 */
	private static boolean isTableRow(String text, int bar) {
		int end = lineBreak(text, bar, 1);
		if (isBetweenBars(text, end)) {
			return true;
		}
		return isBetweenBars(text, lineBreak(text, bar, -1));
	}

	private static int lineBreak(String text, int from, int step) {
		int end = (step < 0) ? Math.max(-1, from - LONGEST_ROW) : Math.min(text.length(), from + LONGEST_ROW);
		int i = from;
		while (i != end && text.charAt(i) != '\n') {
			i += step;
		}
		return (i != end) ? i : -1;
	}

	private static boolean isBetweenBars(String text, int lineBreak) {
		if (lineBreak < 0) {
			return false;
		}
		int before = lineBreak - 1;
		while (Ascii.at(text, before) == ' ' || Ascii.at(text, before) == '\r') {
			before--;
		}
		return Ascii.at(text, before) == '|' && Ascii.at(text, Ascii.skipSpace(text, lineBreak + 1)) == '|';
	}

	private static boolean hasCellBefore(String text, int bar) {
		for (int i = bar - 1; i >= 0 && i > bar - 2 * LONGEST_NAME; i--) {
			if (text.charAt(i) == '|') {
				return i < bar - 2;
			}
		}
		return false;
	}

}
