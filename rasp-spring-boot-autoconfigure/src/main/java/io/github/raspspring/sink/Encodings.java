package io.github.raspspring.sink;

/**
 * Tells cheaply whether a text may be encoded in a way that applications decode.
 */
final class Encodings {

	private static final int SHORTEST_BASE64 = 12;

	private Encodings() {
	}

	static boolean possible(String text) {
		boolean base64 = text.length() >= SHORTEST_BASE64;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '%' || c == '&' || c == '\\' || c == '+') {
				return true;
			}
			base64 &= isBase64(c);
		}
		return base64;
	}

	private static boolean isBase64(char c) {
		char folded = (char) (c | 0x20);
		return (folded >= 'a' && folded <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '/'
				|| c == '=';
	}

}
