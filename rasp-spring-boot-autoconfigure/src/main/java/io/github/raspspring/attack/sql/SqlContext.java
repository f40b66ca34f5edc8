package io.github.raspspring.attack.sql;

import io.github.raspspring.text.Traits;

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
	 * Return the contexts in which a text can stand, a bit for each.
	 */
	static int of(String text, long traits) {
		int contexts = CODE.bit();
		contexts |= ((traits & Traits.SINGLE_QUOTE) != 0) ? SINGLE_QUOTED.bit() : 0;
		contexts |= ((traits & Traits.DOUBLE_QUOTE) != 0) ? DOUBLE_QUOTED.bit() : 0;
		boolean name = (traits & Traits.BACKTICK) != 0 && BACKTICK_QUOTED.mayEndIn(text);
		return name ? contexts | BACKTICK_QUOTED.bit() : contexts;
	}

	int bit() {
		return 1 << ordinal();
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
