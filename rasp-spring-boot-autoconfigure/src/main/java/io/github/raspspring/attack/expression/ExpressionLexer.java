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

	/**
	 * What an expression may begin with, and what names end at that are enough by
	 * themselves.
	 */
	private static final CharacterSet SIGNS = CharacterSet.of("$%*~#@{<[?_(.");

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
	 * Find the first place where an expression may open, or a name stands that is enough
	 * by itself.
	 * @param text the text
	 * @return an index, or -1 if there is nothing to read in this text
	 */
	static int firstOpening(String text) {
		int length = text.length();
		for (int i = SIGNS.next(text, 0); i < length; i = SIGNS.next(text, i + 1)) {
			char c = text.charAt(i);
			int name = (c == '(' || c == '.' || c == '[') ? nameBefore(text, i, c) : -1;
			if (name >= 0) {
				return name;
			}
			if (c != '(' && c != '.' && maySignOpen(text, i, c)) {
				return i;
			}
		}
		return -1;
	}

	/**
	 * Return where a name begins that reaches for a class and ends at a sign, -1 if none
	 * does.
	 */
	private static int nameBefore(String text, int sign, char c) {
		char last = Ascii.fold(Ascii.at(text, sign - 1));
		return switch (c) {
			case '(' -> switch (last) {
				case ' ' -> start(text, sign - 1, "t");
				case 't' -> Math.max(start(text, sign, "t"), start(text, sign, "getservletcontext"));
				case 'e' -> start(text, sign, "getruntime");
				case 's' -> start(text, sign, "getclass");
				case 'r' -> start(text, sign, "getclassloader");
				default -> -1;
			};
			case '.' -> switch (last) {
				case 'a' -> start(text, sign, "java");
				case 'x' -> start(text, sign, "javax");
				case 'e' -> start(text, sign, "runtime");
				case 's' -> start(text, sign, "class");
				case 'r' -> Math.max(start(text, sign, "constructor"), start(text, sign, "methodaccessor"));
				default -> -1;
			};
			default -> switch (last) {
				case 's' -> Math.max(start(text, sign, "class"), start(text, sign, "systemproperties"));
				case 't' -> start(text, sign, "systemenvironment");
				default -> -1;
			};
		};
	}

	/**
	 * Return where a name begins that ends at an index, -1 if another one does.
	 */
	private static int start(String text, int end, String name) {
		int start = end - name.length();
		char before = Ascii.at(text, start - 1);
		return (Ascii.startsWith(text, start, name) && !Ascii.isLetter(before) && before != '_') ? start : -1;
	}

	private static boolean maySignOpen(String text, int i, char c) {
		char next = Ascii.at(text, i + 1);
		return switch (c) {
			case '$', '%', '*', '~' -> next == '{' || next == '!';
			case '#' -> next == '{' || directiveLength(text, i) > 0 || isVariable(text, i + 1);
			case '@' -> next == '{' || next == '(' && BareExpression.computed(text, i + 2) > 0
					|| startsWithEither(text, i + 1, "java", "ognl.") || Ascii.startsWith(text, i + 1, "org.");
			case '{' -> next == '{' || next == '%' || next == '$' || startsWithEither(text, i + 1, "php}", "smarty")
					|| startsWithEither(text, i + 1, "if ", "elseif ");
			case '<' -> opensTag(text, i);
			case '[' -> next == '#' || Ascii.startsWith(text, i + 1, "new ");
			case '?' -> (startsWithEither(text, i + 1, "new(", "api") || Ascii.startsWith(text, i + 1, "interpret"));
			default -> startsWithEither(text, i, "_memberaccess", "__class__.__");
		};
	}

	/**
	 * Tell whether a variable of OGNL or SpEL is assigned, indexed by a text or asked for
	 * its class.
	 */
	private static boolean isVariable(String text, int name) {
		int end = name;
		while (Ascii.isWord(Ascii.at(text, end))) {
			end++;
		}
		char next = Ascii.at(text, end);
		char behind = Ascii.at(text, end + 1);
		boolean assigned = Ascii.at(text, Ascii.skipSpace(text, end)) == '=';
		char quote = (behind == '\\') ? Ascii.at(text, end + 2) : behind;
		return end > name && (assigned || next == '[' && (quote == '\'' || quote == '"')
				|| next == '.' && startsWithEither(text, end + 1, "get", "class"));
	}

	/**
	 * Tell whether a tag of a template opens, and not what is smaller than a percentage.
	 */
	private static boolean opensTag(String text, int i) {
		char next = Ascii.at(text, i + 1);
		return next == '#' || next == '%' && !Ascii.isDigit(Ascii.at(text, i + 2));
	}

	private static boolean startsWithEither(String text, int from, String one, String other) {
		return Ascii.startsWith(text, from, one) || Ascii.startsWith(text, from, other);
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
	 * one, a static reference, a name that is known or has a number sign before it.
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
				if (before == '#' || ExpressionVocabulary.knows(this.text, i, behind)) {
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
	private static int directiveLength(String text, int start) {
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
