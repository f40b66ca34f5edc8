package io.github.raspspring.attack.sql;

import io.github.raspspring.inspect.ChangeSummary;
import io.github.raspspring.inspect.ProgramLines;
import io.github.raspspring.inspect.ShownCode;
import io.github.raspspring.text.Ascii;

/**
 * Judges whether a quote in the text ends a literal of the statement or is just a quote:
 * an apostrophe, an inch mark, quotation marks around a word. Looks at the quote and the
 * next one only. Not thread-safe.
 */
final class SqlBreakout {

	private static final int TRAILING_WORDS = 1;

	/** How much is looked at behind a comment mark, so that many marks stay cheap. */
	private static final int LONGEST_TRAILER = 64;

	private static final String OPERATORS = "|+*/-&^%=<>~";

	private String text = "";

	private char quote;

	private int openedAt;

	private int lastQuote;

	private boolean open;

	private boolean wholeText;

	private int quotedAt;

	/** Whether the text before may make what seems to be code something else. */
	private boolean doubtful;

	void over(String text, SqlContext context) {
		this.text = text;
		this.quote = context.quote();
		enter(-1, false);
		this.lastQuote = (this.quote != '\0') ? text.lastIndexOf(this.quote) : -1;
	}

	/**
	 * Go on within the text.
	 * @param lastQuote index of the last quote that ended a literal, or -1
	 * @param open whether that may have been the literal of the statement
	 */
	void enter(int lastQuote, boolean open) {
		this.open = open;
		this.doubtful = open;
		this.openedAt = lastQuote;
		this.quotedAt = -1;
		this.wholeText = false;
	}

	/**
	 * Take notice of a literal: what follows it is code if its last quote ends it.
	 */
	void literal(SqlTokens tokens) {
		boolean code = this.open;
		boolean doubt = this.doubtful;
		this.open = false;
		this.doubtful = false;
		if (this.quote == '\0' || tokens.kind(0) != SqlToken.STRING) {
			return;
		}
		int end = tokens.end(0) - 1;
		if (end < 0 || this.text.charAt(end) != this.quote || (end == tokens.start(0) && !tokens.first())) {
			return;
		}
		this.openedAt = end;
		this.wholeText = false;
		boolean quotation = codeMayFollow(tokens) && quotation(end);
		this.quotedAt = quotation ? end : -1;
		this.open = codeMayFollow(tokens) && !quotation
				&& (code || !SqlCharacter.isWordInQuotes(this.text, tokens.start(0), end)) && !isName(end);
		this.doubtful = doubt && this.open && SqlCharacter.isWordInQuotes(this.text, tokens.start(0), end);
	}

	/**
	 * Tell whether the current token is the first one in quotation marks.
	 */
	boolean quotes(SqlTokens tokens) {
		return this.quotedAt >= 0 && tokens.start(0) == this.quotedAt + 1;
	}

	/**
	 * Tell whether the quote stands between two letters, as that of {@code dell'Or} does.
	 */
	boolean isElision() {
		return Character.isLetter(Ascii.at(this.text, this.openedAt - 1))
				&& Character.isLetter(Ascii.at(this.text, this.openedAt + 1));
	}

	/**
	 * Tell whether a NUL cuts off what follows.
	 */
	boolean isCutOff(int index) {
		return this.text.startsWith("%00", index) || Ascii.at(this.text, index) == '\0' && index < this.text.length();
	}

	/**
	 * Tell whether the quote stands between a letter and a capitalized word, as in a name
	 * ({@code l'Union}), and no sign of code follows.
	 */
	private boolean isName(int end) {
		char first = Ascii.at(this.text, end + 1);
		char second = Ascii.at(this.text, end + 2);
		if (first < 'A' || first > 'Z' || second < 'a' || second > 'z'
				|| !Character.isLetter(Ascii.at(this.text, end - 1))) {
			return false;
		}
		for (int i = end + 1; i < this.text.length(); i++) {
			char c = this.text.charAt(i);
			boolean sign = "=<>(#*|&+%@/\"\\".indexOf(c) >= 0 || c == '-' && Ascii.at(this.text, i + 1) == '-'
					|| (c == ';' || c == '\'') && Ascii.at(this.text, i + 1) > ' ';
			if (sign) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Take notice that two names stand next to each other where an operand should: what
	 * follows is a sentence.
	 * @param sure whether they do, or only may
	 */
	void endsInSentence(boolean sure) {
		this.open &= !sure;
		this.doubtful = this.open;
	}

	boolean isDoubtful() {
		return this.doubtful;
	}

	/**
	 * Return whether the text is code as seen from the place that is tried, all the way
	 * since the last literal.
	 */
	boolean inCode() {
		return this.open;
	}

	/**
	 * Return whether the quote that ended the last literal is preceded by a digit.
	 */
	boolean behindDigit() {
		return this.openedAt > 0 && Character.isDigit(this.text.charAt(this.openedAt - 1));
	}

	/**
	 * Return whether the text is nothing but the break-out: it starts and ends with it.
	 */
	boolean wholeText() {
		return this.wholeText;
	}

	/**
	 * Return whether the token is the literal that was broken out of.
	 */
	boolean closedBy(SqlTokens tokens, int offset) {
		if (!this.open) {
			return false;
		}
		int literal = offset;
		while (tokens.is(literal, SqlToken.CLOSE) && literal > -12) {
			literal--;
		}
		return tokens.is(literal, SqlToken.STRING) && tokens.end(literal) - 1 == this.openedAt;
	}

	/**
	 * Return whether what precedes the current token can end the operand that the
	 * statement expects: an ended literal, a number, a parenthesis, or nothing at all.
	 */
	boolean anchored(SqlTokens tokens) {
		if (this.open) {
			return true;
		}
		return switch (tokens.kind(-1)) {
			case NUMBER -> !tokens.is(-2, SqlToken.SEMICOLON);
			case END, CLOSE -> true;
			case VARIABLE -> tokens.length(-1) > 1;
			case STRING -> this.quote == '\0';
			default -> tokens.is(-1, SqlWord.CONSTANT);
		};
	}

	/**
	 * Return whether a comment leaves nothing behind: at most a word may follow its mark,
	 * as tools add one.
	 */
	boolean commentsOut(int mark) {
		int words = 0;
		boolean inWord = false;
		boolean hash = this.text.charAt(mark) == '#';
		if (this.lastQuote > mark + 1) {
			return false;
		}
		int from = mark + (hash ? 1 : 2);
		for (int i = from; i < Math.min(this.text.length(), from + LONGEST_TRAILER); i++) {
			char c = this.text.charAt(i);
			boolean blank = c <= ' ' || "+])}".indexOf(c) >= 0;
			if (!blank && !inWord) {
				words++;
			}
			inWord = !blank;
			if (words > TRAILING_WORDS) {
				return false;
			}
		}
		return words == 0 || (!hash && words <= TRAILING_WORDS);
	}

	/**
	 * Return whether more hyphens follow than begin a comment, behind an escaped quote,
	 * as in the rules between parts of a manual page.
	 */
	boolean rule(int mark) {
		return this.text.startsWith("----", mark) && this.openedAt > 0 && this.text.charAt(this.openedAt - 1) == '\\';
	}

	/**
	 * Return whether the quote is that of inches behind that of feet: {@code 5' x 8"}.
	 */
	boolean isMeasure() {
		int i = this.openedAt - 1;
		while (i >= 0 && (Ascii.isDigit(this.text.charAt(i)) || this.text.charAt(i) == '.')) {
			i--;
		}
		if (i == this.openedAt - 1) {
			return false;
		}
		while (i >= 0 && (this.text.charAt(i) == ' ' || (this.text.charAt(i) | 0x20) == 'x')) {
			i--;
		}
		char mark = Ascii.at(this.text, i);
		return (mark == '\'' || mark == '"') && Ascii.isDigit(Ascii.at(this.text, i - 1));
	}

	/**
	 * Return whether a number sign sticks to a quote that stands alone behind several
	 * words. Who breaks out of a literal leaves no blank in it.
	 */
	boolean isLoose(int mark) {
		return this.text.charAt(mark) == '#' && mark == this.openedAt + 1
				&& Ascii.at(this.text, this.openedAt - 1) == ' ' && this.text.lastIndexOf(' ', this.openedAt - 2) > 0;
	}

	/**
	 * Return whether a quote closes the literal that ends there.
	 */
	boolean closes(int index) {
		return this.text.charAt(index) == this.quote;
	}

	/**
	 * Return whether a semicolon ends one of several lines, as in a script.
	 * @param first whether the line may be the first one
	 */
	boolean endsLine(int semicolon, int next, boolean first) {
		return ProgramLines.ends(this.text, semicolon, next, first);
	}

	/**
	 * Tell whether a line ends between two places.
	 */
	boolean breaksLine(int from, int to) {
		return ProgramLines.areBroken(this.text, from, to);
	}

	/**
	 * Tell whether a semicolon stands in code that a text shows, or sums up.
	 */
	boolean isShown(int semicolon) {
		return ShownCode.at(this.text, semicolon) || ChangeSummary.is(this.text);
	}

	/**
	 * Return whether nothing at all follows the mark of a comment.
	 */
	boolean endsText(int mark) {
		int i = mark;
		while (i < this.text.length() && (this.text.charAt(i) <= ' ' || "-#+".indexOf(this.text.charAt(i)) >= 0)) {
			i++;
		}
		return i == this.text.length();
	}

	/**
	 * Return whether a comment begins right at what ends the literal, but not at what
	 * follows: a dash in a sentence has blanks on both sides or on none.
	 */
	boolean commentSticks(SqlTokens tokens) {
		int mark = tokens.start(0);
		if (this.lastQuote > mark) {
			return false;
		}
		boolean sticks = tokens.is(-1, SqlToken.CLOSE) || tokens.is(-1, SqlToken.SEMICOLON)
				|| mark == this.openedAt + 1;
		int behind = mark + ((this.text.charAt(mark) == '#') ? 1 : 2);
		boolean block = this.text.charAt(mark) == '/';
		boolean hash = this.text.charAt(mark) == '#' && !tokens.is(-2, SqlToken.CLOSE);
		return sticks && !hash && (block || behind >= this.text.length() || this.text.charAt(behind) <= ' ');
	}

	private static boolean codeMayFollow(SqlTokens tokens) {
		return switch (tokens.kind(1)) {
			case WORD -> switch (tokens.word(1)) {
				case OBJECT -> tokens.reads(1, "procedure");
				case NAME, OPERAND_PREFIX, FUNCTION, COMMON_FUNCTION, HARMFUL_FUNCTION, CATALOG, CONSTANT, CASE, WHEN,
						QUANTIFIER, DELAY, BY ->
					false;
				default -> true;
			};
			case OTHER, NUMBER, STRING, VARIABLE, OPEN, DOT, PLACEHOLDER, QUOTED_IDENTIFIER, END -> false;
			default -> true;
		};
	}

	/**
	 * Return whether this quote and the next one are quotation marks.
	 */
	boolean quotation(int first) {
		int second = this.text.indexOf(this.quote, first + 1);
		boolean opens = first == 0 || opensBehind(this.text.charAt(first - 1)) || prefixed(first - 1);
		if (second < 0) {
			return false;
		}
		boolean closes = second + 1 >= this.text.length() || closesBefore(this.text.charAt(second + 1));
		if (!opens || !closes) {
			return false;
		}
		boolean bare = operatorsOnly(first + 1, second);
		this.wholeText = (bare || spliced(first + 1, second - 1)) && first == 0 && second == this.text.length() - 1;
		if (this.wholeText) {
			return false;
		}
		return bare || (tight(first + 1, second - 1) && !spliced(first + 1, second - 1));
	}

	/**
	 * Tell whether a single letter stands before the quote, as in the literals of Python.
	 */
	private boolean prefixed(int index) {
		return "rbuf".indexOf(this.text.charAt(index) | 0x20) >= 0
				&& (index == 0 || opensBehind(this.text.charAt(index - 1)));
	}

	/**
	 * Tell whether there is no blank inside the quotes, as between quotation marks.
	 */
	private boolean tight(int from, int to) {
		return from <= to && this.text.charAt(from) > ' ' && this.text.charAt(to) > ' ';
	}

	/**
	 * Tell whether operators join what is inside to what is outside.
	 */
	private boolean spliced(int from, int to) {
		return from < to && OPERATORS.indexOf(this.text.charAt(from)) >= 0
				&& OPERATORS.indexOf(this.text.charAt(to)) >= 0;
	}

	private boolean operatorsOnly(int from, int to) {
		for (int i = from; i < to; i++) {
			char c = this.text.charAt(i);
			if ((c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '(' || c == ')') {
				return false;
			}
		}
		return true;
	}

	private static boolean opensBehind(char c) {
		return c <= ' ' || "([{=:,.<>/-*+;!&|?`".indexOf(c) >= 0;
	}

	private static boolean closesBefore(char c) {
		return c <= ' ' || ")]},.;:!?-/>&|`".indexOf(c) >= 0;
	}

}
