package io.github.raspspring.sink;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * Tells cheaply whether a text may be encoded in a way that applications decode.
 */
final class Encodings {

	private static final int SHORTEST_BASE64 = 6;

	private static final int SHORTEST_PART = 12;

	/** Base64 of up to so many characters may be a word as well. */
	private static final int LONGEST_WORD = 16;

	/** What no text has that is neither encoded nor in another script. */
	private static final byte SIGN = 1;

	/** What stands between words, but not in Base64. */
	private static final byte OTHER = 2;

	private static final byte[] KINDS = kinds();

	private Encodings() {
	}

	private static byte[] kinds() {
		byte[] kinds = new byte[0x80];
		for (char c = 0; c < kinds.length; c++) {
			boolean sign = c == '%' || c == '&' || c == '\\' || c == '+' || c < ' ';
			kinds[c] = sign ? SIGN : (isBase64(c) || c == '.') ? 0 : OTHER;
		}
		return kinds;
	}

	/**
	 * Return what kind of character it is: all of a text, as bits, tell whether it may be
	 * {@link #possible encoded}.
	 */
	static int kind(char c) {
		return (c < 0x80) ? KINDS[c] : SIGN;
	}

	/**
	 * Return whether a text may be encoded.
	 * @param kinds the kinds of its characters
	 */
	static boolean possible(String text, int kinds) {
		return (kinds & SIGN) != 0 || kinds == 0 && text.length() >= SHORTEST_BASE64 || isJson(text);
	}

	/**
	 * Return whether a text looks like a document of JSON, or a string of it.
	 */
	static boolean isJson(String text) {
		int start = Occurrence.skipBlanks(text, 0);
		if (start >= text.length() - 1) {
			return false;
		}
		char first = text.charAt(start);
		return (first == '"' && isString(text, start)) || (first == '{' && text.indexOf('}') > 0)
				|| (first == '[' && text.indexOf(']') > 0);
	}

	private static boolean isString(String text, int start) {
		int i = start + 1;
		while (i < text.length() && text.charAt(i) != '"') {
			i += (text.charAt(i) == '\\') ? 2 : 1;
		}
		return i < text.length() && Occurrence.skipBlanks(text, i + 1) == text.length();
	}

	/**
	 * Return whether a text looks like a signed token: parts of Base64 joined by dots.
	 */
	static boolean isToken(String text) {
		int dot = text.indexOf('.');
		return dot >= SHORTEST_PART && text.startsWith("eyJ");
	}

	/**
	 * Put lines of Base64 together, as encoders of mail and of keys write them (RFC 2045,
	 * section 6.8; RFC 7468).
	 * @return the text without line breaks, or {@code null} if it is not Base64 in lines
	 */
	static @Nullable String joinLines(String text) {
		if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
			return null;
		}
		StringBuilder joined = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (isBase64(c) || c == '+') {
				joined.append(c);
			}
			else if (c != '\n' && c != '\r' && c != ' ' && c != '\t') {
				return null;
			}
		}
		return joined.toString();
	}

	/**
	 * Decode Base64 that is so short that words look the same. To look for such a text in
	 * what runs does no harm: words hardly ever stand for one that is printable.
	 * @return what it stands for, or {@code null} if that is no short text of more than a
	 * word
	 */
	static @Nullable String decodeWord(String text) {
		if (text.length() < SHORTEST_BASE64 || text.length() > LONGEST_WORD || !isPadded(text)) {
			return null;
		}
		String plain = text.replace('-', '+').replace('_', '/');
		String decoded = new String(Base64.getDecoder().decode(plain), StandardCharsets.ISO_8859_1);
		boolean printable = decoded.chars().allMatch((c) -> c >= ' ' && c < 0x7F);
		return (printable && (CharMask.of(decoded) & ~CharMask.WORD) != 0) ? decoded : null;
	}

	private static boolean isPadded(String text) {
		int padding = text.indexOf('=');
		int length = (padding >= 0) ? padding : text.length();
		for (int i = 0; i < length; i++) {
			if (text.charAt(i) != '+' && !isBase64(text.charAt(i))) {
				return false;
			}
		}
		boolean padded = padding >= 0 && text.length() % 4 == 0 && text.endsWith("=") && text.length() - length < 3;
		return length % 4 != 1 && (padding < 0 || padded);
	}

	static boolean isBase64(char c) {
		char folded = (char) (c | 0x20);
		return (folded >= 'a' && folded <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '/'
				|| c == '=';
	}

}
