package io.github.raspspring.attack.command;

import java.util.Arrays;

import io.github.raspspring.text.Ascii;

/**
 * Splits a POSIX shell command line into tokens (POSIX.1-2024, XCU 2.3), with the Bash
 * forms {@code <(..)}, {@code $'..'} and <code>&amp;&gt;</code>. Tokens that touch each
 * other are parts of one shell word. Reads any text, never fails and takes linear time.
 * Not thread-safe.
 */
final class ShellLexer {

	private final String text;

	private byte[] open = new byte[8];

	private int depth;

	private int start;

	private int end;

	private boolean quoted;

	/**
	 * Create a lexer.
	 * @param text the command line
	 */
	ShellLexer(String text) {
		this.text = text;
	}

	/**
	 * Read the next token.
	 * @return its kind, {@link Kind#END} once the text is used up
	 */
	Kind next() {
		byte mode = mode();
		this.quoted = mode == Mode.SINGLE || mode == Mode.ANSI || mode == Mode.DOUBLE;
		this.start = this.quoted ? this.end : skipBlanks(this.end);
		this.end = this.start;
		if (this.start >= this.text.length()) {
			return Kind.END;
		}
		return switch (mode) {
			case Mode.SINGLE, Mode.ANSI -> singleQuoted(mode);
			case Mode.DOUBLE -> doubleQuoted();
			default -> bare(mode);
		};
	}

	/**
	 * Return where the current token starts.
	 * @return index of its first character
	 */
	int start() {
		return this.start;
	}

	/**
	 * Return where the current token ends.
	 * @return index behind its last character
	 */
	int end() {
		return this.end;
	}

	/**
	 * Return whether the current token stands between quotes.
	 * @return {@code true} inside single or double quotes; the quotes themselves are not
	 */
	boolean quoted() {
		return this.quoted;
	}

	/**
	 * Return how many quotes, substitutions and expansions are open behind the token.
	 * @return 0 at the level of the command line itself
	 */
	int depth() {
		return this.depth;
	}

	private Kind singleQuoted(byte mode) {
		int i = this.start;
		while (i < this.text.length() && this.text.charAt(i) != '\'') {
			i += (mode == Mode.ANSI && this.text.charAt(i) == '\\') ? 2 : 1;
		}
		return quotedPart(i);
	}

	private Kind doubleQuoted() {
		char first = this.text.charAt(this.start);
		if (first == '$' && isExpansion(this.start)) {
			return dollar();
		}
		if (first == '`') {
			return backtick();
		}
		int i = this.start;
		while (i < this.text.length()) {
			char c = this.text.charAt(i);
			if (c == '"' || c == '`' || (c == '$' && isExpansion(i))) {
				break;
			}
			i += (c == '\\') ? 2 : 1;
		}
		return quotedPart(i);
	}

	private Kind quotedPart(int stop) {
		if (stop > this.start) {
			return token(Kind.WORD, stop);
		}
		this.quoted = false;
		close();
		return token(Kind.QUOTE, stop + 1);
	}

	private Kind bare(byte mode) {
		char c = this.text.charAt(this.start);
		return switch (c) {
			case '\'' -> open(Mode.SINGLE, Kind.QUOTE, 1);
			case '"' -> open(Mode.DOUBLE, Kind.QUOTE, 1);
			case '`' -> backtick();
			case '$' -> isExpansion(this.start) ? dollar() : word(mode);
			case '\n', '\r', ';' -> separator(c);
			case '&' -> (peek(1) == '>') ? token(Kind.REDIRECTION, this.start + 2) : separator(c);
			case '|' -> separator(c);
			case '<', '>' -> angle(c);
			case '(' -> open(Mode.SUBSHELL, Kind.SEPARATOR, 1);
			case ')' -> closeParenthesis(mode);
			case '#' -> isCommentStart() ? comment() : word(mode);
			case '}' -> (mode == Mode.PARAMETER) ? closed(Kind.EXPANSION) : word(mode);
			default -> word(mode);
		};
	}

	private Kind separator(char c) {
		boolean doubled = c != '\n' && c != '\r' && peek(1) == c;
		boolean withErrors = c == '|' && peek(1) == '&';
		return token(Kind.SEPARATOR, this.start + ((doubled || withErrors) ? 2 : 1));
	}

	private Kind angle(char c) {
		if (peek(1) == '(') {
			return open(Mode.COMMAND, Kind.SUBSTITUTION, 2);
		}
		int i = this.start + 1;
		while (i < this.start + 3 && Ascii.at(this.text, i) == c) {
			i++;
		}
		char last = Ascii.at(this.text, i);
		return token(Kind.REDIRECTION, (last == '&' || last == '|') ? i + 1 : i);
	}

	private Kind dollar() {
		char next = peek(1);
		if (next == '(') {
			return open(Mode.COMMAND, Kind.SUBSTITUTION, 2);
		}
		if (next == '\'' && mode() != Mode.DOUBLE) {
			return open(Mode.ANSI, Kind.QUOTE, 2);
		}
		if (next == '{') {
			return open(Mode.PARAMETER, Kind.EXPANSION, 2);
		}
		int i = this.start + 2;
		while (Ascii.isWord(next) && !Ascii.isDigit(next) && Ascii.isWord(Ascii.at(this.text, i))) {
			i++;
		}
		return token(Kind.EXPANSION, i);
	}

	private Kind backtick() {
		if (mode() == Mode.BACKTICK) {
			return closed(Kind.SUBSTITUTION);
		}
		return open(Mode.BACKTICK, Kind.SUBSTITUTION, 1);
	}

	private Kind closeParenthesis(byte mode) {
		if (mode == Mode.COMMAND) {
			return closed(Kind.SUBSTITUTION);
		}
		return (mode == Mode.SUBSHELL) ? closed(Kind.SEPARATOR) : token(Kind.SEPARATOR, this.start + 1);
	}

	private Kind comment() {
		int i = this.start;
		while (i < this.text.length() && this.text.charAt(i) != '\n') {
			i++;
		}
		return token(Kind.COMMENT, i);
	}

	private Kind word(byte mode) {
		int i = this.start;
		do {
			i += (this.text.charAt(i) == '\\') ? 2 : 1;
		}
		while (i < this.text.length() && !endsWord(i, mode));
		return token(Kind.WORD, i);
	}

	private boolean endsWord(int index, byte mode) {
		char c = this.text.charAt(index);
		return switch (c) {
			case ' ', '\t', '\n', '\r', ';', '&', '|', '<', '>', '(', ')', '\'', '"', '`' -> true;
			case '$' -> isExpansion(index);
			case '}' -> mode == Mode.PARAMETER;
			default -> false;
		};
	}

	private boolean isExpansion(int index) {
		char next = Ascii.at(this.text, index + 1);
		return switch (next) {
			case '(', '{', '@', '*', '#', '?', '!', '-', '$' -> true;
			case '\'' -> mode() != Mode.DOUBLE;
			default -> Ascii.isWord(next);
		};
	}

	private boolean isCommentStart() {
		char previous = Ascii.at(this.text, this.start - 1);
		return this.start == 0 || Ascii.isSpace(previous) || previous == ';' || previous == '&' || previous == '|'
				|| previous == '(' || previous == ')';
	}

	private Kind open(byte mode, Kind kind, int length) {
		if (this.depth == this.open.length) {
			this.open = Arrays.copyOf(this.open, this.depth * 2);
		}
		this.open[this.depth++] = mode;
		return token(kind, this.start + length);
	}

	private Kind closed(Kind kind) {
		close();
		return token(kind, this.start + 1);
	}

	private void close() {
		this.depth--;
	}

	private byte mode() {
		return (this.depth == 0) ? Mode.TOP : this.open[this.depth - 1];
	}

	private Kind token(Kind kind, int end) {
		this.end = Math.min(end, this.text.length());
		return kind;
	}

	private char peek(int offset) {
		return Ascii.at(this.text, this.start + offset);
	}

	private int skipBlanks(int from) {
		int i = from;
		while (i < this.text.length()) {
			char c = this.text.charAt(i);
			boolean continued = c == '\\' && Ascii.at(this.text, i + 1) == '\n';
			if (c != ' ' && c != '\t' && !continued) {
				break;
			}
			i += continued ? 2 : 1;
		}
		return i;
	}

	/**
	 * Kinds of tokens.
	 */
	enum Kind {

		/** Literal text: a word, a part of one, or what stands between quotes. */
		WORD,

		/**
		 * Ends a command: {@code ; & && | ||}, a line break, or a subshell's parenthesis.
		 */
		SEPARATOR,

		/** Opens or closes a nested command: {@code $( <( >( )} or a backtick. */
		SUBSTITUTION,

		/**
		 * Is replaced by a value: {@code $name}, <code>${</code> and its <code>}</code>.
		 */
		EXPANSION,

		/** Connects a file: {@code < > >> << <<< >&}. */
		REDIRECTION,

		/** A single quotation mark, opening or closing. */
		QUOTE,

		/** From a number sign to the end of the line. */
		COMMENT,

		/** Nothing is left. */
		END

	}

	private static final class Mode {

		static final byte TOP = 0;

		static final byte SINGLE = 1;

		static final byte ANSI = 2;

		static final byte DOUBLE = 3;

		static final byte COMMAND = 4;

		static final byte BACKTICK = 5;

		static final byte SUBSHELL = 6;

		static final byte PARAMETER = 7;

		private Mode() {
		}

	}

}
