package io.github.raspspring.sink;

import org.jspecify.annotations.Nullable;

/**
 * Base64 in lines, as encoders of mail and of keys write it (RFC 2045, section 6.8; RFC
 * 7468).
 */
final class WrappedBase64 {

	private WrappedBase64() {
	}

	/**
	 * Put lines together.
	 * @return the text without line breaks, or {@code null} if it is not Base64 in lines
	 */
	static @Nullable String join(String text) {
		if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
			return null;
		}
		StringBuilder joined = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (Encodings.isBase64(c) || c == '+') {
				joined.append(c);
			}
			else if (c != '\n' && c != '\r' && c != ' ' && c != '\t') {
				return null;
			}
		}
		return joined.toString();
	}

}
