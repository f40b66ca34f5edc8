package io.github.raspspring.attack.command;

import io.github.raspspring.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * A simple command read at a place where a shell would begin one, and how much it looks
 * like a real one. Meant for fragments whose surroundings are unknown.
 */
final class ShellCommand {

	private static final int MOST_POINTS = 9;

	private static final int MOST_LINE_BREAKS = 4;

	private final String text;

	private final ShellWord word;

	private final int start;

	private final int meaning;

	private int end;

	private int points;

	private int arguments;

	private int plainWords;

	private boolean sensitive;

	private boolean file;

	/** The quote in which the arguments stand. */
	private char open;

	private ShellCommand(String text, ShellWord word, int start) {
		this.text = text;
		this.word = word;
		this.start = start;
		this.meaning = word.meaning();
		this.end = word.end();
	}

	/**
	 * Read the command that may start at a place. Allocates nothing unless a known
	 * command stands there.
	 * @param text the text
	 * @param from index behind a separator
	 * @return the command, or {@code null} if a shell would find none
	 */
	static @Nullable ShellCommand read(String text, int from) {
		int start = skipToWord(text, from);
		if (start >= text.length()) {
			return null;
		}
		int plain = ShellWord.meaningOfPlain(text, start);
		if (plain == 0 || (isEnglish(plain) && SpecialCommand.beginsSentence(text, start))) {
			return null;
		}
		ShellWord word = ShellWord.read(text, start);
		if (word.meaning() == 0 && !word.isPath() || plain > 0 && word.joinsNames()) {
			return null;
		}
		ShellCommand command = new ShellCommand(text, word, start);
		return (command.readArguments(start) && !command.isAbbreviation()) ? command : null;
	}

	/**
	 * Return where the command ends.
	 * @return index of the character that ended it
	 */
	int end() {
		return this.end;
	}

	/**
	 * Return where the command word ends.
	 * @return index behind the command word
	 */
	int wordEnd() {
		return this.word.end();
	}

	/**
	 * Return how much the arguments look like those of a command.
	 * @return 0 to 9 points
	 */
	int argumentPoints() {
		return Math.max(0, Math.min(this.points, MOST_POINTS));
	}

	/**
	 * Return whether the command word means nothing but the command.
	 * @return {@code true} for words such as {@code whoami}
	 */
	boolean isTechnical() {
		return this.meaning == ShellVocabulary.TECHNICAL;
	}

	/**
	 * Return whether the command tells of the host, or stops it, without any argument,
	 * and is no word of a language.
	 */
	boolean isTelling() {
		return telling() == 1;
	}

	/**
	 * Return whether it does so and is an English word.
	 */
	boolean isTellingWord() {
		return telling() == 2;
	}

	/**
	 * Return whether the command stops the host.
	 */
	boolean isHalting() {
		return ShellVocabulary.HALTS.groupOf(this.text, this.start, this.word.end()) != 0;
	}

	private int telling() {
		boolean shown = isTechnical() && PowerShellCommand.meaning(this.text, this.start, this.word.end()) != 0;
		return shown ? 1 : ShellVocabulary.TELLING.groupOf(this.text, this.start, this.word.end());
	}

	/**
	 * Return whether the command word is also the name of a column or tool.
	 * @return {@code true} for words such as {@code id}
	 */
	boolean isListed() {
		return this.meaning == ShellVocabulary.LISTED;
	}

	/**
	 * Return whether the command word is also the name of a language.
	 * @return {@code true} for words such as {@code python}
	 */
	boolean isLanguage() {
		return this.meaning == ShellVocabulary.LANGUAGE;
	}

	/**
	 * Return whether the command only reads what another one wrote.
	 * @return {@code true} for words such as {@code grep}
	 */
	boolean isFilter() {
		return this.meaning == ShellVocabulary.FILTER;
	}

	/**
	 * Return whether it only filters what another command wrote: it names no file and no
	 * variable.
	 * @return {@code true} for commands such as {@code sort -u}
	 */
	public boolean onlyFilters() {
		return isFilter() && !this.file;
	}

	/**
	 * Return whether the command word is a path to a program.
	 * @return {@code true} for words such as {@code /bin/ls}
	 */
	boolean isProgramPath() {
		return this.word.isPath();
	}

	/**
	 * Return whether the command word is disguised by quotes, escapes or wildcards.
	 * @return {@code true} for words such as {@code c''at}
	 */
	boolean isDisguised() {
		return this.word.isDisguised();
	}

	/**
	 * Return whether an English word stands alone.
	 */
	boolean isBareWord() {
		return isBare() && this.meaning == ShellVocabulary.ENGLISH && !isDisguised();
	}

	/**
	 * Return whether nothing but the command word stands there.
	 * @return {@code true} if the command has no argument
	 */
	boolean isBare() {
		return this.arguments == 0;
	}

	/**
	 * Return whether one plain word follows, then the command ends.
	 * @return {@code true} for commands such as {@code bash works}
	 */
	boolean hasOneWord() {
		return this.arguments == 1 && this.plainWords == 1;
	}

	/**
	 * Return whether plain words follow, as in a sentence.
	 * @return {@code true} if reading was given up for that reason
	 */
	boolean isProse() {
		return this.points == 0 && this.plainWords > 1;
	}

	/**
	 * Return whether the command is an English word, and several plain words are among
	 * its arguments.
	 * @return {@code true} if it goes on like a sentence
	 */
	boolean isSentence() {
		return isEnglish(this.meaning) && this.plainWords > 2;
	}

	/**
	 * Return whether a file or device is named that only an intruder asks for.
	 * @return {@code true} for files such as {@code /etc/passwd}
	 */
	boolean isSensitive() {
		return this.sensitive;
	}

	/**
	 * Return whether a variable stands there that a shell replaces by white space.
	 * @param text the text
	 * @param dollar index of a dollar sign
	 * @return {@code true} for the internal field separator
	 */
	static boolean isFieldSeparator(String text, int dollar) {
		return ShellArgument.isFieldSeparator(text, dollar);
	}

	private static int skipToWord(String text, int from) {
		int i = from;
		while (i < text.length()) {
			char c = text.charAt(i);
			boolean broken = (c == '\n' || c == '\r') && i - from < MOST_LINE_BREAKS;
			boolean blank = Ascii.isSpace(c) && c != '\n' && c != '\r';
			if (c == '{' && Ascii.at(text, i + 1) == '{') {
				break;
			}
			if (!blank && !broken && c != '+' && c != '\'' && c != '"' && c != '(' && c != '{' && c != '!') {
				break;
			}
			i++;
		}
		return i;
	}

	/**
	 * Return whether a word of capitals ends a sentence or list, alone or with an amount,
	 * which is no program: those of Unix are named in small letters.
	 */
	private boolean isAbbreviation() {
		char first = this.text.charAt(this.start);
		int next = Ascii.skipSpace(this.text, this.word.end());
		boolean ends = isBare() ? next == this.text.length() : SpecialCommand.isAmount(this.text, next);
		return isListed() && ends && first >= 'A' && first <= 'Z' && !isDisguised()
				&& GivenTarget.isBehindText(this.text, this.start)
				&& ShellVocabulary.OF_WINDOWS.groupOf(this.text, this.start, this.word.end()) == 0;
	}

	private static boolean isEnglish(int meaning) {
		return meaning == ShellVocabulary.ENGLISH || meaning == ShellVocabulary.TIMED
				|| meaning == ShellVocabulary.FILTER;
	}

	private boolean readArguments(int start) {
		if (endsCommand(this.end)) {
			return !isOperand(this.end);
		}
		char next = this.text.charAt(this.end);
		if ((next == '\'' || next == '"') && Ascii.at(this.text, start - 1) == next) {
			this.end++;
			if (isMember(this.end)) {
				return false;
			}
		}
		else if (this.word.braced() ? isObject(this.end) : !ShellArgument.separates(this.text, this.end)) {
			return false;
		}
		while (true) {
			this.end = ShellArgument.skipBlanks(this.text, this.end, this.word.braced());
			if (this.arguments == 0 && isOperand(this.end)) {
				return false;
			}
			if (this.open != '\0' && Ascii.at(this.text, this.end) == this.open) {
				this.open = '\0';
				this.end++;
				continue;
			}
			if (endsCommand(this.end) || isProse()) {
				return true;
			}
			long argument = ShellArgument.read(this.text, this.end, this.word.braced());
			boolean markup = ShellArgument.hasTag(this.text, this.end, ShellArgument.end(argument));
			add(argument);
			if (markup) {
				return true;
			}
		}
	}

	/**
	 * Return whether a program compares what the word names, sets it or passes it on.
	 */
	private boolean isOperand(int index) {
		char c = Ascii.at(this.text, index);
		char next = Ascii.at(this.text, index + 1);
		boolean equality = (c == '=' || c == '!') && next == '=' || c == '=' && (next == ' ' || next == '>');
		boolean passed = c == '|' && next == '>' && Ascii.at(this.text, index + 2) == ' ' || c == '<' && next == '-'
				|| (c == ':' || c == '+' || c == '-') && next == '=';
		return equality || passed
				|| (c == '<' || c == '>')
						&& (next == '=' || next == ' ' && Ascii.isDigit(Ascii.at(this.text, index + 2))
								|| SpecialCommand.isMeasure(this.text, index + 1));
	}

	/**
	 * Return whether the word in braces begins an object rather than an expansion, which
	 * has no blanks.
	 */
	private boolean isObject(int index) {
		char c = Ascii.at(this.text, index);
		return c == ':' || c == ',' && Ascii.isSpace(Ascii.at(this.text, index + 1));
	}

	/**
	 * Return whether what stood in quotes is a member or an element of JSON.
	 */
	private boolean isMember(int behindQuote) {
		char next = Ascii.at(this.text, ShellArgument.skipBlanks(this.text, behindQuote, false));
		return next == ':' || next == ',';
	}

	private void add(long argument) {
		int kind = ShellArgument.kind(argument);
		char first = this.text.charAt(this.end);
		if (first == '"' || first == '\'') {
			this.open = opens(first, this.end + 1, ShellArgument.end(argument)) ? first : '\0';
		}
		this.points += pointsOf(kind, argument);
		this.sensitive |= kind == ShellArgument.SENSITIVE;
		this.file |= kind > ShellArgument.NAME || kind == ShellArgument.NAME && Ascii.at(this.text, this.end) != '.';
		this.plainWords += (kind == ShellArgument.PLAIN) ? 1 : 0;
		this.arguments++;
		this.end = ShellArgument.end(argument);
	}

	/**
	 * Return whether a quotation mark is not closed within its word.
	 */
	private boolean opens(char quote, int from, int to) {
		int i = from;
		while (i < to && this.text.charAt(i) != quote) {
			i++;
		}
		return i == to;
	}

	private int pointsOf(int kind, long argument) {
		boolean first = this.arguments == 0;
		if (first && this.meaning == ShellVocabulary.FAMILY
				&& ShellVocabulary.ARGUMENTS.groupOf(this.text, this.end, ShellArgument.end(argument)) != 0) {
			return 4;
		}
		int special = first ? SpecialCommand.points(this.text, this.word, kind, argument) : 0;
		if (special > 0) {
			return special;
		}
		if (kind == ShellArgument.NUMBER) {
			return first ? pointsOfFirstNumber(argument) : 1;
		}
		if (kind == ShellArgument.FLAG && isFilter()) {
			return 1;
		}
		if (kind == ShellArgument.QUOTED && first && isTelling()) {
			return 0;
		}
		return (this.points >= MOST_POINTS) ? 0 : ShellArgument.points(kind);
	}

	private int pointsOfFirstNumber(long argument) {
		if (this.meaning != ShellVocabulary.TIMED) {
			return 0;
		}
		return endsCommand(ShellArgument.skipBlanks(this.text, ShellArgument.end(argument), false)) ? 4 : 3;
	}

	private boolean endsCommand(int index) {
		return ShellArgument.endsCommand(this.text, index, isFilter());
	}

}
