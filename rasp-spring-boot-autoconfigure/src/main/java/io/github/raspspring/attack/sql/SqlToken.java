package io.github.raspspring.attack.sql;

/**
 * Kinds of SQL tokens.
 */
enum SqlToken {

	/** An unquoted name or key word; {@link SqlLexer#word()} tells which. */
	WORD,

	/** A name in quotes, backticks or brackets. */
	QUOTED_IDENTIFIER,

	/** A number, hexadecimal and binary ones included. */
	NUMBER,

	/** A string literal with its prefix and quotes. */
	STRING,

	/** A session or system variable: {@code @name}, {@code @@name}. */
	VARIABLE,

	/** A place for a bound value: {@code ?}, {@code $1}, {@code :name}. */
	PLACEHOLDER,

	/** An arithmetic, bit, concatenation, cast or JSON operator. */
	OPERATOR,

	/** The operators {@code ||} and {@code &&}, logical in some dialects. */
	LOGICAL_OPERATOR,

	/** A comparison. */
	COMPARISON,

	/** An opening parenthesis. */
	OPEN,

	/** A closing parenthesis. */
	CLOSE,

	/** A comma. */
	COMMA,

	/** A dot that is no part of a number. */
	DOT,

	/** A semicolon. */
	SEMICOLON,

	/** A comment up to the end of the line. */
	LINE_COMMENT,

	/** A comment between slash-asterisk and asterisk-slash. */
	BLOCK_COMMENT,

	/** The beginning or end of a comment that MySQL executes. */
	EXECUTABLE_COMMENT,

	/** Anything that no dialect gives a meaning to. */
	OTHER,

	/** The end of the text. */
	END

}
