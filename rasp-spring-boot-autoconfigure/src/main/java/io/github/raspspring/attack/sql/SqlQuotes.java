package io.github.raspspring.attack.sql;

/**
 * Where the content of a quoted token begins and ends.
 *
 * @param text the statement
 * @param contentStart index of the first character within the quotes
 * @param contentEnd index behind the last character within the quotes
 * @param quote the character that ends the content
 */
record SqlQuotes(String text, int contentStart, int contentEnd, char quote) {

	static SqlQuotes of(StatementTokens tokens, int token) {
		String text = tokens.text();
		int start = tokens.start(token);
		int opening = openingLength(text, start, tokens.end(token));
		int closing = tokens.closed(token) ? closingLength(text, start, opening) : 0;
		char last = text.charAt(tokens.end(token) - 1);
		char quote = tokens.closed(token) ? last : text.charAt(start + opening - 1);
		return new SqlQuotes(text, start + opening, Math.max(start + opening, tokens.end(token) - closing), quote);
	}

	boolean occursBetween(int start, int end) {
		int index = this.text.indexOf(this.quote, start);
		return index >= 0 && index < end;
	}

	/**
	 * Return whether a backslash right before a position takes away the meaning of a
	 * quote right behind it.
	 */
	boolean escapesEnd(int position, SqlDialect dialect) {
		if (!backslashEscapes(dialect) || position >= this.text.length() || this.text.charAt(position) != this.quote) {
			return false;
		}
		int backslashes = 0;
		while (position - backslashes > this.contentStart && this.text.charAt(position - backslashes - 1) == '\\') {
			backslashes++;
		}
		return backslashes % 2 == 1;
	}

	/**
	 * PostgreSQL reads a backslash as an escape in literals that begin with E.
	 */
	private boolean backslashEscapes(SqlDialect dialect) {
		boolean marked = this.contentStart > 1 && (this.text.charAt(this.contentStart - 2) | 0x20) == 'e';
		return dialect == SqlDialect.MYSQL || (dialect == SqlDialect.POSTGRESQL && marked);
	}

	private static int openingLength(String text, int start, int end) {
		int i = start;
		while (i < end && !isQuote(text.charAt(i))) {
			i++;
		}
		if (i < end && text.charAt(i) == '$') {
			i = text.indexOf('$', i + 1);
		}
		boolean alternative = isAlternative(text, start, i);
		return i - start + (alternative ? 2 : 1);
	}

	private static int closingLength(String text, int start, int opening) {
		if (text.charAt(start) == '$') {
			return opening;
		}
		return isAlternative(text, start, start + opening - 2) ? 2 : 1;
	}

	private static boolean isAlternative(String text, int start, int quote) {
		return quote > start && (text.charAt(quote - 1) | 0x20) == 'q' && text.charAt(quote) == '\'';
	}

	private static boolean isQuote(char c) {
		return c == '\'' || c == '"' || c == '`' || c == '[' || c == '$';
	}

}
