package io.github.raspspring.attack.command;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import io.github.raspspring.engine.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Judges one place of a shell script at which an input occurs. Words are harmless as
 * arguments, and so is whatever stays within its quotes.
 */
final class ShellJudge {

	private static final Set<String> TAKES_ANYTHING = Set.of("echo", "printf", "write-host", "write-output");

	private static final Set<String> READS_AGAIN = Set.of("eval", "xargs", "watch", "iex", "invoke-expression");

	private static final Set<String> HARMLESS = Set.of("echo", "printf", "true", "false", "pwd", "done", "fi", "then",
			"else", "do", "read");

	private static final int MOST_MEANINGS = 256;

	private final ShellScript script;

	/** Where the script begins in its text, behind an option it is joined to. */
	private final int from;

	private final Map<Integer, WordMeaning> meanings = new HashMap<>();

	private @Nullable Set<String> loops;

	private int knownCommand = -1;

	private String command = "";

	ShellJudge(ShellScript script, int from) {
		this.script = script;
		this.from = from;
	}

	@Nullable Rule judge(int start, int end) {
		if (isSign(start, end)) {
			return this.script.isBalanced() ? null : ProcessRules.QUOTE;
		}
		Rule rule = isReadAgain(start, end) ? ProcessRules.SUBSTITUTION : judgeWord(start, end);
		for (int i = start; i < end && rule == null; i++) {
			rule = judge(i, start, end);
		}
		return (rule != null) ? rule : judgeEnds(start, end);
	}

	/**
	 * A single sign, or separators alone, coincide with those of the application as long
	 * as all quotes close.
	 */
	private boolean isSign(int start, int end) {
		String text = this.script.text();
		return (end - start == 1 && !Character.isLetterOrDigit(text.charAt(start)))
				|| text.substring(start, end).chars().allMatch((c) -> c == '&' || c == '|' || c == ';');
	}

	/**
	 * Judge by what the command makes of the word: the command or script that it starts,
	 * a variable of that one, or source code.
	 */
	private @Nullable Rule judgeWord(int start, int end) {
		int word = this.script.quotedWordStart(start);
		if (this.script.startsCommand(word) || this.script.wordEnd(word) <= start) {
			return null;
		}
		if (this.meanings.size() > MOST_MEANINGS) {
			this.meanings.clear();
		}
		Rule rule = this.meanings.computeIfAbsent(word, (place) -> new WordMeaning(this.script, place))
			.judge(start, end);
		return (rule == ProcessRules.OPTION && isHarmlessOption(start, end)) ? null : rule;
	}

	private @Nullable Rule judge(int i, int start, int end) {
		if (this.script.quotes(start) != 0 && this.script.quotes(i) != this.script.quotes(start)) {
			return ProcessRules.QUOTE;
		}
		char c = this.script.text().charAt(i);
		if (this.script.isSingleQuoted(i) || this.script.isEscaped(i) || this.script.isComment(i)) {
			return null;
		}
		if (this.script.dialect().substitutes(this.script.text(), i) && !isLast(i) && !isOfLoop(i, end)) {
			return ProcessRules.SUBSTITUTION;
		}
		return (this.script.quotes(i) == 0) ? judgeUnquoted(c, i, start, end) : null;
	}

	/**
	 * Within quotes a dollar right before a quote is just that.
	 */
	private boolean isLast(int i) {
		String text = this.script.text();
		return this.script.quotes(i) != 0 && text.charAt(i) == '$' && i + 1 < text.length()
				&& (text.charAt(i + 1) == '"' || text.charAt(i + 1) == '\'');
	}

	/**
	 * The variable of a loop holds what the application has written there.
	 */
	private boolean isOfLoop(int i, int end) {
		Set<String> known = this.loops;
		if (known == null) {
			known = LoopVariables.of(this.script);
			this.loops = known;
		}
		return !known.isEmpty() && known.contains(this.script.text().substring(i + 1, end));
	}

	private @Nullable Rule judgeUnquoted(char c, int i, int start, int end) {
		if (this.script.separates(i)) {
			return ProcessRules.SEPARATOR;
		}
		if (i > start && this.script.startsCommand(i)) {
			return ProcessRules.EXECUTABLE;
		}
		if ((c == '<' || c == '>') && !joinsStreams(i, end)) {
			return ProcessRules.REDIRECTION;
		}
		if (isExpanded(this.script, i)) {
			return ProcessRules.SUBSTITUTION;
		}
		if (c == '#' && this.script.startsWord(i) && this.script.dialect().comments() && cutsOff(end)) {
			return ProcessRules.COMMENT;
		}
		boolean option = c == '-' && this.script.startsWord(i) && !this.script.startsCommand(i)
				&& !this.script.isOperand(i) && isOption(i, end) && !TAKES_ANYTHING.contains(commandBefore(i))
				&& !(i == start && isHarmlessOption(i, end));
		return option ? ProcessRules.OPTION : null;
	}

	/**
	 * An option in quotes has taken the place of a value; one without may be the
	 * application's own.
	 */
	private boolean isHarmlessOption(int start, int end) {
		String text = this.script.text();
		if (start > 0 && this.script.isDelimiter(start - 1)) {
			return false;
		}
		if (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
			return end - start == 2 && Character.isLetter(text.charAt(end));
		}
		String option = text.substring(start, end);
		return Readers.isFollowedByNumber(option, wordBehind(end))
				|| Readers.isHarmless(commandBefore(start), subcommandBefore(start), option)
				|| this.script.dialect() == ShellDialect.POSIX && Readers.isUnarmed(commandBefore(start), option);
	}

	private String subcommandBefore(int index) {
		return wordBehind(this.script.wordEnd(this.script.commandStart(index)));
	}

	private String wordBehind(int end) {
		String text = this.script.text();
		int word = end;
		while (word < text.length() && text.charAt(word) == ' ') {
			word++;
		}
		return (word < text.length()) ? text.substring(word, Math.max(word, this.script.wordEnd(word))) : "";
	}

	/**
	 * What stands in quotes is read once more by the command that gets it.
	 */
	private boolean isReadAgain(int start, int end) {
		if (this.script.quotes(start) == 0 || !READS_AGAIN.contains(commandBefore(start))) {
			return false;
		}
		String text = this.script.text();
		for (int i = start; i < end; i++) {
			if ("'\"`;&|$<>()\n".indexOf(text.charAt(i)) >= 0) {
				return true;
			}
		}
		return false;
	}

	private @Nullable Rule judgeEnds(int start, int end) {
		boolean escapesNext = this.script.isEscaped(end) && end < this.script.text().length()
				&& !Character.isLetterOrDigit(this.script.text().charAt(end));
		boolean comment = this.script.isComment(start) || this.script.isComment(end);
		if (escapesNext || this.script.quotes(end) != this.script.quotes(start) && !comment) {
			return ProcessRules.QUOTE;
		}
		return (choosesCommand(start, end) && !isHarmless(start, end)) ? ProcessRules.EXECUTABLE : null;
	}

	/**
	 * Whoever chooses such a command can do nothing with it.
	 */
	private boolean isHarmless(int start, int end) {
		return HARMLESS.contains(this.script.text().substring(start, end));
	}

	private boolean choosesCommand(int start, int end) {
		int word = this.script.wordStart(start);
		if (!this.script.startsCommand(word) || this.script.wordEnd(word) <= start) {
			return false;
		}
		if (this.script.isAssignment(word)) {
			return Launchers.isExecutingVariable(this.script.text(), word);
		}
		int before = start;
		while (before > word && this.script.isDelimiter(before - 1)) {
			before--;
		}
		int behind = end;
		while (behind < this.script.wordEnd(word) && this.script.isDelimiter(behind)) {
			behind++;
		}
		boolean starts = before == word || start == this.from || this.script.text().charAt(before - 1) == '/';
		return starts && behind >= this.script.wordEnd(word);
	}

	/**
	 * The start of {@code >&1}, the end of which belongs to the application.
	 */
	private boolean joinsStreams(int i, int end) {
		return i == end - 1 && this.script.text().startsWith("&", end);
	}

	/**
	 * Return whether an option begins that has a letter from the input: hyphens alone,
	 * and a name that the application gives a value, coincide with its own.
	 */
	private boolean isOption(int index, int end) {
		String text = this.script.text();
		if (end < text.length() && text.charAt(end) == '=') {
			return false;
		}
		int letter = text.startsWith("--", index) ? index + 2 : index + 1;
		return letter < end && letter < text.length() && Character.isLetter(text.charAt(letter));
	}

	private boolean cutsOff(int end) {
		return !this.script.text().substring(end).isBlank();
	}

	private String commandBefore(int index) {
		int i = this.script.commandStart(index);
		if (i != this.knownCommand) {
			this.knownCommand = i;
			this.command = this.script.text().substring(i, this.script.wordEnd(i));
		}
		return this.command;
	}

	/**
	 * Return whether a POSIX shell replaces a word without quotes because of the
	 * character at a place: braces, homes and patterns become other words.
	 */
	private static boolean isExpanded(ShellScript script, int index) {
		if (script.dialect() != ShellDialect.POSIX) {
			return false;
		}
		String text = script.text();
		return switch (text.charAt(index)) {
			case '{' -> script.isBraceExpansion(index);
			case '~' -> script.startsWord(index) && isHome(text, index + 1) && !isFolder(text, index + 1);
			case '*', '?' -> script.isPath(index);
			default -> false;
		};
	}

	/**
	 * Return whether a path within the home of the process is meant: it is as good as the
	 * path that it stands for, which is no harm to a shell.
	 */
	private static boolean isFolder(String text, int slash) {
		int i = slash + 1;
		boolean visible = i < text.length() && Character.isLetter(text.charAt(i));
		return slash < text.length() && text.charAt(slash) == '/' && visible;
	}

	private static boolean isHome(String text, int index) {
		char c = (index < text.length()) ? text.charAt(index) : ' ';
		return Character.isLetter(c) || c == '/' || c == '+';
	}

}
