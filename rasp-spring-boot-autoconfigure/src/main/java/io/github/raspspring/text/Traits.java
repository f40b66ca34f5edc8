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

	/** What is of no use when the walk is over. */
	private static final long OF_WALK = WORD_END | WORD_BEGIN | STYLE | OUTSIDE | HANDLER | AT_NAME;

	/** Bytes of what isn't text, which have control characters among them. */
	private static final long BYTES = NON_ASCII | CONTROL;

	private static final long QUOTE = SINGLE_QUOTE | DOUBLE_QUOTE | BACKTICK;

	private static final long PAREN = OPEN_PAREN | CLOSE_PAREN;

	private static final long COMPARING = EQUALS | LESS_THAN | GREATER_THAN;

	private static final long CALCULATING = PIPE | AMPERSAND | PLUS | HYPHEN | HASH | ASTERISK | SLASH | TILDE_OR_CARET
			| PERCENT;

	/** What URLs of databases with settings have. */
	private static final long SETTINGS = COLON | SEMICOLON | EQUALS;

	/** What objects of PHP have. */
	private static final long FOREIGN = COLON | SEMICOLON | BRACE | DOUBLE_QUOTE;

	/** What pickles of Python have that are text. */
	private static final long PICKLED = LINE_BREAK | OPEN_PAREN | SINGLE_QUOTE | DOT | JOINT;

	/** What other URLs with settings have. */
	private static final long PARAMETERS = URL | QUESTION | EQUALS;

	/** Signs that end a command of a shell. */
	private static final long SEPARATORS = SEMICOLON | PIPE | AMPERSAND | LINE_BREAK;

	private static final long SEPARATING = SEPARATORS | CALL | SHELL_OPTION;

	/** What a shell takes for a command at once, or removes from one. */
	private static final long SHELL = BACKTICK | DOLLAR | BACKSLASH | SLASH | SINGLE_QUOTE | DOUBLE_QUOTE;

	/** What script without letters is made of. */
	private static final long SIGNS_OF_SCRIPT = BRACKET | EXCLAMATION | PLUS | CLOSE_PAREN;

	/** Two slashes and a call without arguments. */
	private static final long WHOLE_PATH = URL | CALL | SLASH;

	/** Two slashes without what URLs and sentences have. */
	private static final long LONE_PATH = URL | COLON | BLANK | DOT;

	/** Two slashes and a star behind a number. */
	private static final long PATH_OF_ALL = URL | ASTERISK | DIGIT;

	/** Two slashes behind a parenthesis that was not opened. */
	private static final long ENDED_PATTERN = URL | CLOSE_PAREN | OPEN_PAREN;

	/** A parameter behind another text, with an address or path. */
	private static final long ADDED_PARAMETER = AMPERSAND | EQUALS | SLASH | QUESTION;

	/** Two slashes behind a bar. */
	private static final long UNITED_PATHS = URL | PIPE | SLASH;

	/** What script has that takes a function by a text. */
	private static final long BRACKETED_CALL = BRACKET | OPEN_PAREN;

	/** What a call of a bean has in SpEL, or an annotation that runs code in Groovy. */
	private static final long CALL_OF_BEAN = AT | OPEN_PAREN;

	/** What expressions of beans have, and addresses of mail have not. */
	private static final long BEYOND_MAIL = CHARACTERS
			& ~(LETTER | DIGIT | DOT | HYPHEN | PLUS | UNDERSCORE | AT | BLANK | COMMA | COLON | SLASH);

	/** What ends a call that a text stands in, and calls again. */
	private static final long ENDED_CALL = OPEN_PAREN | CLOSE_PAREN | SEMICOLON;

	/** Nothing follows from what has none of these. */
	private static final long TELLING = SQL_KEYWORD | SQL_LOGIC | SQL_STATEMENT | QUOTE | OPEN_PAREN | AT | TAG
			| SCRIPT_SIGN | SCRIPT_WORD | EQUALS | BRACKET | OPENING | EXPRESSION_WORD | HASH | SHELL | COMMAND_WORD
			| CALL | TILDE_OR_CARET | PATH_STEP | URL | TYPE_MARK | NON_ASCII | BRACE | MEMBER_END | SEPARATORS;

	private Traits() {
	}

	/**
	 * Add what follows from several traits together, and drop what is of the walk only.
	 */
	static long complete(long traits) {
		long all = ((traits & OUTSIDE) != 0) ? traits & ~OF_WALK | BEYOND_ASCII : traits & ~OF_WALK;
		if ((traits & TELLING) == 0) {
			return all;
		}
		all |= isSql(traits) ? SQL : 0;
		all |= isMarkup(traits) ? MARKUP : 0;
		all |= isExpression(traits) ? EXPRESSION : 0;
		all |= isCommand(traits) ? COMMAND : 0;
		all |= isXPath(traits) ? XPATH : 0;
		all |= isTypeHint(traits) ? TYPE_HINT : 0;
		all |= isDirectoryName(traits) ? FILTER : 0;
		all |= isJoint(traits) ? JOINT : 0;
		return all;
	}

	private static boolean isSql(long traits) {
		return (traits & SQL_KEYWORD) != 0
				|| ((traits & SQL_LOGIC) != 0 && (traits & (QUOTE | COMPARING | CALCULATING | PAREN | DIGIT | AT)) != 0)
				|| ((traits & SQL_STATEMENT) != 0 && (traits & (QUOTE | SEMICOLON)) != 0)
				|| ((traits & QUOTE) != 0 && (traits & (COMPARING | CALCULATING)) != 0)
				|| ((traits & OPEN_PAREN) != 0 && (traits & (COMPARING | PIPE | AMPERSAND)) != 0)
				|| ((traits & AT) != 0 && (traits & EQUALS) != 0);
	}

	private static boolean isMarkup(long traits) {
		return (traits & (TAG | SCRIPT_SIGN | SCRIPT_WORD)) != 0 || ((traits & HANDLER) != 0 && (traits & EQUALS) != 0)
				|| (traits & SIGNS_OF_SCRIPT) == SIGNS_OF_SCRIPT
				|| ((traits & BRACKETED_CALL) == BRACKETED_CALL && (traits & QUOTE) != 0)
				|| ((traits & ENDED_CALL) == ENDED_CALL && (traits & QUOTE) != 0)
				|| ((traits & STYLE) != 0 && (traits & OPEN_PAREN) != 0);
	}

	private static boolean isExpression(long traits) {
		return (traits & OPENING) != 0
				|| ((traits & EXPRESSION_WORD) != 0 && (traits & (OPEN_PAREN | DOT | BRACKET | AT)) != 0)
				|| ((traits & AT_NAME) != 0 && (traits & BEYOND_MAIL) != 0)
				|| ((traits & HASH) != 0 && (traits & (OPEN_PAREN | BRACKET)) != 0)
				|| ((traits & CALL_OF_BEAN) == CALL_OF_BEAN && (traits & (DOT | CALL)) != 0);
	}

	private static boolean isCommand(long traits) {
		return (traits & SHELL) != 0 || ((traits & COMMAND_WORD) != 0 && (traits & SEPARATING) != 0)
				|| ((traits & CALL) != 0 && (traits & BRACE) != 0)
				|| ((traits & HYPHEN) != 0 && (traits & SEPARATORS) != 0)
				|| ((traits & BRACKET) != 0 && (traits & PATH_STEP) != 0)
				|| ((traits & TILDE_OR_CARET) != 0 && (traits & SEPARATING) != 0);
	}

	private static boolean isXPath(long traits) {
		return (traits & PATH_STEP) != 0 || (traits & LONE_PATH) == URL || (traits & WHOLE_PATH) == WHOLE_PATH
				|| (traits & PATH_OF_ALL) == PATH_OF_ALL
				|| ((traits & DOLLAR) != 0 && (traits & (SLASH | OPEN_PAREN)) != 0)
				|| (traits & UNITED_PATHS) == UNITED_PATHS
				|| ((traits & QUOTE) != 0 && (traits & (SQL_LOGIC | BRACKET)) != 0)
				|| ((traits & CALL) != 0 && (traits & (SQL_LOGIC | COLON | COMPARING)) != 0)
				|| ((traits & SQL_LOGIC) != 0 && (traits & DIGIT) != 0 && (traits & BRACKET) != 0)
				|| ((traits & DIGIT) != 0 && (traits & BRACKET) != 0 && (traits & ASTERISK) != 0
						&& (traits & SLASH) != 0)
				|| ((traits & BRACKET) != 0 && (traits & PIPE) != 0 && (traits & SLASH) != 0);
	}

	private static boolean isJoint(long traits) {
		return (traits & ENDED_PATTERN) == (URL | CLOSE_PAREN)
				|| (traits & ADDED_PARAMETER) == (AMPERSAND | EQUALS | SLASH);
	}

	private static boolean isDirectoryName(long traits) {
		return (traits & (EQUALS | BLANK)) == EQUALS
				&& ((traits & COMMA) != 0 || (traits & QUESTION) != 0 && (traits & OPEN_PAREN) != 0);
	}

	private static boolean isTypeHint(long traits) {
		return (traits & (TYPE_MARK | TAG)) != 0 || (traits & BYTES) == BYTES || (traits & PICKLED) == PICKLED
				|| (traits & FOREIGN) == FOREIGN || ((traits & DOT) != 0 && (traits & (DOUBLE_QUOTE | MEMBER_END)) != 0)
				|| ((traits & SETTINGS) == SETTINGS || (traits & PARAMETERS) == PARAMETERS)
						&& (traits & (SCHEME | BRACE)) != 0;
	}

}
