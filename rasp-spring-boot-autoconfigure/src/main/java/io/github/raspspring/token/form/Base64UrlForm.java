package io.github.raspspring.token.form;

/**
 * Tells canonical base64url from its other spellings (RFC 7515, section 2; RFC 4648,
 * section 3.5): no padding, no character of another alphabet, no bits behind the last
 * byte.
 */
final class Base64UrlForm {

	private static final byte[] VALUES = values();

	private Base64UrlForm() {
	}

	static boolean isCanonical(String text, int start, int end) {
		int length = end - start;
		if (length % 4 == 1) {
			return false;
		}
		for (int i = start; i < end; i++) {
			char character = text.charAt(i);
			if (character >= 128 || VALUES[character] < 0) {
				return false;
			}
		}
		int spare = (length % 4 == 2) ? 0xF : (length % 4 == 3) ? 0x3 : 0;
		return length == 0 || (VALUES[text.charAt(end - 1)] & spare) == 0;
	}

	private static byte[] values() {
		byte[] values = new byte[128];
		java.util.Arrays.fill(values, (byte) -1);
		String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
		for (int i = 0; i < alphabet.length(); i++) {
			values[alphabet.charAt(i)] = (byte) i;
		}
		return values;
	}

}
