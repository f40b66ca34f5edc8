package io.github.raspspring.attack.expression;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.CharacterSet;
import io.github.raspspring.text.HashedWords;

/**
 * Splits a text into tokens that the expression and template languages of the JVM share:
 * SpEL, OGNL, Jakarta EL, MVEL, Velocity, FreeMarker, Thymeleaf, and those that are
 * probed for along with them. Knows where an expression opens and closes; within strings
 * it goes on reading names, since that is where classes are named. Not thread-safe.
 */
final class ExpressionLexer {

	private static final HashedWords DIRECTIVES = HashedWords.builder()
		.add(1, "set foreach evaluate parse macro define")
		.build();

	/** What is read outside of expressions: their beginnings, and words. */
	private static final CharacterSet OUTSIDE = CharacterSet.ofWords("$%*~#@{<[_").without("0123456789");

	private static final CharacterSet WORD = CharacterSet.ofWords("_");

	private final String text;

	private int start;

	private int end;

	private long hash;

	private int nesting;

	private char closer;

	private int opened;

	/** Where the chain of members began that was read last outside of expressions. */
	private int chain;

	/**
	 * Create a lexer.
	 * @param text the text
	 * @param from where to start
	 */
	ExpressionLexer(String text, int from) {
		this.text = text;
		this.end = from;
	}

	/**
	 * Tell whether a tag of a template opens, and not what is smaller than a percentage.
	 */
	static boolean opensTag(String text, int i) {
		char next = Ascii.at(text, i + 1);
		return next == '#' || next == '%' && !Ascii.isDigit(Ascii.at(text, i + 2));
	}

	/**
	 * Read the next token.
	 * @return its kind, {@link Kind#END} once the text is used up
	 */
	Kind next() {
		this.start = (this.nesting > 0) ? Ascii.skipSpace(this.text, this.end) : skipOutside(this.end);
		if (this.start >= this.text.length()) {
			this.end = this.start;
			return Kind.END;
		}
		char c = this.text.charAt(this.start);
		if (Ascii.isDigit(c)) {
			return number();
		}
		if (Ascii.isWord(c)) {
			return name();
		}
		int opening = openingLength(c, this.start);
		if (opening > 0) {
			return open(c, opening);
		}
		if (this.nesting > 0) {
			return inside(c);
		}
		return token((c == '\'' || c == '"') ? Kind.QUOTE : Kind.PUNCTUATION, 1);
	}

	/**
	 * Return where something stands next that counts outside of expressions: what opens
	 * one, a static reference, a name that counts there or has a number sign before it.
	 */
	private int skipOutside(int from) {
		int i = OUTSIDE.next(this.text, from);
		while (i < this.text.length()) {
			char c = this.text.charAt(i);
			int behind = i + 1;
			if (Ascii.isLetter(c) || c == '_') {
				behind = WORD.end(this.text, i);
				char before = Ascii.at(this.text, i - 1);
				this.chain = (before != '.') ? i : this.chain;
				if (before == '#' || ExpressionVocabulary.countsOutside(this.text, i, behind)) {
					return i;
				}
			}
			else if (c == '@' || openingLength(c, i) > 0) {
				return i;
			}
			i = OUTSIDE.next(this.text, behind);
		}
		return i;
	}

	/**
	 * Tell whether the chain of members outside of expressions that was read last begins
	 * with the name of a variable of SpEL or OGNL.
	 */
	boolean isChainOfVariable() {
		return Ascii.at(this.text, this.chain - 1) == '#' && !Ascii.isWord(Ascii.at(this.text, this.chain - 2))
				&& Ascii.at(this.text, WORD.end(this.text, this.chain)) == '.';
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
	 * Return where the outermost open expression starts.
	 * @return index of its opening mark
	 */
	int opened() {
		return this.opened;
	}

	/**
	 * Return the first character of the current token.
	 * @return the character, NUL at the end
	 */
	char first() {
		return Ascii.at(this.text, this.start);
	}

	/**
	 * Return the character behind the current token.
	 * @return the character, NUL at the end
	 */
	char following() {
		return Ascii.at(this.text, this.end);
	}

	/**
	 * Return the hash of the current name.
	 * @return a hash to look up in a {@link HashedWords}
	 */
	long hash() {
		return this.hash;
	}

	/**
	 * Return whether the current token stands in an expression.
	 * @return {@code true} behind an opening mark that was not closed yet
	 */
	boolean isInside() {
		return this.nesting > 0;
	}

	private Kind number() {
		int i = this.start + 1;
		while (i < this.text.length() && (Ascii.isDigit(this.text.charAt(i))
				|| (this.text.charAt(i) == '.' && Ascii.isDigit(Ascii.at(this.text, i + 1))))) {
			i++;
		}
		this.end = i;
		return Kind.NUMBER;
	}

	private Kind name() {
		long hashed = HashedWords.SEED;
		int i = this.start;
		while (i < this.text.length() && Ascii.isWord(this.text.charAt(i))) {
			hashed = HashedWords.extend(hashed, this.text.charAt(i++));
		}
		this.hash = hashed;
		this.end = i;
		return Kind.NAME;
	}

	private int openingLength(char c, int at) {
		char next = Ascii.at(this.text, at + 1);
		return switch (c) {
			case '$' -> (next == '{') ? 2 : (next == '!' && Ascii.at(this.text, at + 2) == '{') ? 3 : 0;
			case '%', '*', '~', '@' -> (next == '{') ? 2 : 0;
			case '#' -> (next == '{') ? 2 : directiveLength(this.text, at);
			case '{' -> (next == '{' || next == '%') ? 2 : (next == '$') ? 1 : 0;
			case '<' -> opensTag(this.text, at) ? 2 : 0;
			case '[' -> (next == '#' && directiveLength(this.text, at + 1) == 0) ? 2 : 0;
			default -> 0;
		};
	}

	/**
	 * Return the length of a directive of Velocity with its parenthesis, or 0.
	 */
	static int directiveLength(String text, int start) {
		int i = start + 1;
		while (i < text.length() && i < start + 10 && Ascii.isLetter(text.charAt(i))) {
			i++;
		}
		int open = text.startsWith(" ($", i) ? i + 1 : i;
		if (Ascii.at(text, open) != '(' || DIRECTIVES.groupOf(text, start + 1, i) == 0) {
			return 0;
		}
		return open + 1 - start;
	}

	private Kind open(char c, int length) {
		char last = this.text.charAt(this.start + length - 1);
		if (this.nesting == 0) {
			this.opened = this.start;
			this.closer = switch (last) {
				case '{' -> '}';
				case '(' -> ')';
				case '%' -> '%';
				default -> (c == '<') ? '>' : ']';
			};
			this.nesting = (c == '{' && length == 2 && last == '{') ? 2 : 1;
		}
		else if (last == '{') {
			this.nesting += (this.closer == '}') ? ((c == '{') ? length : 1) : 0;
		}
		return token(Kind.OPEN, length);
	}

	private Kind inside(char c) {
		if (c == this.closer) {
			if (c == '%' && !isPercentClosed()) {
				return token(Kind.PUNCTUATION, 1);
			}
			this.nesting--;
			return token(Kind.CLOSE, (c == '%') ? 2 : 1);
		}
		if ((c == '{' && this.closer == '}') || (c == '(' && this.closer == ')')) {
			this.nesting++;
		}
		return token((c == '\'' || c == '"') ? Kind.QUOTE : Kind.PUNCTUATION, 1);
	}

	private boolean isPercentClosed() {
		char next = Ascii.at(this.text, this.start + 1);
		return next == '>' || next == '}';
	}

	private Kind token(Kind kind, int length) {
		this.end = this.start + length;
		return kind;
	}

	/**
	 * Kinds of tokens.
	 */
	enum Kind {

		/** Opens an expression. */
		OPEN,

		/** Closes an expression or a brace within one. */
		CLOSE,

		/** A name: letters, digits and underscores. */
		NAME,

		/** A number. */
		NUMBER,

		/** A single or double quotation mark. */
		QUOTE,

		/** Any other character. */
		PUNCTUATION,

		/** Nothing is left. */
		END

	}

}
