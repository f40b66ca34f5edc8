package io.github.raspspring.event;

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
			this.line.append((isAlphanumeric(c) || PLAIN.indexOf(c) >= 0) ? c : '?');
		}
		return this;
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
			boolean shown = (c >= ' ' && c < 0x7F) || (c > 0x7F && Character.isLetterOrDigit(c));
			this.line.append(shown ? c : '?');
		}
	}

	private static boolean isAlphanumeric(char c) {
		return c < 0x80 && Character.isLetterOrDigit(c);
	}

	@Override
	public String toString() {
		return this.line.toString();
	}

}
