package io.github.raspspring.attack.command;

import io.github.raspspring.inspect.Hit;
import io.github.raspspring.text.Ascii;

/**
 * Recognizes the one word that programs are given, a host, a file, the name of a branch,
 * where it stands alone before a separator, and behind that a command which goes on to
 * the end. People write neither lists nor sentences of that kind: in a list no argument
 * follows, and a sentence has words on both sides.
 */
final class GivenTarget {

	/** What stands before a separator. */
	enum Kind {

		/** Nothing but signs. */
		NOTHING,

		/** One word of letters. */
		WORD,

		/** One word with what names of machines have: digits, dots, slashes. */
		TARGET,

		/** Several words, or signs that are not in names. */
		TEXT

	}

	/** Behind more characters no word alone stands before a separator. */
	static final int LONGEST = 128;

	private static final int LONGEST_ENDING = 6;

	private static final int LONGEST_NAME = 24;

	private static final int MOST_ARGUMENTS = 4;

	private static final String LOCAL = "localhost";

	private final String text;

	private final int separator;

	private final ShellCommand command;

	private final Kind kind;

	private GivenTarget(String text, int separator, ShellCommand command) {
		this.text = text;
		this.separator = separator;
		this.command = command;
		this.kind = before(text, separator);
	}

	/**
	 * Weigh a command by what stands before its separator and behind its end.
	 * @return {@link Hit#STRONG} if nobody writes so, a point less if a place where
	 * nobody has lines or lists decides, 0 if it says nothing
	 */
	static int points(String text, int separator, ShellCommand command) {
		if (command.isBare() && command.isTelling() && endsLocalPart(text, command.wordEnd())) {
			return (text.charAt(separator) == '&' && !isOperator(text.charAt(separator - 1))) ? 0 : Hit.STRONG;
		}
		GivenTarget target = new GivenTarget(text, separator, command);
		if (target.kind == Kind.TEXT || command.isSentence()) {
			return 0;
		}
		if (command.isBare()) {
			int word = command.wordEnd();
			boolean joined = target.kind == Kind.TARGET && isOperator(Ascii.at(text, word))
					&& Ascii.at(text, word + 1) == text.charAt(word);
			return (endsAt(text, word) || joined) ? target.bare() : 0;
		}
		int end = command.isProse() ? behindArguments(text, command.end()) : command.end();
		boolean goesOn = goesOn(text, end);
		return (goesOn || endsAt(text, end)) ? target.withArguments(goesOn) : 0;
	}

	/**
	 * Tell what stands before a separator.
	 */
	static Kind before(String text, int separator) {
		if (separator > LONGEST) {
			return Kind.TEXT;
		}
		int end = separator;
		while (end > 0 && "|&; \t\r\n'\")]}".indexOf(text.charAt(end - 1)) >= 0) {
			end--;
		}
		int start = 0;
		while (start < end && " \t'\"([{".indexOf(text.charAt(start)) >= 0) {
			start++;
		}
		if (start == end) {
			return Kind.NOTHING;
		}
		boolean options = text.charAt(start) == '-' && Ascii.isLetter(Ascii.at(text, start + 1));
		boolean signs = options;
		for (int i = start; i < end; i++) {
			char c = text.charAt(i);
			boolean plain = Ascii.isLetter(c) || c >= 0x80 && Character.isLetter(c);
			if (!plain && !Ascii.isDigit(c) && "_-./\\:~@+%*".indexOf(c) < 0 && !(options && c == ' ')) {
				return Kind.TEXT;
			}
			signs |= !plain && c != '_' && c != '+' && c != '*';
		}
		boolean left = start == 0 && end < separator && isQuote(text.charAt(end));
		boolean local = left || end - start == LOCAL.length() && Ascii.startsWith(text, start, LOCAL);
		return (signs || local) ? Kind.TARGET : Kind.WORD;
	}

	/**
	 * Return whether a separator as sentences and lists have it, with a blank behind it,
	 * is before a word, and words are before that.
	 */
	static boolean isBehindText(String text, int start) {
		int separator = start - 2;
		if (separator < 0 || text.charAt(separator + 1) != ' ') {
			return false;
		}
		Kind before = before(text, separator);
		return before == Kind.TEXT || before == Kind.WORD && text.charAt(separator) == '&';
	}

	private static boolean isQuote(char c) {
		return c == '\'' || c == '"';
	}

	/**
	 * Tell whether any command follows: a word in small letters, an option or an address,
	 * and the end. Of commands that are English words a few words behind them are enough
	 * where no punctuation separates them.
	 */
	static boolean isGivenAny(String text, int separator) {
		if (separator > LONGEST) {
			return false;
		}
		int start = Ascii.skipSpace(text, separator + 1);
		int end = start;
		while (end - start < LONGEST_NAME && isNamePart(Ascii.at(text, end))) {
			end++;
		}
		char first = Ascii.at(text, start);
		int argument = Ascii.skipSpace(text, end);
		if (first < 'a' || first > 'z' || end - start < 2 || argument == end || argument >= text.length()) {
			return false;
		}
		Kind kindBefore = before(text, separator);
		boolean said = isPunctuation(text, separator);
		if (kindBefore == Kind.TEXT || said && kindBefore != Kind.TARGET) {
			return false;
		}
		boolean doubled = isOperator(Ascii.at(text, separator - 1)) || isOperator(Ascii.at(text, separator + 1));
		boolean named = kindBefore != Kind.WORD && !said && ShellVocabulary.COMMANDS.groupOf(text, start, end) != 0
				&& (doubled || text.charAt(separator) != '|' && isActing(text, separator, end));
		long read = ShellArgument.read(text, argument, false);
		int kind = ShellArgument.kind(read);
		boolean option = kind == ShellArgument.FLAG && isOption(text, argument + 1, ShellArgument.end(read));
		if (text.charAt(separator) < ' ') {
			return option && kindBefore == Kind.TARGET && endsAt(text, behindArguments(text, ShellArgument.end(read)));
		}
		boolean drive = kind == ShellArgument.DRIVE && Ascii.at(text, argument + 2) == '\\';
		boolean path = (kind == ShellArgument.PATH || drive) && kindBefore != Kind.WORD && !said;
		boolean address = kind == ShellArgument.ADDRESS && !Ascii.isDigit(text.charAt(argument)) && !said;
		return (option || path || named || address || kind == ShellArgument.SENSITIVE)
				&& endsAt(text, behindArguments(text, ShellArgument.end(read)));
	}

	/**
	 * Tell whether an option is a letter or a few, or a word behind two hyphens: what
	 * searches leave out is a word behind one.
	 */
	private static boolean isOption(String text, int from, int to) {
		return Ascii.at(text, from) == '-' ? to - from > 2 : Ascii.isLetter(Ascii.at(text, from)) && to - from < 3;
	}

	/**
	 * Return the end of at most a few words.
	 */
	private static int behindArguments(String text, int from) {
		int end = from;
		for (int words = 0; words < MOST_ARGUMENTS; words++) {
			int next = ShellArgument.skipBlanks(text, end, false);
			if (next == end || next >= text.length() || "|&;\n\r#`)".indexOf(text.charAt(next)) >= 0) {
				return end;
			}
			end = ShellArgument.end(ShellArgument.read(text, next, false));
		}
		return end;
	}

	private static boolean isNamePart(char c) {
		return c >= 'a' && c <= 'z' || Ascii.isDigit(c) || c == '-' || c == '_' || c == '.';
	}

	/**
	 * Tell whether nothing follows but what closes or hides the rest.
	 */
	static boolean endsAt(String text, int from) {
		int i = skipClosing(text, from);
		if (i >= text.length() || text.charAt(i) == '#' || text.startsWith("--", i)) {
			return true;
		}
		if (text.charAt(i) == '>' || text.startsWith("2>", i)) {
			return true;
		}
		int separators = i;
		while ("|&;`".indexOf(Ascii.at(text, i)) >= 0 && i < text.length()) {
			i++;
		}
		i = (i > separators) ? skipClosing(text, i) : i;
		boolean ending = Ascii.at(text, i) == '.' && text.length() - i < LONGEST_ENDING && i > separators;
		return i >= text.length() || ending || text.charAt(i) == '#';
	}

	/**
	 * Tell whether the part of an address of mail ends before its host that stands in
	 * quotes, where no mailbox has a command: {@code "x;id;"@host}.
	 */
	private static boolean endsLocalPart(String text, int from) {
		int i = from;
		while ("|&;` ".indexOf(Ascii.at(text, i)) >= 0) {
			i++;
		}
		return text.startsWith("\"@", i) && text.charAt(0) == '"' && Ascii.isWord(Ascii.at(text, i + 2));
	}

	/**
	 * Tell whether another command follows behind a doubled sign.
	 */
	private static boolean goesOn(String text, int from) {
		int i = skipClosing(text, from);
		return isOperator(Ascii.at(text, i)) && Ascii.at(text, i + 1) == text.charAt(i)
				&& ShellCommand.read(text, i + 2) != null;
	}

	private static int skipClosing(String text, int from) {
		int i = from;
		while (i < text.length() && " \t\r\n'\")]}\\".indexOf(text.charAt(i)) >= 0) {
			i++;
		}
		return i;
	}

	private int bare() {
		boolean known = this.command.isTechnical() || this.command.isDisguised() || this.command.isProgramPath();
		if (this.command.isFilter() || isBetweenBars()) {
			return 0;
		}
		boolean said = isPunctuation(this.text, this.separator);
		boolean tells = this.command.isTelling();
		boolean listed = this.command.isListed() || this.command.isHalting();
		if (isBreak()) {
			boolean told = tells || known || listed;
			return (told && this.kind == Kind.TARGET) ? Hit.STRONG : told ? Hit.STRONG - 1 : Hit.WEAK;
		}
		boolean likely = switch (this.kind) {
			case NOTHING -> !(isSign('&') && !isDoubled()) && (known || tells || isQuote(this.text.charAt(0))
					|| this.command.isTellingWord() && isGlued() && !isCell());
			case TARGET -> known || listed || !said && isPath() && (isTellingWord() || this.command.isLanguage())
					|| isDoubled() && this.command.isTellingWord();
			case WORD ->
				tells && (isDoubled() || this.command.isTechnical() && !said) || !said && this.command.isHalting();
			default -> false;
		};
		return likely ? Hit.STRONG : Hit.WEAK;
	}

	private int withArguments(boolean goesOn) {
		int points = this.command.argumentPoints();
		boolean program = this.command.isTechnical() || this.command.isListed() || this.command.isLanguage()
				|| this.command.isProgramPath() || this.command.isDisguised() || isTimedByOption()
				|| this.command.hasOneWord() && this.kind != Kind.WORD && isEcho();
		boolean said = isPunctuation(this.text, this.separator);
		boolean name = this.kind == Kind.WORD;
		if (isBreak()) {
			return (points > 1 || program && this.kind == Kind.TARGET) ? Hit.STRONG : Hit.STRONG - 1;
		}
		if (points > 1) {
			return (program || !said || !name) ? Hit.STRONG : Hit.STRONG - 1;
		}
		if (program) {
			return (name && said) ? Hit.WEAK : Hit.STRONG;
		}
		boolean open = this.kind == Kind.NOTHING && isSign('&') && !isDoubled();
		boolean acting = isActing(this.text, this.separator, this.command.wordEnd())
				&& (!isSign('|') || isPath() && isOnlyBar());
		boolean sure = !said && !open && (points > 0 || goesOn || isDoubled() && (!name || isGlued()) || acting);
		return (sure && !this.command.isFilter()) ? Hit.STRONG : Hit.WEAK;
	}

	/**
	 * Tell whether a word that tells of the host follows, and no word of letters alone
	 * that columns are named with.
	 */
	private boolean isTellingWord() {
		return this.command.isTellingWord() || this.command.wordEnd() - this.separator == 2;
	}

	/**
	 * Tell whether the command does something to what it is given, as no quality of a
	 * thing does.
	 */
	private static boolean isActing(String text, int separator, int end) {
		return ShellVocabulary.ACTING.groupOf(text, Ascii.skipSpace(text, separator + 1), end) != 0;
	}

	private boolean isCell() {
		return isSign('|') && Ascii.at(this.text, Ascii.skipSpace(this.text, this.command.wordEnd())) == '|';
	}

	/**
	 * Tell whether no other bar is in the text, as in the row of a table.
	 */
	private boolean isOnlyBar() {
		return isGlued() && this.text.indexOf('|') == this.separator && this.text.lastIndexOf('|') == this.separator;
	}

	/**
	 * Tell whether the command waits or repeats something as an option says, with a
	 * number: {@code timeout /t 5}.
	 */
	private boolean isTimedByOption() {
		int start = Ascii.skipSpace(this.text, this.separator + 1);
		int end = this.command.wordEnd();
		char option = Ascii.at(this.text, Ascii.skipSpace(this.text, end));
		return (option == '/' || option == '-') && this.command.argumentPoints() > 2
				&& ShellVocabulary.COMMANDS.groupOf(this.text, start, end) == ShellVocabulary.TIMED;
	}

	private boolean isEcho() {
		return this.text.startsWith("echo", this.command.wordEnd() - 4);
	}

	private boolean isBreak() {
		return isSign('\n') || isSign('\r');
	}

	private boolean isSign(char sign) {
		return this.text.charAt(this.separator) == sign;
	}

	private boolean isDoubled() {
		return isOperator(Ascii.at(this.text, this.separator - 1))
				|| isOperator(Ascii.at(this.text, this.separator + 1));
	}

	private static boolean isOperator(char c) {
		return c == '|' || c == '&';
	}

	/**
	 * Tell whether the separator is set as people set it between words: a semicolon with
	 * a blank behind it only, a single sign with a blank on both sides.
	 */
	static boolean isPunctuation(String text, int separator) {
		char sign = text.charAt(separator);
		boolean before = Ascii.isSpace(Ascii.at(text, separator - 1));
		boolean behind = Ascii.isSpace(Ascii.at(text, separator + 1));
		boolean doubled = Ascii.at(text, separator - 1) == sign || Ascii.at(text, separator + 1) == sign;
		return behind && (sign == ';' ? !before : before && !doubled);
	}

	private boolean isGlued() {
		return !Ascii.isSpace(Ascii.at(this.text, this.separator - 2))
				&& !Ascii.isSpace(Ascii.at(this.text, this.separator + 1));
	}

	/**
	 * Tell whether the word before has a dot or a slash, as only hosts, files and folders
	 * have.
	 */
	private boolean isPath() {
		for (int i = 0; i < this.separator; i++) {
			char c = this.text.charAt(i);
			if (c == '/' || c == '~' || c == '.' && i > 0 && Ascii.isWord(this.text.charAt(i + 1))) {
				return true;
			}
		}
		return Ascii.startsWith(this.text, 0, LOCAL);
	}

	/**
	 * Tell whether two bars stand on either side, which hide a word in chats.
	 */
	private boolean isBetweenBars() {
		return this.kind == Kind.NOTHING && isSign('|') && isDoubled()
				&& this.text.startsWith("||", this.command.wordEnd());
	}

}
