package io.github.raspspring.event;

import org.jspecify.annotations.Nullable;

/**
 * One line of the audit log: names and values, in the order in which they were added. No
 * value can end its field or the line, whoever chose it.
 */
final class AuditLine {

	private static final String PLAIN = "-._~:/{}*+,@[]()!;%$";

	private final StringBuilder line = new StringBuilder(256);

	AuditLine(String event) {
		this.line.append("event=").append(event);
	}

	/**
	 * Add a value of one word. What could end the word is replaced.
	 */
	AuditLine word(String name, Object value) {
		this.line.append(' ').append(name).append('=');
		String text = String.valueOf(value);
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			this.line.append(isWord(c) ? c : '?');
		}
		return this;
	}

	/**
	 * Add a value of one word, if there is one.
	 */
	AuditLine optional(String name, @Nullable Object value) {
		return (value != null) ? word(name, value) : this;
	}

	/**
	 * Add a value, in quotes if it is not of one word.
	 */
	AuditLine value(String name, String value) {
		boolean oneWord = !value.isEmpty() && value.chars().allMatch((c) -> isWord((char) c));
		return oneWord ? word(name, value) : text(name, value);
	}

	/**
	 * Return a value as it may stand in any field.
	 */
	static String harmless(String value) {
		StringBuilder shown = new StringBuilder(value.length());
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			shown.append(isShown(c) && c != '<' && c != '>' && c != '&' ? c : '?');
		}
		return shown.toString();
	}

	/**
	 * Add a value in quotes.
	 */
	AuditLine text(String name, String value) {
		this.line.append(' ').append(name).append("=\"");
		for (int i = 0; i < value.length(); i++) {
			append(value.charAt(i));
		}
		this.line.append('"');
		return this;
	}

	private void append(char c) {
		if (c == '"') {
			this.line.append('\'');
		}
		else if (c == '\\') {
			this.line.append("\\\\");
		}
		else {
			this.line.append(isShown(c) ? c : '?');
		}
	}

	private static boolean isShown(char c) {
		return (c >= ' ' && c < 0x7F) || (c > 0x7F && Character.isLetterOrDigit(c));
	}

	private static boolean isWord(char c) {
		return isAlphanumeric(c) || PLAIN.indexOf(c) >= 0;
	}

	private static boolean isAlphanumeric(char c) {
		return c < 0x80 && Character.isLetterOrDigit(c);
	}

	@Override
	public String toString() {
		return this.line.toString();
	}

}
