package io.github.raspspring.attack.command;

import io.github.raspspring.engine.InputValue;
import io.github.raspspring.inspect.Hit;
import io.github.raspspring.inspect.ShownCode;
import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.Traits;
import org.jspecify.annotations.Nullable;

/**
 * Weighs what stands behind each character that could make a shell begin a command. What
 * speaks against an attack counts only where it touches the evidence.
 */
final class CommandEvidence {

	private static final int LONGEST_NAME = 20;

	/** A line of one word, with blanks around it, is shorter. */
	private static final int LONGEST_LINE = 80;

	/** What a text shows is no more than noteworthy. */
	private static final int MOST_OF_SHOWN = Hit.STRONG - 1;

	/** A semicolon is weighed by what stands around it, once a command follows. */
	private static final int OF_SEMICOLON = -1;

	/**
	 * So many commands are read within the arguments of one another: each is read up to
	 * the end of the outermost one.
	 */
	private static final int MOST_NESTED = 64;

	/** Without one of these, only the beginning of a text can be a command. */
	private static final long SIGNS = Traits.SEMICOLON | Traits.PIPE | Traits.AMPERSAND | Traits.LINE_BREAK
			| Traits.BACKSLASH | Traits.BACKTICK | Traits.DOLLAR | Traits.LESS_THAN | Traits.GREATER_THAN
			| Traits.OPEN_PAREN | Traits.SLASH | Traits.HYPHEN;

	private CommandEvidence() {
	}

	/**
	 * Find the strongest evidence of a text.
	 * @param traits the traits of the text
	 * @param input where it was sent
	 * @return a hit of at least {@link Hit#WEAK} points, or {@code null}
	 */
	static @Nullable Hit strongestIn(String text, long traits, InputValue input) {
		int beginning = Ascii.beginning(text);
		return ((traits & SIGNS) != 0) ? strongestFrom(text, beginning, input) : strongestAt(text, beginning);
	}

	private static @Nullable Hit strongestAt(String text, int beginning) {
		char c = Ascii.at(text, beginning);
		return Ascii.isLetter(c) ? atStart(text, beginning) : brokenOutAtStart(text, beginning, c);
	}

	private static @Nullable Hit strongestFrom(String text, int beginning, InputValue input) {
		Hit strongest = null;
		boolean leading = true;
		boolean opened = false;
		int i = 0;
		for (; i < text.length() && (leading || i <= beginning); i++) {
			char c = text.charAt(i);
			opened |= c == '<';
			if (Ascii.isLetter(c)) {
				strongest = (i == beginning) ? Hit.stronger(strongest, atStart(text, i)) : strongest;
				leading = false;
			}
			else if (c >= 0x80) {
				leading &= !Character.isLetter(c);
			}
			else if (!Ascii.isDigit(c) && c != ' ') {
				Hit hit = CommandSigns.isQuiet(text, i, c, opened) ? null : at(text, i, c, leading);
				strongest = (hit != null) ? stronger(strongest, hit, i, new ShownCode(text), input) : strongest;
				strongest = (i == beginning) ? Hit.stronger(strongest, brokenOutAtStart(text, i, c)) : strongest;
			}
			if (isCertain(strongest)) {
				return strongest;
			}
		}
		return strongestBehind(text, i, strongest, input);
	}

	/**
	 * Go on behind the first word, where only some signs can begin anything.
	 */
	private static @Nullable Hit strongestBehind(String text, int from, @Nullable Hit known, InputValue input) {
		Hit strongest = known;
		ShownCode shown = null;
		int tag = text.indexOf('<');
		int opened = (tag < 0) ? text.length() : tag;
		int options = InjectedOption.end(text);
		int wanted = CommandSigns.ALL;
		int reach = 0;
		int within = 0;
		for (int i = from; i < text.length() && !isCertain(strongest); i++) {
			wanted &= (i > opened) ? ~CommandSigns.REDIRECTION : CommandSigns.ALL;
			wanted &= (i >= options) ? ~CommandSigns.OPTION : CommandSigns.ALL;
			wanted &= (i > GivenTarget.LONGEST) ? ~CommandSigns.NEAR : CommandSigns.ALL;
			i = CommandSigns.next(text, i, wanted);
			char c = Ascii.at(text, i);
			boolean quiet = CommandSigns.isSeparator(c) ? i > GivenTarget.LONGEST && !CommandSigns.mayBegin(text, i)
					: CommandSigns.isQuiet(text, i, c, i > opened);
			boolean nesting = !quiet && isNesting(c);
			within = (i < reach) ? within : 0;
			boolean deep = nesting && within > MOST_NESTED;
			Hit hit = (quiet || deep || isOutdone(strongest, i, shown)) ? null
					: (c == '-' && i >= options) ? InjectedOption.ofShell(text, i) : at(text, i, c, false);
			if (hit != null) {
				shown = (shown != null) ? shown : new ShownCode(text);
				within += nesting ? 1 : 0;
				reach = nesting ? Math.max(reach, hit.end()) : reach;
				strongest = stronger(strongest, (within > MOST_NESTED) ? nested(hit) : hit, i, shown, input);
			}
		}
		return strongest;
	}

	/**
	 * Tell whether a command that begins there may hold others in its arguments.
	 */
	private static boolean isNesting(char c) {
		return c == '$' || c == '<' || c == '>' || c == '(' || c == '\\';
	}

	/**
	 * Weigh a command within so many others that nobody means them.
	 */
	private static Hit nested(Hit hit) {
		return new Hit(hit.rule(), Math.max(hit.points(), Hit.STRONG), hit.start(), hit.end());
	}

	private static boolean isCertain(@Nullable Hit hit) {
		return hit != null && hit.points() >= Hit.CERTAIN;
	}

	/**
	 * Tell whether nothing can be stronger than what was found, as what is shown never
	 * counts for more. Asks no further than where a block goes on.
	 */
	private static boolean isOutdone(@Nullable Hit strongest, int i, @Nullable ShownCode shown) {
		return shown != null && shown.wasShown() && strongest != null && strongest.points() >= MOST_OF_SHOWN
				&& shown.at(i);
	}

	private static @Nullable Hit stronger(@Nullable Hit strongest, @Nullable Hit hit, int i, ShownCode shown,
			InputValue input) {
		boolean more = hit != null && (strongest == null || hit.points() > strongest.points());
		return more ? Hit.stronger(strongest, unlessShown(hit, i, shown, input)) : strongest;
	}

	private static @Nullable Hit unlessShown(@Nullable Hit hit, int i, ShownCode shown, InputValue input) {
		if (hit == null || hit.points() < Hit.STRONG) {
			return hit;
		}
		boolean separated = hit.rule() == CommandInjectionDetector.SEPARATED_COMMAND;
		if (!shown.at(i) && !(separated && CommandFields.show(input, shown.text(), i))) {
			return hit;
		}
		return Hit.of(hit.rule(), MOST_OF_SHOWN, hit.start(), hit.end());
	}

	private static @Nullable Hit at(String text, int i, char c, boolean leading) {
		return switch (c) {
			case ';' -> Hit.stronger(ShellConstruct.behind(text, i), separated(text, i, OF_SEMICOLON, leading));
			case '|', '&' -> Hit.stronger(ShellConstruct.behind(text, i), operator(text, i, c, leading));
			case '\n', '\r' -> line(text, i, leading);
			case '\\' -> ShellConstruct.escapedLine(text, i);
			case '`' -> CommandSubstitution.inBackticks(text, i);
			case '$' -> CommandSubstitution.atDollar(text, i);
			case '<' -> CommandSubstitution.inParentheses(text, i);
			case '>' -> (Ascii.at(text, i + 1) == '(') ? CommandSubstitution.inParentheses(text, i)
					: ShellConstruct.redirection(text, i);
			case '(' -> parenthesis(text, i, leading);
			case '/' -> ShellConstruct.connection(text, i);
			case '-' -> Hit.stronger(InjectedOption.ofShell(text, i), InjectedOption.at(text, i));
			default -> null;
		};
	}

	/**
	 * Weigh the command word itself and its arguments.
	 */
	static int pointsOf(ShellCommand command) {
		return pointsOfWord(command) + command.argumentPoints();
	}

	private static int pointsOfWord(ShellCommand command) {
		if (command.isDisguised()) {
			return 5;
		}
		if (command.isProgramPath()) {
			return 4;
		}
		if (command.isTechnical()) {
			return 3;
		}
		if (command.isListed() || command.isLanguage()) {
			return 2;
		}
		return command.isFilter() ? 1 : 0;
	}

	private static @Nullable Hit operator(String text, int i, char c, boolean leading) {
		if (Ascii.at(text, i + 1) == c) {
			return null;
		}
		boolean single = Ascii.at(text, i - 1) != c;
		Hit hit = separated(text, i, (c == '&' && single) ? 1 : 2, leading);
		return (hit != null && !single && SourceCode.compares(text, i)) ? null : hit;
	}

	private static @Nullable Hit separated(String text, int i, int weight, boolean leading) {
		char next = Ascii.at(text, i + 1);
		if (text.charAt(i) == ';' && (next == '\n' || next == '\r')) {
			return null;
		}
		if (text.startsWith("IFS=", i + 1)) {
			return Hit.of(CommandInjectionDetector.FIELD_SEPARATOR, 6, i, i + 5);
		}
		if (PipedListing.follows(text, i + 1, false)) {
			return Hit.of(CommandInjectionDetector.SEPARATED_COMMAND, Hit.STRONG, i, i + 2);
		}
		ShellCommand command = ShellCommand.read(text, i + 1);
		if (command == null) {
			return obscured(text, i);
		}
		if (text.charAt(i) == '|' && !leading && command.onlyFilters()) {
			return Hit.of(CommandInjectionDetector.SEPARATED_COMMAND, Hit.WEAK, i, command.end());
		}
		int base = (weight == OF_SEMICOLON) ? baseOfSemicolon(text, i) : weight;
		int points = base + pointsOf(command) + (leading ? 2 : isBehindQuote(text, i) ? 1 : 0)
				+ (command.isListed() && CommandInnocence.isBehindPath(text, i) ? 1 : 0)
				+ shape(text, command, base, leading) + endingPoints(text, i, command, base);
		points -= (points >= Hit.WEAK) ? CommandInnocence.around(text, i, command, leading) : 0;
		points = Math.max(points, isAll(text, i, command) ? Hit.STRONG : GivenTarget.points(text, i, command));
		if (points >= Hit.STRONG && (CommandInnocence.isSentence(text, i, command)
				|| CommandInnocence.isNamedInList(text, i, command))) {
			points = Hit.STRONG - 1;
		}
		return (points < Hit.STRONG)
				? Hit.stronger(Hit.of(CommandInjectionDetector.SEPARATED_COMMAND, points, i, command.end()),
						obscured(text, i))
				: Hit.of(CommandInjectionDetector.SEPARATED_COMMAND, points, i, command.end());
	}

	/**
	 * Tell whether a text is nothing but a separator and a command.
	 */
	private static boolean isAll(String text, int i, ShellCommand command) {
		return i == 0 && text.charAt(i) != '&' && command.isBare() && command.wordEnd() == text.length()
				&& Ascii.isLetter(Ascii.at(text, 1));
	}

	/**
	 * Weigh what stands in the place of a command by its arguments alone.
	 */
	private static @Nullable Hit obscured(String text, int i) {
		return (ObscuredPath.follows(text, i + 1) || GivenTarget.isGivenAny(text, i))
				? Hit.of(CommandInjectionDetector.SEPARATED_COMMAND, Hit.STRONG, i, i + 2) : null;
	}

	/**
	 * Weigh a command that nothing but a comment follows: a sentence would go on.
	 */
	private static int endingPoints(String text, int i, ShellCommand command, int base) {
		if (base > 1 || !command.isListed() || !command.isBare()) {
			return 0;
		}
		int next = Ascii.skipSpace(text, command.wordEnd());
		boolean last = next >= text.length() || text.charAt(next) == '#'
				|| text.charAt(next) == '&' && next == text.length() - 1;
		boolean only = text.lastIndexOf(text.charAt(i), i - 1) < 0;
		boolean joined = text.charAt(i) == '&' && GivenTarget.isPunctuation(text, i) && next >= text.length();
		return (last && only && !joined) ? 1 : 0;
	}

	private static int shape(String text, ShellCommand command, int base, boolean leading) {
		if (command.isBare()) {
			return bare(command, base, leading);
		}
		if (command.isProse()) {
			return command.isTechnical() ? 0 : -1;
		}
		boolean known = command.isTechnical()
				|| command.isListed() && !SpecialCommand.isRemarkedOn(text, command.end());
		return (command.hasOneWord() && base > 1 && known) ? 1 : 0;
	}

	private static int bare(ShellCommand command, int base, boolean leading) {
		if (command.isDisguised() || command.isProgramPath() || command.isTechnical()) {
			return 2;
		}
		if (command.isListed()) {
			return (leading || base > 1) ? 2 : 1;
		}
		return (command.isLanguage() && leading) ? 2 : 0;
	}

	private static @Nullable Hit line(String text, int i, boolean leading) {
		boolean single = i < LONGEST_LINE && CommandInnocence.isSingleToken(text, i);
		if (single && ShellConstruct.beginsLine(text, i + 1) && !text.startsWith("#!")) {
			return Hit.of(CommandInjectionDetector.SEPARATED_COMMAND, Hit.STRONG, i, i + 2);
		}
		ShellCommand command = (Ascii.at(text, i - 1) != '`') ? ShellCommand.read(text, i + 1) : null;
		if (command == null) {
			return obscured(text, i);
		}
		boolean alone = leading || single;
		int points = pointsOf(command) + shape(text, command, 2, leading);
		if (alone) {
			points += (leading ? 4 : 2) - CommandInnocence.around(text, i, command, leading);
		}
		else if (!command.isBare() || command.end() < text.length()) {
			points = command.isSensitive() ? Hit.STRONG : Math.min(points, Hit.STRONG - 1);
		}
		if (!text.startsWith("#!")) {
			points = Math.max(points, GivenTarget.points(text, i, command));
		}
		if (points >= Hit.STRONG && CommandInnocence.isCalledAgain(text, i, command)) {
			points = Hit.STRONG - 1;
		}
		return Hit.of(CommandInjectionDetector.SEPARATED_COMMAND, points, i, command.end());
	}

	private static @Nullable Hit parenthesis(String text, int i, boolean leading) {
		char next = Ascii.at(text, i + 1);
		if (next == ')') {
			return ShellConstruct.function(text, i, leading);
		}
		return CommandSubstitution.inCall(text, i);
	}

	/**
	 * Weigh a command that no separator precedes. Honest where commands are talked about,
	 * so it takes a program's path or a sensitive file to be more than weak.
	 */
	private static @Nullable Hit atStart(String text, int start) {
		if (PipedListing.follows(text, start, true)) {
			return Hit.of(CommandInjectionDetector.SEPARATED_COMMAND, Hit.STRONG, start, text.length());
		}
		ShellCommand command = ShellCommand.read(text, start);
		if (command == null || (command.isBare() && !command.isDisguised())) {
			return null;
		}
		int points = pointsOf(command);
		char first = text.charAt(start);
		boolean broken = first == '\'' || first == '"';
		boolean program = command.isProgramPath() && isInSystemFolder(text, start);
		boolean hidden = command.isDisguised() && command.isTechnical() && command.wordEnd() == text.length();
		if (!command.isSensitive() && !program && !broken && !hidden || command.isSentence()
				|| SpecialCommand.endsInWords(text)) {
			points = Math.min(points, Hit.STRONG - 1);
		}
		return Hit.of(CommandInjectionDetector.SEPARATED_COMMAND, Math.min(points, Hit.CERTAIN - 1), start,
				command.end());
	}

	private static @Nullable Hit brokenOutAtStart(String text, int start, char c) {
		boolean unclosed = (c == '\'' || c == '"') && text.indexOf(c, start + 1) < 0;
		return (c == '/' || unclosed) ? atStart(text, start) : null;
	}

	private static boolean isInSystemFolder(String text, int start) {
		int name = (Ascii.at(text, start) == '/') ? start + 1 : start;
		char second = Ascii.at(text, start + 1);
		boolean quoted = !Ascii.isLetter(Ascii.at(text, start)) && name == start;
		return Ascii.startsWith(text, name, "bin/") || Ascii.startsWith(text, name, "usr/")
				|| Ascii.startsWith(text, name, "sbin/") || second == '?' || second == ':' || quoted
				|| text.startsWith(".exe", Math.max(start, text.indexOf('.', start)));
	}

	/**
	 * Weigh a semicolon: sentences have them behind a word and before a space.
	 */
	private static int baseOfSemicolon(String text, int i) {
		if (!Ascii.isSpace(Ascii.at(text, i + 1))) {
			return 2;
		}
		if (!Ascii.isLetter(Ascii.at(text, i - 1)) && !Character.isLetter(Ascii.at(text, i - 1))) {
			return Ascii.isSpace(Ascii.at(text, i - 1)) ? 3 : 2;
		}
		int start = i;
		while (start > 0 && i - start <= LONGEST_NAME && Ascii.isLetter(text.charAt(start - 1))) {
			start--;
		}
		return (i - start <= LONGEST_NAME) ? 1 : 2;
	}

	private static boolean isBehindQuote(String text, int i) {
		int before = (Ascii.at(text, i - 1) == ' ') ? i - 2 : i - 1;
		char c = Ascii.at(text, before);
		return c == '\'' || c == '"';
	}

}
