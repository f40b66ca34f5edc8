package io.github.raspspring.text;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * Base64 (RFC 4648, both alphabets) that hides text or a serialized object. Tokens, keys
 * and hashes use the same letters, so what is decoded must look like something.
 */
public final class Base64Text {

	private static final int SHORTEST = 16;

	/** A text that begins with a slash is told from tokens by fewer letters. */
	private static final int SHORTEST_PATH = 12;

	private static final int PROBE = 12;

	private static final int PRINTABLE_PERCENT = 95;

	private Base64Text() {
	}

	/**
	 * Decode a text.
	 * @param text the text
	 * @return what it hides, or {@code null} if it isn't Base64 or hides no text
	 */
	public static @Nullable String decode(String text) {
		int length = withoutPadding(text);
		int shortest = (length > 0 && text.charAt(0) == 'L') ? SHORTEST_PATH : SHORTEST;
		if (length < shortest || length % 4 == 1 || !promising(text) || !clean(text, length)) {
			return null;
		}
		byte[] bytes = decoder(text, length).decode(text.substring(0, length));
		if (!magic(bytes) && !printable(bytes)) {
			return null;
		}
		return new String(bytes, magic(bytes) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
	}

	private static int withoutPadding(String text) {
		int length = text.length();
		while (length > 0 && text.length() - length < 2 && text.charAt(length - 1) == '=') {
			length--;
		}
		return length;
	}

	/**
	 * Look at the first bytes, which rules out nearly all tokens at once.
	 */
	private static boolean promising(String text) {
		if (text.startsWith("rO0AB") || text.startsWith("yv66vgAAA")) {
			return true;
		}
		for (int i = 0; i < PROBE; i += 4) {
			int triple = 0;
			for (int j = 0; j < 4; j++) {
				int value = valueOf(text.charAt(i + j));
				if (value < 0) {
					return false;
				}
				triple = (triple << 6) | value;
			}
			if (!isText(triple >> 16) || !isText((triple >> 8) & 0xFF) || !isText(triple & 0xFF)) {
				return false;
			}
		}
		return true;
	}

	private static boolean clean(String text, int length) {
		for (int i = 0; i < length; i++) {
			if (valueOf(text.charAt(i)) < 0) {
				return false;
			}
		}
		return text.indexOf('-') < 0 && text.indexOf('_') < 0 || text.indexOf('+') < 0 && text.indexOf('/') < 0;
	}

	private static Base64.Decoder decoder(String text, int length) {
		int url = Math.max(text.indexOf('-'), text.indexOf('_'));
		return (url >= 0 && url < length) ? Base64.getUrlDecoder() : Base64.getDecoder();
	}

	private static boolean magic(byte[] bytes) {
		return bytes.length > 4 && (bytes[0] == (byte) 0xAC && bytes[1] == (byte) 0xED
				|| bytes[0] == (byte) 0xCA && bytes[1] == (byte) 0xFE);
	}

	private static boolean printable(byte[] bytes) {
		int printable = 0;
		for (byte b : bytes) {
			printable += isText(b & 0xFF) ? 1 : 0;
		}
		return printable * 100L >= (long) bytes.length * PRINTABLE_PERCENT;
	}

	private static boolean isText(int b) {
		return (b >= ' ' && b < 0x7F) || b == '\t' || b == '\n' || b == '\r';
	}

	private static int valueOf(char c) {
		if (c >= 'A' && c <= 'Z') {
			return c - 'A';
		}
		if (c >= 'a' && c <= 'z') {
			return c - 'a' + 26;
		}
		if (c >= '0' && c <= '9') {
			return c - '0' + 52;
		}
		return switch (c) {
			case '+', '-' -> 62;
			case '/', '_' -> 63;
			default -> -1;
		};
	}

}
