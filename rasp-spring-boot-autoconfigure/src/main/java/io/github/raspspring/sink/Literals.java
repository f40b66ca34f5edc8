package io.github.raspspring.sink;

/**
 * The string literals of a text: for each character, within which quotes it stands. One
 * pass.
 */
public final class Literals {

	private final char[] quotes;

	/**
	 * Read a text.
	 * @param text the text
	 * @param backslashEscapes whether a backslash takes away the meaning of a quote
	 */
	public Literals(String text, boolean backslashEscapes) {
		this.quotes = new char[text.length() + 1];
		char quote = 0;
		for (int i = 0; i < text.length(); i++) {
			this.quotes[i] = quote;
			char c = text.charAt(i);
			if (quote != 0 && c == '\\' && backslashEscapes && i + 1 < text.length()) {
				this.quotes[++i] = quote;
			}
			else if (quote == 0 && (c == '\'' || c == '"')) {
				quote = c;
			}
			else if (c == quote) {
				quote = 0;
			}
		}
		this.quotes[text.length()] = quote;
	}

	/**
	 * Return whether a part of the text lies within one literal that ends behind it.
	 */
	public boolean enclose(int start, int end) {
		char quote = this.quotes[start];
		if (quote == 0 || this.quotes[this.quotes.length - 1] != 0) {
			return false;
		}
		for (int i = start; i <= end; i++) {
			if (this.quotes[i] != quote) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Return whether a part of the text is one literal with its quotes.
	 */
	public boolean isWhole(int start, int end) {
		if (end - start < 2 || this.quotes[start] != 0 || this.quotes[end] != 0) {
			return false;
		}
		for (int i = start + 1; i < end; i++) {
			if (this.quotes[i] == 0) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Return whether every literal has an end.
	 */
	public boolean balanced() {
		return this.quotes[this.quotes.length - 1] == 0;
	}

}
