package io.github.raspspring.attack.sql;

import java.util.Arrays;

import io.github.raspspring.inspect.ProgramLines;
import io.github.raspspring.text.Ascii;

/**
 * A window that slides over the tokens of a text of unknown dialect: some behind the
 * current one, some ahead. Comments within the text count as white space, as they do for
 * every database; one that ends the text is a {@link SqlToken#LINE_COMMENT}. Not
 * thread-safe, made to be used again and again.
 */
final class SqlTokens {

	private static final int CAPACITY = 32;

	private static final int MASK = CAPACITY - 1;

	/** More tokens than any rule counts from the beginning. */
	private static final int FAR = 2 * CAPACITY;

	private static final SqlToken[] KINDS = SqlToken.values();

	private static final SqlWord[] WORDS = SqlWord.values();

	private final SqlLexer lexer = new SqlLexer();

	/** Numbers rather than references, which a garbage collector would follow. */
	private final byte[] kinds = new byte[CAPACITY];

	private final byte[] words = new byte[CAPACITY];

	private final int[] starts = new int[CAPACITY];

	private final int[] ends = new int[CAPACITY];

	/** How much of a sentence is looked at. */
	private static final int LONGEST_SENTENCE = 80;

	private String text = "";

	private int current;

	private int read;

	/** From here on the text is known to be blank. */
	private int blankFrom;

	void over(String text, SqlContext context) {
		this.text = text;
		this.lexer.read(text, SqlDialect.ANY, context);
		this.current = 0;
		this.read = 0;
		this.blankFrom = -1;
	}

	/**
	 * Go on where a token begins, far behind the beginning of the text. The tokens before
	 * are unknown.
	 */
	void enter(int position) {
		this.lexer.read(this.text, SqlDialect.ANY, SqlContext.CODE);
		this.lexer.moveTo(position);
		Arrays.fill(this.kinds, (byte) SqlToken.OTHER.ordinal());
		this.current = FAR;
		this.read = FAR;
	}

	void advance() {
		this.current++;
	}

	boolean first() {
		return this.current == 0;
	}

	int index() {
		return this.current;
	}

	/**
	 * Return the kind of a token, counted from the current one; {@link SqlToken#END}
	 * before the first and behind the last.
	 */
	SqlToken kind(int offset) {
		return (this.current + offset < 0) ? SqlToken.END : KINDS[this.kinds[slot(offset)]];
	}

	SqlWord word(int offset) {
		return (this.current + offset < 0) ? SqlWord.NAME : WORDS[this.words[slot(offset)]];
	}

	int start(int offset) {
		return this.starts[slot(offset)];
	}

	int end(int offset) {
		return this.ends[slot(offset)];
	}

	boolean is(int offset, SqlToken kind) {
		return kind(offset) == kind;
	}

	boolean is(int offset, SqlWord word) {
		return word(offset) == word;
	}

	/**
	 * Tell whether a token is a word without special meaning.
	 */
	boolean name(int offset) {
		return kind(offset) == SqlToken.WORD && word(offset) == SqlWord.NAME;
	}

	/**
	 * Tell whether nothing follows that a database would read.
	 */
	boolean ended(int offset) {
		SqlToken kind = kind(offset);
		return kind == SqlToken.END || kind == SqlToken.LINE_COMMENT;
	}

	/**
	 * Tell whether a token begins something new: nothing stands before it, or only what
	 * separates sentences, list items or brackets.
	 */
	boolean beginsFragment(int offset) {
		return switch (kind(offset - 1)) {
			case END, OPEN, COMMA, SEMICOLON, OTHER -> true;
			case DOT -> end(offset - 1) < start(offset);
			default -> false;
		};
	}

	/**
	 * Tell whether the current word begins the text as a title or name begins.
	 */
	boolean isTitle() {
		return this.current == 0 && start(0) == 0 && Character.isUpperCase(firstChar(0))
				&& Character.isLowerCase(secondChar(0));
	}

	/**
	 * Tell whether the text ends with the mark of a comment.
	 */
	boolean endsInComment() {
		int end = this.text.length();
		while (end > 0 && (this.text.charAt(end - 1) <= ' ' || this.text.charAt(end - 1) == '+')) {
			end--;
		}
		return this.text.startsWith("--", end - 2) || this.text.startsWith("-- -", end - 4)
				|| this.text.startsWith("/*", end - 2) || this.text.startsWith("#", end - 1);
	}

	/**
	 * Tell whether a line ends between a token and the next one.
	 */
	boolean endsLine(int offset) {
		return ProgramLines.areBroken(this.text, end(offset), start(offset + 1));
	}

	/**
	 * Tell whether at most a bracket or parenthesis stands before a token.
	 */
	boolean opensText(int offset) {
		int index = this.current + offset;
		return index == 0 || index == 1 && (kind(offset - 1) == SqlToken.OPEN || kind(offset - 1) == SqlToken.OTHER);
	}

	/**
	 * Tell whether the current word is part of a hyphenated one.
	 */
	boolean hyphenated() {
		return kind(-1) == SqlToken.OPERATOR && firstChar(-1) == '-' && end(-1) == start(0);
	}

	/**
	 * Tell whether a bracket or brace closes here.
	 */
	boolean closesBracket(int offset) {
		return kind(offset) == SqlToken.OTHER && (firstChar(offset) == ']' || firstChar(offset) == '}');
	}

	/**
	 * Tell whether the sign is the one that ends an element of HTML.
	 */
	boolean closesElement(int offset) {
		return firstChar(offset) == '<' && is(offset + 1, SqlToken.OPERATOR) && firstChar(offset + 1) == '/'
				&& start(offset + 1) == end(offset) && is(offset + 2, SqlToken.WORD)
				&& start(offset + 2) == end(offset + 1);
	}

	/**
	 * Compare the text of a token with a lower-case word.
	 */
	boolean reads(int offset, String word) {
		int slot = slot(offset);
		int length = this.ends[slot] - this.starts[slot];
		return length == word.length() && this.text.regionMatches(true, this.starts[slot], word, 0, length);
	}

	/**
	 * Tell whether two tokens read the same.
	 */
	boolean same(int offset, int other) {
		return length(offset) == length(other)
				&& this.text.regionMatches(start(offset), this.text, start(other), length(offset));
	}

	/**
	 * Tell whether a number is that of an item of a list: a dot and a blank follow it.
	 */
	boolean listNumber(int offset) {
		int end = end(offset);
		return kind(offset) == SqlToken.NUMBER && end < this.text.length() && this.text.charAt(end - 1) == '.'
				&& this.text.charAt(end) == ' ';
	}

	/**
	 * Tell whether a literal is not closed.
	 */
	boolean isOpen(int offset) {
		return is(offset, SqlToken.STRING)
				&& (length(offset) < 2 || this.text.charAt(end(offset) - 1) != firstChar(offset));
	}

	char firstChar(int offset) {
		int index = start(offset);
		return (index < this.text.length()) ? this.text.charAt(index) : '\0';
	}

	char secondChar(int offset) {
		int index = start(offset) + 1;
		return (index < this.text.length()) ? this.text.charAt(index) : '\0';
	}

	int length(int offset) {
		return end(offset) - start(offset);
	}

	private int slot(int offset) {
		int wanted = this.current + offset;
		while (this.read <= wanted) {
			readOne();
		}
		return wanted & MASK;
	}

	private void readOne() {
		SqlToken kind = significant();
		int slot = this.read & MASK;
		this.kinds[slot] = (byte) kind.ordinal();
		this.words[slot] = (byte) this.lexer.word().ordinal();
		this.starts[slot] = this.lexer.start();
		this.ends[slot] = this.lexer.end();
		this.read++;
		if (kind == SqlToken.LINE_COMMENT) {
			goOnBehindMark();
		}
	}

	private SqlToken significant() {
		SqlToken kind = this.lexer.next();
		while (true) {
			switch (kind) {
				case EXECUTABLE_COMMENT -> {
				}
				case BLOCK_COMMENT -> {
					if (!this.lexer.closed()) {
						return SqlToken.LINE_COMMENT;
					}
				}
				case LINE_COMMENT -> {
					if (!moreBehind(this.lexer.end())) {
						return kind;
					}
				}
				default -> {
					return kind;
				}
			}
			kind = this.lexer.next();
		}
	}

	private boolean moreBehind(int from) {
		if (from == this.blankFrom) {
			return false;
		}
		for (int i = from; i < this.text.length(); i++) {
			if (this.text.charAt(i) > ' ') {
				return true;
			}
		}
		this.blankFrom = from;
		return false;
	}

	/**
	 * Go on within a comment that not every database takes for one: MySQL wants white
	 * space behind two hyphens, PostgreSQL has an operator that looks like a comment.
	 */
	private void goOnBehindMark() {
		int start = this.lexer.start();
		if (this.text.charAt(start) == '#') {
			this.lexer.moveTo(start + 1);
		}
		else if (this.text.charAt(start) == '-' && start + 2 < this.text.length()
				&& this.text.charAt(start + 2) > ' ') {
			this.lexer.moveTo(start + 2);
		}
	}

	/**
	 * Tell whether the current literal holds one word, and no blank follows it.
	 */
	boolean isWord() {
		int last = end(0) - 2;
		for (int i = start(0); i <= last; i++) {
			char c = this.text.charAt(i);
			boolean inner = i > start(0) && i < last && (Ascii.isDigit(c) || "._@-".indexOf(c) >= 0);
			if (!Ascii.isLetter(c) && !inner) {
				return false;
			}
		}
		return last >= start(0) && end(0) < this.text.length() && this.text.charAt(end(0)) > ' ';
	}

	/**
	 * Tell whether a sentence begins with a token: capitalized, behind the mark that ends
	 * the one before.
	 */
	boolean beginsSentence(int offset) {
		int start = start(offset);
		if (start <= 2 || this.text.charAt(start - 1) != ' ') {
			return false;
		}
		char mark = this.text.charAt(start - 2);
		return (mark == '.' || mark == '?' || mark == '!') && Character.isUpperCase(firstChar(offset))
				&& Character.isLowerCase(secondChar(offset));
	}

	/**
	 * Tell whether words and a blank stand right before a quote, and a sentence goes on
	 * right behind a dash: the text tells of what stands between.
	 */
	boolean isToldOf(int quote, int mark) {
		return quote > 2 && this.text.charAt(quote - 1) == ' ' && Character.isLetter(this.text.charAt(quote - 2))
				&& this.text.startsWith("-- ", mark) && mark + 3 < this.text.length()
				&& Character.isLetter(this.text.charAt(mark + 3)) && words(0, quote) > 1
				&& words(mark + 2, this.text.length()) > 2;
	}

	/**
	 * Tell whether a quote is rather the prime of a name of one letter behind words, that
	 * a number ends the text to which the name is equal. The quote that the statement
	 * goes on with would stand right behind that number, as no statement allows.
	 */
	boolean isPrime(int quote, int number) {
		boolean letter = quote > 2 && Character.isLetter(this.text.charAt(quote - 1))
				&& (this.text.charAt(quote - 2) == ' ' || this.text.charAt(quote - 2) == '(');
		return letter && is(number, SqlToken.NUMBER) && end(number) == this.text.length()
				&& this.text.startsWith(" = ", quote + 1) && start(number) == quote + 4 && words(0, quote) > 2;
	}

	private int words(int from, int to) {
		int words = 0;
		for (int i = from; i < Math.min(to, from + LONGEST_SENTENCE); i++) {
			boolean begins = i == from || this.text.charAt(i - 1) == ' ';
			words += (begins && Character.isLetter(this.text.charAt(i))) ? 1 : 0;
		}
		return words;
	}

}
