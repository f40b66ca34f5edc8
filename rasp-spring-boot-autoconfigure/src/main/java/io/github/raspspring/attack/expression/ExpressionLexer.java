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

	/** What an expression, or a name that is enough by itself, may begin with. */
	private static final CharacterSet BEGINNINGS = CharacterSet.of("$%*~#@{<[?_tTgGcCjJrRsS");

	private final String text;

	private int start;

	private int end;

	private long hash;

	private int nesting;

	private char closer;

	private int opened;

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
		for (int i = BEGINNINGS.next(text, 0); i < length; i = BEGINNINGS.next(text, i + 1)) {
			if (mayOpen(text, i, text.charAt(i))) {
				return i;
			}
		}
		return -1;
	}

	private static boolean mayOpen(String text, int i, char c) {
		return switch (c) {
			case '$', '%', '*', '~', '#', '@', '{', '<', '[', '?', '_' -> maySignOpen(text, i, c);
			case 't', 'T', 'g', 'G', 'c', 'C', 'j', 'J', 'r', 'R', 's', 'S' ->
				isWordStart(text, i) && mayReachClass(text, i, c);
			default -> false;
		};
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
		return end > name && (assigned || next == '[' && (behind == '\'' || behind == '"')
				|| next == '.' && startsWithEither(text, end + 1, "get", "class"));
	}

	/**
	 * Tell whether a tag of a template opens, and not what is smaller than a percentage.
	 */
	private static boolean opensTag(String text, int i) {
		char next = Ascii.at(text, i + 1);
		return next == '#' || next == '%' && !Ascii.isDigit(Ascii.at(text, i + 2));
	}

	private static boolean isWordStart(String text, int i) {
		char before = Ascii.at(text, i - 1);
		return !Ascii.isLetter(before) && before != '_';
	}

	private static boolean mayReachClass(String text, int i, char c) {
		return switch (Ascii.fold(c)) {
			case 't' -> Ascii.startsWith(text, i, "t(") || Ascii.startsWith(text, i, "t (");
			case 'g' -> startsWithEither(text, i, "getruntime(", "getclass(")
					|| startsWithEither(text, i, "getservletcontext(", "getclassloader(");
			case 'c' -> startsWithEither(text, i, "class.", "class[") || Ascii.startsWith(text, i, "constructor.");
			case 'j' -> startsWithEither(text, i, "java.", "javax.");
			case 'r' -> Ascii.startsWith(text, i, "runtime.");
			case 's' -> startsWithEither(text, i, "systemproperties[", "systemenvironment[");
			default -> false;
		};
	}

	private static boolean startsWithEither(String text, int from, String one, String other) {
		return Ascii.startsWith(text, from, one) || Ascii.startsWith(text, from, other);
	}

	/**
	 * Read the next token.
	 * @return its kind, {@link Kind#END} once the text is used up
	 */
	Kind next() {
		this.start = Ascii.skipSpace(this.text, this.end);
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
		int opening = openingLength(c);
		if (opening > 0) {
			return open(c, opening);
		}
		if (this.nesting > 0) {
			return inside(c);
		}
		return token((c == '\'' || c == '"') ? Kind.QUOTE : Kind.PUNCTUATION, 1);
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

	private int openingLength(char c) {
		char next = Ascii.at(this.text, this.start + 1);
		return switch (c) {
			case '$' -> (next == '{') ? 2 : (next == '!' && Ascii.at(this.text, this.start + 2) == '{') ? 3 : 0;
			case '%', '*', '~', '@' -> (next == '{') ? 2 : 0;
			case '#' -> (next == '{') ? 2 : directiveLength(this.text, this.start);
			case '{' -> (next == '{' || next == '%') ? 2 : (next == '$') ? 1 : 0;
			case '<' -> opensTag(this.text, this.start) ? 2 : 0;
			case '[' -> (next == '#' && directiveLength(this.text, this.start + 1) == 0) ? 2 : 0;
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
