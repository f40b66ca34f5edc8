package io.github.raspspring.text;

import static io.github.raspspring.text.Traits.AMPERSAND;
import static io.github.raspspring.text.Traits.ASTERISK;
import static io.github.raspspring.text.Traits.AT;
import static io.github.raspspring.text.Traits.AT_NAME;
import static io.github.raspspring.text.Traits.BACKSLASH;
import static io.github.raspspring.text.Traits.BACKTICK;
import static io.github.raspspring.text.Traits.BEYOND_ASCII;
import static io.github.raspspring.text.Traits.BLANK;
import static io.github.raspspring.text.Traits.BRACE;
import static io.github.raspspring.text.Traits.BRACKET;
import static io.github.raspspring.text.Traits.CALL;
import static io.github.raspspring.text.Traits.CHARACTERS;
import static io.github.raspspring.text.Traits.CLOSE_PAREN;
import static io.github.raspspring.text.Traits.COLON;
import static io.github.raspspring.text.Traits.COMMA;
import static io.github.raspspring.text.Traits.COMMAND;
import static io.github.raspspring.text.Traits.COMMAND_WORD;
import static io.github.raspspring.text.Traits.CONTROL;
import static io.github.raspspring.text.Traits.DIGIT;
import static io.github.raspspring.text.Traits.DOLLAR;
import static io.github.raspspring.text.Traits.DOT;
import static io.github.raspspring.text.Traits.DOUBLE_QUOTE;
import static io.github.raspspring.text.Traits.EQUALS;
import static io.github.raspspring.text.Traits.EXCLAMATION;
import static io.github.raspspring.text.Traits.EXPRESSION;
import static io.github.raspspring.text.Traits.EXPRESSION_WORD;
import static io.github.raspspring.text.Traits.FILTER;
import static io.github.raspspring.text.Traits.GREATER_THAN;
import static io.github.raspspring.text.Traits.HANDLER;
import static io.github.raspspring.text.Traits.HASH;
import static io.github.raspspring.text.Traits.HYPHEN;
import static io.github.raspspring.text.Traits.JOINT;
import static io.github.raspspring.text.Traits.LESS_THAN;
import static io.github.raspspring.text.Traits.LETTER;
import static io.github.raspspring.text.Traits.LINE_BREAK;
import static io.github.raspspring.text.Traits.MARKUP;
import static io.github.raspspring.text.Traits.MEMBER_END;
import static io.github.raspspring.text.Traits.NON_ASCII;
import static io.github.raspspring.text.Traits.OPENING;
import static io.github.raspspring.text.Traits.OPEN_PAREN;
import static io.github.raspspring.text.Traits.OUTSIDE;
import static io.github.raspspring.text.Traits.PATH_STEP;
import static io.github.raspspring.text.Traits.PERCENT;
import static io.github.raspspring.text.Traits.PIPE;
import static io.github.raspspring.text.Traits.PLUS;
import static io.github.raspspring.text.Traits.QUESTION;
import static io.github.raspspring.text.Traits.SCHEME;
import static io.github.raspspring.text.Traits.SCRIPT_SIGN;
import static io.github.raspspring.text.Traits.SCRIPT_WORD;
import static io.github.raspspring.text.Traits.SEMICOLON;
import static io.github.raspspring.text.Traits.SHELL_OPTION;
import static io.github.raspspring.text.Traits.SINGLE_QUOTE;
import static io.github.raspspring.text.Traits.SLASH;
import static io.github.raspspring.text.Traits.SQL;
import static io.github.raspspring.text.Traits.SQL_KEYWORD;
import static io.github.raspspring.text.Traits.SQL_LOGIC;
import static io.github.raspspring.text.Traits.SQL_STATEMENT;
import static io.github.raspspring.text.Traits.STYLE;
import static io.github.raspspring.text.Traits.TAG;
import static io.github.raspspring.text.Traits.TILDE_OR_CARET;
import static io.github.raspspring.text.Traits.TYPE_HINT;
import static io.github.raspspring.text.Traits.TYPE_MARK;
import static io.github.raspspring.text.Traits.UNDERSCORE;
import static io.github.raspspring.text.Traits.URL;
import static io.github.raspspring.text.Traits.WORD_BEGIN;
import static io.github.raspspring.text.Traits.WORD_END;
import static io.github.raspspring.text.Traits.XPATH;

/**
 * What follows from several traits of a text together: whether it has what attacks of a
 * kind can't do without. Each conclusion takes in more texts than the kind has.
 * Stateless.
 */
final class TraitConclusions {

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

	private TraitConclusions() {
	}

	/**
	 * Add what follows from several traits together, and drop what is of the walk only.
	 */
	static long of(long traits) {
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
