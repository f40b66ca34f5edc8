package io.github.raspspring.attack.command;

import java.util.Arrays;
import java.util.Set;

import io.github.raspspring.sink.CharMask;
import io.github.raspspring.text.NextIndex;
import org.jspecify.annotations.Nullable;

/**
 * A script as a shell reads it: for each character, within which quotes it stands and
 * whether a command or word begins there. One pass.
 */
final class ShellScript {

	/** How a single quote is written within single quotes. */
	private static final String QUOTED_QUOTE = "'\\''";

	private static final Set<String> RESERVED = Set.of("if", "then", "else", "elif", "while", "until", "do", "!", "{",
			"time");

	private static final int LONGEST_RESERVED = 6;

	private static final byte SINGLE = 1;

	private static final byte DOUBLE = 2;

	private static final byte COMMENT = 3;

	private static final byte QUOTES = 3;

	private static final byte ESCAPED = 4;

	private static final byte WORD_START = 8;

	private static final byte COMMAND = 16;

	/** Behind two hyphens, after which nothing is an option. */
	private static final byte OPERAND = 32;

	private final String text;

	private final ShellDialect dialect;

	private final byte[] states;

	private final NextIndex braces;

	private final NextIndex commas;

	private final NextIndex ranges;

	private final NextIndex slashes;

	private @Nullable ShellWords words;

	ShellScript(String text, ShellDialect dialect) {
		this.text = text;
		this.dialect = dialect;
		this.states = new byte[text.length() + 1];
		this.braces = new NextIndex(text, "}");
		this.commas = new NextIndex(text, ",");
		this.ranges = new NextIndex(text, "..");
		this.slashes = new NextIndex(text, "/");
		read();
	}

	private void read() {
		Nesting nesting = new Nesting();
		byte quotes = 0;
		boolean escaped = false;
		boolean wordStart = true;
		boolean command = true;
		boolean operands = false;
		for (int i = 0; i < this.text.length(); i++) {
			char c = this.dialect.read(this.text.charAt(i));
			if (quotes == COMMENT && c == '\n') {
				quotes = 0;
			}
			if (quotes == SINGLE && this.text.startsWith(QUOTED_QUOTE, i)) {
				Arrays.fill(this.states, i, i + QUOTED_QUOTE.length(), SINGLE);
				i += QUOTED_QUOTE.length() - 1;
				continue;
			}
			boolean active = !escaped && quotes != SINGLE && quotes != COMMENT;
			boolean blank = c == ' ' || c == '\t';
			boolean separator = active && quotes == 0 && (separates(i) || c == '`');
			boolean begins = wordStart && !blank && !separator;
			this.states[i] = (byte) (quotes | (escaped ? ESCAPED : 0) | (begins ? WORD_START : 0)
					| (begins && command ? COMMAND : 0) | (operands ? OPERAND : 0));
			boolean opens = active && nesting.opens(this.text, i, this.dialect);
			if (opens) {
				nesting.push(c, quotes);
				quotes = 0;
			}
			else if (active && quotes == 0 && nesting.closes(c)) {
				quotes = nesting.pop();
			}
			else if (active && c == this.dialect.escape()) {
				escaped = true;
				continue;
			}
			else if (!escaped) {
				quotes = quotesBehind(quotes, c, begins);
			}
			escaped = false;
			operands = !separator && !opens && (operands || (blank && quotes == 0 && endsOptions(i)));
			command = separator || opens || (command && (!begins || isAssignment(i) || isReserved(i)));
			wordStart = blank || separator || opens;
		}
		this.states[this.text.length()] = (byte) (quotes | (escaped ? ESCAPED : 0));
	}

	private byte quotesBehind(byte quotes, char c, boolean begins) {
		if (quotes == COMMENT) {
			return quotes;
		}
		if (quotes == SINGLE) {
			return (c == '\'') ? 0 : quotes;
		}
		if (quotes == DOUBLE) {
			return (c == '"') ? 0 : quotes;
		}
		if (c == '#' && begins && this.dialect.comments()) {
			return COMMENT;
		}
		return this.dialect.quotes(c) ? ((c == '"') ? DOUBLE : SINGLE) : quotes;
	}

	private boolean endsOptions(int blank) {
		return blank > 2 && this.text.startsWith("--", blank - 2) && CharMask.isBlank(this.text.charAt(blank - 3));
	}

	/**
	 * Return whether a command follows a word that begins one.
	 */
	private boolean isReserved(int index) {
		int end = index;
		while (end < this.text.length() && !CharMask.isBlank(this.text.charAt(end)) && end - index < LONGEST_RESERVED) {
			end++;
		}
		return this.dialect == ShellDialect.POSIX && end < this.text.length()
				&& RESERVED.contains(this.text.substring(index, end));
	}

	/**
	 * A variable set in front of a command is not the command.
	 */
	boolean isAssignment(int index) {
		int i = index;
		while (i < this.text.length()
				&& (Character.isLetterOrDigit(this.text.charAt(i)) || this.text.charAt(i) == '_')) {
			i++;
		}
		return i > index && i < this.text.length() && this.text.charAt(i) == '=';
	}

	String text() {
		return this.text;
	}

	ShellDialect dialect() {
		return this.dialect;
	}

	/**
	 * Return whether a character outside of quotes ends a command. The one of
	 * {@code 2>&1} doesn't.
	 */
	boolean separates(int index) {
		char c = this.text.charAt(index);
		if (c == '&' && this.text.length() > 1) {
			char before = (index > 0) ? this.text.charAt(index - 1) : ' ';
			char behind = (index + 1 < this.text.length()) ? this.text.charAt(index + 1) : ' ';
			return before != '>' && before != '<' && behind != '>';
		}
		return this.dialect.separates(c);
	}

	ShellWords words() {
		ShellWords known = (this.words != null) ? this.words : new ShellWords(this);
		this.words = known;
		return known;
	}

	/**
	 * Return an identifier of the quotes before a character, 0 for none.
	 */
	int quotes(int index) {
		return this.states[index] & QUOTES;
	}

	/**
	 * Return whether a character opens or closes quotes, of which the command gets none.
	 */
	boolean isDelimiter(int index) {
		return this.dialect.quotes(this.dialect.read(this.text.charAt(index))) && !isEscaped(index)
				&& quotes(index) != quotes(index + 1);
	}

	boolean isSingleQuoted(int index) {
		return quotes(index) == SINGLE;
	}

	boolean isComment(int index) {
		return quotes(index) == COMMENT;
	}

	boolean isEscaped(int index) {
		return (this.states[index] & ESCAPED) != 0;
	}

	boolean startsWord(int index) {
		return (this.states[index] & WORD_START) != 0;
	}

	/**
	 * Return whether what begins at a place is no option even if it looks like one.
	 */
	boolean isOperand(int index) {
		return (this.states[index] & OPERAND) != 0;
	}

	boolean startsCommand(int index) {
		return (this.states[index] & COMMAND) != 0;
	}

	boolean isBalanced() {
		int last = quotes(this.text.length());
		return last == 0 || last == COMMENT;
	}

	/**
	 * Return where the word at a place starts.
	 */
	int wordStart(int index) {
		return words().start(index);
	}

	/**
	 * Return where the command at a place starts.
	 */
	int commandStart(int index) {
		return words().commandStart(index);
	}

	/**
	 * Return whether an opening brace has alternatives before its word ends.
	 */
	boolean isBraceExpansion(int open) {
		int end = this.braces.from(open);
		return end >= 0 && end < wordEnd(open) && (this.commas.isWithin(open, end) || this.ranges.isWithin(open, end));
	}

	/**
	 * Return whether the word at a place has a slash.
	 */
	boolean isPath(int index) {
		return this.slashes.isWithin(wordStart(index), wordEnd(index));
	}

	/**
	 * Return where the word at a place starts, with the quotes around it.
	 */
	int quotedWordStart(int index) {
		return words().quotedStart(index);
	}

	/**
	 * Return where the word at a place ends.
	 */
	int wordEnd(int index) {
		return words().end(index);
	}

	/**
	 * The substitutions that are open at a place, each with the quotes it stands in.
	 */
	private static final class Nesting {

		private final StringBuilder closers = new StringBuilder();

		private final StringBuilder quotes = new StringBuilder();

		boolean opens(String text, int index, ShellDialect dialect) {
			char c = text.charAt(index);
			if (c == '`') {
				return dialect == ShellDialect.POSIX && !closes(c);
			}
			return c == '(' && dialect != ShellDialect.CMD
					&& (this.closers.length() > 0 || (index > 0 && text.charAt(index - 1) == '$'));
		}

		boolean closes(char c) {
			int last = this.closers.length() - 1;
			return last >= 0 && this.closers.charAt(last) == c;
		}

		void push(char opener, byte within) {
			this.closers.append((opener == '(') ? ')' : opener);
			this.quotes.append((char) within);
		}

		byte pop() {
			int last = this.closers.length() - 1;
			byte within = (byte) this.quotes.charAt(last);
			this.closers.setLength(last);
			this.quotes.setLength(last);
			return within;
		}

	}

}
