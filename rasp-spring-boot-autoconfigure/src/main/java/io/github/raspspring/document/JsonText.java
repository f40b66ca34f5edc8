package io.github.raspspring.document;

import java.nio.charset.StandardCharsets;

import io.github.raspspring.engine.pipeline.EightBytes;
import org.jspecify.annotations.Nullable;

/**
 * A string of JSON (RFC 8259, section 7) as its bytes have it.
 */
final class JsonText {

	private static final char REPLACEMENT = '\uFFFD';

	private JsonText() {
	}

	/**
	 * Return the index of the quotation mark that ends a string.
	 * @param from index of one of its bytes, not within an escape
	 * @return the index, -1 if it does not end or has what a string must not have
	 */
	static int end(byte[] bytes, int from, int length) {
		int i = from;
		while (i < length && bytes[i] != '"') {
			if (bytes[i] >= 0 && bytes[i] < ' ') {
				return -1;
			}
			i += (bytes[i] == '\\') ? 2 : 1;
			while (i + EightBytes.COUNT <= length) {
				long eight = EightBytes.at(bytes, i);
				int plain = EightBytes.before(EightBytes.quotesOrBackslashes(eight) | EightBytes.controls(eight));
				i += plain;
				if (plain < EightBytes.COUNT) {
					break;
				}
			}
		}
		return (i < length) ? i : -1;
	}

	/**
	 * Return a string that has escapes or characters beyond ASCII.
	 * @return {@code null} if it is not written as it has to be, or parsers may differ
	 */
	static @Nullable String decode(byte[] bytes, int start, int end) {
		String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
		if (text.indexOf(REPLACEMENT) >= 0) {
			return null;
		}
		return (text.indexOf('\\') < 0) ? text : unescaped(text);
	}

	private static @Nullable String unescaped(String text) {
		StringBuilder plain = new StringBuilder(text.length());
		int i = 0;
		while (i < text.length()) {
			char c = text.charAt(i);
			if (c != '\\') {
				plain.append(c);
				i++;
				continue;
			}
			boolean unicode = text.startsWith("u", i + 1);
			int decoded = unicode ? hexadecimal(text, i + 2) : simple(text, i + 1);
			if (decoded < 0 || Character.isSurrogate((char) decoded)) {
				return null;
			}
			plain.append((char) decoded);
			i += unicode ? 6 : 2;
		}
		return plain.toString();
	}

	private static int simple(String text, int index) {
		return switch ((index < text.length()) ? text.charAt(index) : ' ') {
			case '"' -> '"';
			case '\\' -> '\\';
			case '/' -> '/';
			case 'b' -> '\b';
			case 'f' -> '\f';
			case 'n' -> '\n';
			case 'r' -> '\r';
			case 't' -> '\t';
			default -> -1;
		};
	}

	private static int hexadecimal(String text, int start) {
		int value = 0;
		for (int i = start; i < start + 4; i++) {
			int digit = (i < text.length() && text.charAt(i) < 0x80) ? Character.digit(text.charAt(i), 16) : -1;
			if (digit < 0) {
				return -1;
			}
			value = value << 4 | digit;
		}
		return value;
	}

}
