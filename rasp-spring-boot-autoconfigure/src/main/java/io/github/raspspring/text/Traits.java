package io.github.raspspring.text;

/**
 * What a text is made of, as one bit set found in one pass. Cheap to know and
 * over-approximate: a detector whose bits are missing can't find anything in the text.
 */
public final class Traits {

	/** A single quote. */
	public static final long SINGLE_QUOTE = 1L;

	/** A double quote. */
	public static final long DOUBLE_QUOTE = 1L << 1;

	/** A backtick. */
	public static final long BACKTICK = 1L << 2;

	/** An opening parenthesis. */
	public static final long OPEN_PAREN = 1L << 3;

	/** A closing parenthesis. */
	public static final long CLOSE_PAREN = 1L << 4;

	/** An opening or closing square bracket. */
	public static final long BRACKET = 1L << 5;

	/** An opening or closing curly brace. */
	public static final long BRACE = 1L << 6;

	/** A less-than sign. */
	public static final long LESS_THAN = 1L << 7;

	/** A greater-than sign. */
	public static final long GREATER_THAN = 1L << 8;

	/** A semicolon. */
	public static final long SEMICOLON = 1L << 9;

	/** A vertical bar. */
	public static final long PIPE = 1L << 10;

	/** An ampersand. */
	public static final long AMPERSAND = 1L << 11;

	/** A dollar sign. */
	public static final long DOLLAR = 1L << 12;

	/** A number sign. */
	public static final long HASH = 1L << 13;

	/** A percent sign. */
	public static final long PERCENT = 1L << 14;

	/** A slash. */
	public static final long SLASH = 1L << 15;

	/** A backslash. */
	public static final long BACKSLASH = 1L << 16;

	/** A dot. */
	public static final long DOT = 1L << 17;

	/** A hyphen. */
	public static final long HYPHEN = 1L << 18;

	/** An equals sign. */
	public static final long EQUALS = 1L << 19;

	/** A colon. */
	public static final long COLON = 1L << 20;

	/** A comma. */
	public static final long COMMA = 1L << 21;

	/** A commercial at. */
	public static final long AT = 1L << 22;

	/** An asterisk. */
	public static final long ASTERISK = 1L << 23;

	/** A plus sign. */
	public static final long PLUS = 1L << 24;

	/** An exclamation mark. */
	public static final long EXCLAMATION = 1L << 25;

	/** A question mark. */
	public static final long QUESTION = 1L << 26;

	/** A tilde or circumflex. */
	public static final long TILDE_OR_CARET = 1L << 27;

	/** An underscore. */
	public static final long UNDERSCORE = 1L << 28;

	/** A decimal digit. */
	public static final long DIGIT = 1L << 29;

	/** An ASCII letter. */
	public static final long LETTER = 1L << 30;

	/** A space or tab. */
	public static final long BLANK = 1L << 31;

	/** A carriage return or line feed. */
	public static final long LINE_BREAK = 1L << 32;

	/** Any other control character, NUL and DEL included. */
	public static final long CONTROL = 1L << 33;

	/** Anything above U+007F. */
	public static final long NON_ASCII = 1L << 34;

	/**
	 * A word that SQL has and prose hardly ever, such as {@code select}, or two at signs.
	 */
	public static final long SQL_KEYWORD = 1L << 35;

	/**
	 * A word that SQL puts next to signs and numbers, such as {@code or}, or its sign.
	 */
	public static final long SQL_LOGIC = 1L << 36;

	/**
	 * What SQL injection can't do without: a key word, or a logical word or quote next to
	 * signs that make use of it.
	 */
	public static final long SQL = 1L << 37;

	/** A word that begins a SQL statement, such as {@code drop}. */
	public static final long SQL_STATEMENT = 1L << 42;

	/** Two dots in a row. */
	public static final long DOUBLE_DOT = 1L << 38;

	/** A colon followed by a slash or backslash. */
	public static final long SCHEME = 1L << 39;

	/** A curly brace behind one of <code>$ # % * @ ~ {</code>. */
	public static final long EXPRESSION = 1L << 40;

	/** A less-than sign followed by anything but a blank, digit or equals sign. */
	public static final long TAG = 1L << 41;

	private static final long QUOTE = SINGLE_QUOTE | DOUBLE_QUOTE | BACKTICK;

	private static final long PAREN = OPEN_PAREN | CLOSE_PAREN;

	private static final long COMPARING = EQUALS | LESS_THAN | GREATER_THAN;

	private static final long CALCULATING = PIPE | AMPERSAND | PLUS | HYPHEN | HASH | ASTERISK | SLASH | TILDE_OR_CARET
			| PERCENT;

	private static final long WORD_CHARACTER = LETTER | DIGIT | UNDERSCORE | DOLLAR;

	private static final long[] OF_ASCII = table();

	private Traits() {
	}

	/**
	 * Find the traits of a text. A word may begin right behind a digit or dollar sign, as
	 * it may in SQL.
	 * @param text the text
	 * @return the bits of all its characters, words and pairs
	 */
	public static long of(String text) {
		long traits = 0;
		long before = 0;
		int word = 0;
		int length = text.length();
		for (int i = 0; i < length; i++) {
			char c = text.charAt(i);
			long trait = (c < 0x80) ? OF_ASCII[c] : NON_ASCII;
			if ((trait & WORD_CHARACTER) != 0) {
				if ((before & (DIGIT | DOLLAR)) != 0 && (trait & LETTER) != 0) {
					traits |= ((c | 0x20) == 'x') ? SQL_KEYWORD : 0;
					word = 0;
				}
				word = word * TraitWords.FACTOR + (c | 0x20);
			}
			else {
				if (word != 0) {
					traits |= TraitWords.traitsOf(word);
					word = 0;
				}
				traits |= pair(before, trait);
			}
			if ((before & LESS_THAN) != 0 && (trait & (BLANK | DIGIT | EQUALS)) == 0) {
				traits |= TAG;
			}
			traits |= trait;
			before = trait;
		}
		return withSql((word != 0) ? traits | TraitWords.traitsOf(word) : traits);
	}

	private static long pair(long before, long trait) {
		if ((before & DOT & trait) != 0) {
			return DOUBLE_DOT;
		}
		if ((before & trait & (AT | PIPE | AMPERSAND)) != 0) {
			return ((trait & AT) != 0) ? SQL_KEYWORD : SQL_LOGIC;
		}
		if ((before & COLON) != 0 && (trait & (SLASH | BACKSLASH)) != 0) {
			return SCHEME;
		}
		return ((trait & BRACE) != 0
				&& (before & (DOLLAR | HASH | PERCENT | ASTERISK | AT | TILDE_OR_CARET | BRACE)) != 0) ? EXPRESSION : 0;
	}

	private static long withSql(long traits) {
		boolean sql = (traits & SQL_KEYWORD) != 0
				|| ((traits & SQL_LOGIC) != 0 && (traits & (QUOTE | COMPARING | CALCULATING | PAREN | DIGIT | AT)) != 0)
				|| ((traits & SQL_STATEMENT) != 0 && (traits & (QUOTE | SEMICOLON)) != 0)
				|| ((traits & QUOTE) != 0 && (traits & (COMPARING | CALCULATING)) != 0)
				|| ((traits & OPEN_PAREN) != 0 && (traits & (COMPARING | PIPE | AMPERSAND)) != 0)
				|| ((traits & AT) != 0 && (traits & EQUALS) != 0);
		return sql ? traits | SQL : traits;
	}

	private static long[] table() {
		long[] table = new long[0x80];
		for (int c = 0; c < table.length; c++) {
			table[c] = classOf((char) c);
		}
		return table;
	}

	private static long classOf(char c) {
		if (c >= '0' && c <= '9') {
			return DIGIT;
		}
		if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') {
			return LETTER;
		}
		return switch (c) {
			case '\'' -> SINGLE_QUOTE;
			case '"' -> DOUBLE_QUOTE;
			case '`' -> BACKTICK;
			case '(' -> OPEN_PAREN;
			case ')' -> CLOSE_PAREN;
			case '[', ']' -> BRACKET;
			case '{', '}' -> BRACE;
			case '<' -> LESS_THAN;
			case '>' -> GREATER_THAN;
			case ';' -> SEMICOLON;
			case '|' -> PIPE;
			case '&' -> AMPERSAND;
			case '$' -> DOLLAR;
			case '#' -> HASH;
			case '%' -> PERCENT;
			case '/' -> SLASH;
			case '\\' -> BACKSLASH;
			case '.' -> DOT;
			case '-' -> HYPHEN;
			case '=' -> EQUALS;
			case ':' -> COLON;
			case ',' -> COMMA;
			case '@' -> AT;
			case '*' -> ASTERISK;
			case '+' -> PLUS;
			case '!' -> EXCLAMATION;
			case '?' -> QUESTION;
			case '~', '^' -> TILDE_OR_CARET;
			case '_' -> UNDERSCORE;
			case ' ', '\t' -> BLANK;
			case '\r', '\n' -> LINE_BREAK;
			default -> CONTROL;
		};
	}

}
