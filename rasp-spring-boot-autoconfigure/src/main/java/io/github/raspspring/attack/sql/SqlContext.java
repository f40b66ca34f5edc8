package io.github.raspspring.attack.sql;

/**
 * Where in a statement a text begins: as code, or within a literal that the statement
 * opened before.
 */
enum SqlContext {

	/** Code: a number, an expression, a whole statement. */
	CODE('\0'),

	/** Within single quotes. */
	SINGLE_QUOTED('\''),

	/** Within double quotes. */
	DOUBLE_QUOTED('"'),

	/** Within backticks. */
	BACKTICK_QUOTED('`');

	private final char quote;

	SqlContext(char quote) {
		this.quote = quote;
	}

	/**
	 * Return whether a text may end a name that stands within quotes: nothing but a word
	 * goes before the first one.
	 */
	boolean mayEndIn(String text) {
		int end = text.indexOf(this.quote);
		for (int i = 0; i < end; i++) {
			if (!SqlCharacter.isWordPart(text.charAt(i))) {
				return false;
			}
		}
		return end > 0;
	}

	/**
	 * Return the quote that ends the literal.
	 * @return the quote, or NUL for {@link #CODE}
	 */
	char quote() {
		return this.quote;
	}

}
