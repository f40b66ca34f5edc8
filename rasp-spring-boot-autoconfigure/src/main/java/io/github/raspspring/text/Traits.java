package io.github.raspspring.text;

/**
 * What a text is made of, as one bit set that a {@link TraitReader} finds in one pass.
 * Cheap to know and over-approximate: a detector whose bits are missing can't find
 * anything in the text.
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

	/**
	 * A character above U+007F that some layer takes for an ASCII one, or drops, or bytes
	 * that were read as characters. Letters of other scripts are none.
	 */
	public static final long NON_ASCII = 1L << 34;

	/** All characters that have a trait of their own. */
	public static final long CHARACTERS = (1L << 35) - 1;

	/**
	 * A word that SQL has and prose hardly ever, such as {@code select}, or two at signs.
	 */
	public static final long SQL_KEYWORD = 1L << 35;

	/**
	 * A word that SQL puts next to signs and numbers, such as {@code or}, or its sign.
	 */
	public static final long SQL_LOGIC = 1L << 36;

	/** A word that begins a SQL statement, such as {@code drop}. */
	public static final long SQL_STATEMENT = 1L << 37;

	/** A word by which scripts reach a page or its user, such as {@code alert}. */
	public static final long SCRIPT_WORD = 1L << 38;

	/** A word by which expressions reach classes, such as {@code getClass}. */
	public static final long EXPRESSION_WORD = 1L << 39;

	/** A command of a shell. */
	public static final long COMMAND_WORD = 1L << 40;

	/** All traits that words have. */
	public static final long WORDS = SQL_KEYWORD | SQL_LOGIC | SQL_STATEMENT | SCRIPT_WORD | EXPRESSION_WORD
			| COMMAND_WORD;

	/**
	 * A less-than sign followed by anything but a space, digit or equals sign, or what
	 * may be one in UTF-7.
	 */
	public static final long TAG = 1L << 42;

	/** A colon followed by a slash or two slashes in a row, or a web scheme's end. */
	public static final long URL = 1L << 43;

	/**
	 * A colon that may end the scheme of a script, a character given by number, or what
	 * goes on behind a quote.
	 */
	public static final long SCRIPT_SIGN = 1L << 44;

	/**
	 * The end of what an application itself may take for a scheme or prefix, such as
	 * {@code forward:}, {@code classpath*:} and {@code fn:}, or a slash that begins a
	 * text.
	 */
	public static final long SCHEME = 1L << 45;

	/** What expressions and templates are opened with, such as <code>${</code>. */
	public static final long OPENING = 1L << 46;

	/**
	 * A parenthesis next to another one or to what a search filter of LDAP has, or signs
	 * of its names and URLs without a blank.
	 */
	public static final long FILTER = 1L << 47;

	/** Two colons, or an argument of XPath in a parenthesis. */
	public static final long PATH_STEP = 1L << 48;

	/** A number as C writes it, such as {@code 0x2e}. */
	public static final long HEXADECIMAL = 1L << 49;

	/**
	 * Where a literal may end and a statement begin: a quote or semicolon next to signs,
	 * two bars; and what opens a query of its own, such as <code>{!</code>.
	 */
	public static final long JOINT = 1L << 50;

	/** A parenthesis as in {@code f()}, {@code f('} or {@code <(}. */
	public static final long CALL = 1L << 51;

	/** Magic of serialized objects, or signs that go before the name of a class. */
	public static final long TYPE_MARK = 1L << 52;

	/** A quote behind a letter with which members that choose a class end. */
	public static final long MEMBER_END = 1L << 53;

	/** Anything above U+007F. */
	public static final long BEYOND_ASCII = 1L << 54;

	/** The letters by which functions in styles are told. For the walk only. */
	static final long STYLE = BEYOND_ASCII;

	/**
	 * What SQL injection can't do without: a key word, or a logical word or quote next to
	 * signs that make use of it.
	 */
	public static final long SQL = 1L << 55;

	/** What a browser may act on. */
	public static final long MARKUP = 1L << 56;

	/** What opens an expression or reaches for classes outside of one. */
	public static final long EXPRESSION = 1L << 57;

	/** A command, plain or disguised, and what a shell may take for its beginning. */
	public static final long COMMAND = 1L << 58;

	/** What continues an expression of XPath. */
	public static final long XPATH = 1L << 59;

	/** What chooses a class. */
	public static final long TYPE_HINT = 1L << 60;

	/** Two hyphens, or one and a letter of options by which programs start others. */
	public static final long SHELL_OPTION = 1L << 61;

	/** The letters with which handlers of events begin. For the walk only. */
	static final long HANDLER = MARKUP;

	/** A commercial at and a letter with which beans begin. For the walk only. */
	static final long AT_NAME = EXPRESSION;

	/** The lowest trait that words have; the others follow it. */
	static final int FIRST_OF_WORDS = Long.numberOfTrailingZeros(SQL_KEYWORD);

	/** A word ends between two characters. For the walk only. */
	static final long WORD_END = 1L << 63;

	/** A word begins between two characters. For the walk only. */
	static final long WORD_BEGIN = 1L << 62;

	/** A character beyond ASCII. For the walk only. */
	static final long OUTSIDE = 1L << 41;

	private Traits() {
	}

}
