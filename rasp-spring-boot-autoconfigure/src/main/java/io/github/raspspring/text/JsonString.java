package io.github.raspspring.text;

import org.jspecify.annotations.Nullable;

/**
 * The content of a JSON string as a program reads it.
 */
public final class JsonString {

	private static final String ESCAPED = "\"\\/bfnrt";

	private static final String MEANT = "\"\\/\b\f\n\r\t";

	private JsonString() {
	}

	/**
	 * Take the escapes off.
	 * @param content what stands between the quotes
	 * @return the text, or {@code null} if there are no escapes
	 */
	public static @Nullable String unescape(String content) {
		int backslash = content.indexOf('\\');
		if (backslash < 0) {
			return null;
		}
		StringBuilder text = new StringBuilder(content.length()).append(content, 0, backslash);
		int i = backslash;
		while (i < content.length()) {
			char c = content.charAt(i++);
			int escaped = (c == '\\' && i < content.length()) ? ESCAPED.indexOf(content.charAt(i)) : -1;
			if (escaped >= 0) {
				text.append(MEANT.charAt(escaped));
				i++;
			}
			else {
				text.append(c);
			}
		}
		return text.toString();
	}

}
