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

	private static final String STREAM = "rO0AB";

	private static final String CLASS_FILE = "yv66vgAAA";

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

	/**
	 * Tell from its first characters whether a text may hide something.
	 * @param text a text of the alphabets and the padding
	 * @return {@code false} if it is of no use to decode it
	 */
	public static boolean mayHide(String text) {
		return text.length() >= SHORTEST_PATH && promising(text);
	}

	/**
	 * Tell the same of a text that stands as ASCII among other bytes.
	 * @param bytes what it stands in
	 * @param start index of its first byte
	 * @param end index behind its last byte
	 * @return {@code false} if it is of no use to decode it
	 */
	public static boolean mayHide(byte[] bytes, int start, int end) {
		if (end - start < SHORTEST_PATH) {
			return false;
		}
		if (bytes[start] == STREAM.charAt(0) || bytes[start] == CLASS_FILE.charAt(0)) {
			return true;
		}
		for (int i = start; i < start + PROBE; i += 4) {
			if (!areText((char) bytes[i], (char) bytes[i + 1], (char) bytes[i + 2], (char) bytes[i + 3])) {
				return false;
			}
		}
		return true;
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
		if (text.startsWith(STREAM) || text.startsWith(CLASS_FILE)) {
			return true;
		}
		for (int i = 0; i < PROBE; i += 4) {
			if (!areText(text.charAt(i), text.charAt(i + 1), text.charAt(i + 2), text.charAt(i + 3))) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Tell whether four characters stand for three bytes of text.
	 */
	private static boolean areText(char first, char second, char third, char fourth) {
		int bits = valueOf(first) << 18 | valueOf(second) << 12 | valueOf(third) << 6 | valueOf(fourth);
		return bits >= 0 && isText(bits >> 16) && isText((bits >> 8) & 0xFF) && isText(bits & 0xFF);
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
