package io.github.raspspring.attack.command;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.CharacterSet;
import io.github.raspspring.text.HashedWords;

/**
 * The word that names a command, with everything removed that shells remove from it:
 * quotes, backslashes, carets, empty expansions. Quotes are noise here, never bounds,
 * since nobody knows which of them are open where the fragment ends up.
 */
final class ShellWord {

	private static final int LONGEST_NOTHING = 8;

	/** Nothing of a word has to be removed that consists of these. */
	private static final CharacterSet PLAIN = CharacterSet.ofWords("_.-");

	private final String text;

	private final int start;

	private final boolean braced;

	private int index;

	private long name = HashedWords.SEED;

	private long stem = HashedWords.SEED;

	private long afterBackslash = HashedWords.SEED;

	private long folder = HashedWords.SEED;

	private int letters;

	private int dot = -1;

	private boolean noisy;

	private boolean slash;

	private boolean backslash;

	private boolean glob;

	private char quote;

	private boolean quoteInside;

	private int quotes;

	private ShellWord(String text, int start) {
		this.text = text;
		this.start = start;
		this.index = start;
		this.braced = Ascii.at(text, start - 1) == '{';
		char before = Ascii.at(text, start - 1);
		this.quote = (before == '\'' || before == '"') ? before : '\0';
	}

	/**
	 * Read the word at a place.
	 */
	static ShellWord read(String text, int start) {
		ShellWord word = new ShellWord(text, start);
		while (word.index < text.length() && word.accept(text.charAt(word.index))) {
			word.index++;
		}
		return word;
	}

	/**
	 * Tell whether a word has more characters than a few.
	 */
	static boolean isLonger(String text, int start, int most) {
		ShellWord word = new ShellWord(text, start);
		while (word.index - start <= most && word.index < text.length() && word.accept(text.charAt(word.index))) {
			word.index++;
		}
		return word.index - start > most;
	}

	/**
	 * Return what a word that needs nothing removed means, without reading further than
	 * that: 0 if unknown, -1 if it must be read by {@link #read}.
	 */
	static int meaningOfPlain(String text, int start) {
		long hash = HashedWords.SEED;
		int i = start;
		boolean compound = false;
		while (i < text.length() && PLAIN.contains(text.charAt(i))) {
			compound |= text.charAt(i) == '-';
			hash = HashedWords.extend(hash, text.charAt(i++));
		}
		int meaning = (i > start) ? ShellVocabulary.COMMANDS.groupOf(hash) : 0;
		meaning = (meaning == 0 && compound) ? PowerShellCommand.meaning(text, start, i) : meaning;
		char following = Ascii.at(text, i);
		if (meaning != 0 && following == '=' || meaning == 0 && isQuotedName(text, i, hash)) {
			return 0;
		}
		return (meaning == 0 && (needsReading(text, i, hash) || isDotted(text, i))) ? -1 : meaning;
	}

	/**
	 * Return whether an apostrophe and plain characters follow up to a blank or the end,
	 * which make no command together.
	 */
	private static boolean isQuotedName(String text, int quote, long start) {
		if (Ascii.at(text, quote) != '\'' || Ascii.at(text, quote - 4) == '.') {
			return false;
		}
		long hash = start;
		int i = quote + 1;
		while (i < text.length() && Ascii.isLetter(text.charAt(i))) {
			hash = HashedWords.extend(hash, text.charAt(i++));
		}
		boolean ends = i == text.length() || text.charAt(i) == ' ';
		return ends && i > quote + 1 && ShellVocabulary.COMMANDS.groupOf(hash) == 0;
	}

	private static boolean needsReading(String text, int end, long hash) {
		return switch (Ascii.at(text, end)) {
			case '\'', '"', '\\', '^', '`', '$', '?', '[' -> true;
			case ':' -> Ascii.at(text, end + 1) == '\\';
			case '/' -> (hash == HashedWords.SEED) ? !beginsComment(text, end)
					: ShellVocabulary.ROOT_FOLDERS.groupOf(hash) != 0;
			default -> false;
		};
	}

	/**
	 * Return whether nothing but slashes and asterisks stand before a blank, as where a
	 * comment of a program begins.
	 */
	static boolean beginsComment(String text, int slash) {
		int i = slash;
		while (Ascii.at(text, i) == '/' || Ascii.at(text, i) == '*') {
			i++;
		}
		return Ascii.at(text, i) <= ' ';
	}

	private static boolean isDotted(String text, int end) {
		return Ascii.at(text, end - 4) == '.' && Ascii.at(text, end) <= ' ';
	}

	int end() {
		return this.index;
	}

	boolean braced() {
		return this.braced;
	}

	int meaning() {
		if (isInRoot()) {
			return 0;
		}
		if (this.quote != '\0' && this.quoteInside && this.quotes == 1) {
			// An apostrophe: a shell would read on to the next one.
			return 0;
		}
		int meaning = ShellVocabulary.COMMANDS.groupOf(this.name);
		if (meaning == 0 && this.backslash) {
			meaning = ShellVocabulary.COMMANDS.groupOf(this.afterBackslash);
		}
		if (meaning == 0 && isExecutable()) {
			meaning = ShellVocabulary.COMMANDS.groupOf(this.stem);
		}
		return (meaning == 0 && !this.noisy) ? PowerShellCommand.meaning(this.text, this.start, this.index) : meaning;
	}

	/**
	 * Return whether a slash comes first and is the only one: no program lies there, but
	 * chats have such commands.
	 */
	private boolean isInRoot() {
		return this.slash && !this.noisy && !this.backslash && this.folder == HashedWords.SEED
				&& this.text.charAt(this.start) == '/';
	}

	/**
	 * Return whether the word is a path to a program.
	 */
	boolean isPath() {
		if (meaning() != 0) {
			return this.slash || isExecutable() || (this.backslash && ShellVocabulary.COMMANDS.groupOf(this.name) == 0);
		}
		return isGlobPath() || (this.slash && this.letters > 0 && ShellVocabulary.FOLDERS.groupOf(this.folder) != 0);
	}

	/**
	 * Return whether slashes join names as in a list of what somebody knows:
	 * {@code bash/awk}. No folder is called like a program, and the switches of Windows
	 * have one letter. To be asked only where the first name is one of a program.
	 */
	boolean joinsNames() {
		if (!this.slash) {
			return false;
		}
		int slash = this.text.indexOf('/', this.start);
		return slash > this.start && slash < this.index && !this.noisy && !this.backslash && this.letters > 0
				&& Ascii.isLetter(Ascii.at(this.text, slash + 1)) && Ascii.isLetter(Ascii.at(this.text, slash + 2));
	}

	/**
	 * Return whether a known command was hidden in the word.
	 */
	boolean isDisguised() {
		return isGlobPath() || (this.noisy && meaning() != 0 && !isPath());
	}

	private boolean accept(char c) {
		int behind = behindNoise(c, Ascii.at(this.text, this.index + 1));
		if (behind > this.index) {
			skip(c, behind);
			return true;
		}
		if (ends(c)) {
			return false;
		}
		if (c == '/') {
			this.slash = true;
			this.folder = this.name;
			this.name = HashedWords.SEED;
			this.dot = -1;
		}
		else {
			append(c);
		}
		return true;
	}

	private void skip(char c, int behind) {
		this.noisy |= (this.letters > 0 && Ascii.isLetter(Ascii.at(this.text, behind))) || c == '$';
		if (c == '\\') {
			this.backslash = true;
			this.afterBackslash = HashedWords.SEED;
		}
		this.index = behind - 1;
	}

	private void append(char c) {
		if (c == '.') {
			this.dot = this.index;
			this.stem = this.backslash ? this.afterBackslash : this.name;
		}
		this.glob |= c == '?' || c == '[';
		this.letters++;
		this.name = HashedWords.extend(this.name, c);
		this.afterBackslash = HashedWords.extend(this.afterBackslash, c);
	}

	private boolean isExecutable() {
		return this.dot > this.start && this.index - this.dot == 4 && (Ascii.startsWith(this.text, this.dot, ".exe")
				|| Ascii.startsWith(this.text, this.dot, ".com") || Ascii.startsWith(this.text, this.dot, ".bat"));
	}

	private boolean isGlobPath() {
		return this.glob && this.slash && this.text.charAt(this.start) == '/'
				&& this.text.lastIndexOf('/', this.index - 1) > this.start;
	}

	/**
	 * Return the index behind characters that a shell removes, or the index itself.
	 */
	private int behindNoise(char c, char next) {
		return switch (c) {
			case '\'', '"' -> behindQuote(c, next);
			case '^' -> this.index + 1;
			case '\\' -> (next == '\0' || Ascii.isSpace(next)) ? this.index : this.index + 1;
			case '`' -> (next == '`') ? this.index + 2 : this.index;
			case '$' -> behindEmptyExpansion(next);
			default -> this.index;
		};
	}

	private int behindQuote(char c, char next) {
		if (this.quote == c) {
			this.quote = '\0';
			this.quotes++;
			return this.index + 1;
		}
		if (this.quote == '\0' && (Ascii.isWord(next) || next == c)) {
			this.quote = c;
			this.quotes++;
			this.quoteInside = this.letters > 0;
			return this.index + 1;
		}
		return this.index;
	}

	/**
	 * Return whether a substitution runs what prints nothing, {@code :} or {@code true}.
	 */
	private boolean isNothing(int from, int to) {
		int start = Ascii.skipSpace(this.text, from);
		return start >= to || this.text.charAt(start) == ':' || Ascii.startsWith(this.text, start, "true");
	}

	private int behindEmptyExpansion(char next) {
		if (next == '@' || next == '*' || next == '!' || Ascii.isDigit(next)) {
			return this.index + 2;
		}
		if (next == '(') {
			int close = this.index + 2;
			while (close < this.index + LONGEST_NOTHING && Ascii.at(this.text, close) != ')') {
				close++;
			}
			return (this.text.startsWith(")", close) && isNothing(this.index + 2, close)) ? close + 1 : this.index;
		}
		if (next != '{' || this.text.startsWith("IFS", this.index + 2)) {
			return this.index;
		}
		int i = this.index + 2;
		while (i < this.text.length() && (Ascii.isWord(this.text.charAt(i)) || this.text.charAt(i) == '@')) {
			i++;
		}
		return (Ascii.at(this.text, i) == '}') ? i + 1 : this.index;
	}

	private boolean ends(char c) {
		return switch (c) {
			case ';', '|', '&', '(', ')', '<', '>', '`', '\'', '"', '{', '}', '$', '#', '=', '%', '\0', '\\', '+' ->
				true;
			case ',' -> this.braced;
			case ']' -> !this.glob;
			default -> Ascii.isSpace(c);
		};
	}

}
