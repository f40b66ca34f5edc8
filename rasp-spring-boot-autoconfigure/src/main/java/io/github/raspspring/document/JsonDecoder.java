package io.github.raspspring.document;

import io.github.raspspring.text.Hex;
import org.jspecify.annotations.Nullable;

/**
 * Makes strings of JSON (RFC 8259, section 7) that have escapes or characters beyond
 * ASCII, in one walk over their bytes. Not thread-safe, made to be used again and again.
 */
final class JsonDecoder {

	private static final int SHORTEST = 256;

	private static final char REPLACEMENT = '\uFFFD';

	/** What none of the strings is, at which a walk ends. */
	private static final int NONE = -1;

	private char[] decoded = {};

	private int length;

	/**
	 * Return what the bytes of a string mean.
	 * @param bytes what it stands in
	 * @param start index of its first byte
	 * @param end index behind its last byte
	 * @return {@code null} if it is not written as it has to be, or parsers may differ
	 */
	@Nullable String decode(byte[] bytes, int start, int end) {
		// No character takes fewer bytes than it has units in UTF-16.
		if (this.decoded.length < end - start) {
			this.decoded = new char[Math.max(SHORTEST, end - start)];
		}
		this.length = 0;
		int i = start;
		while (i >= 0 && i < end) {
			i = behindAscii(bytes, i, end);
			if (i < end) {
				i = (bytes[i] == '\\') ? escape(bytes, i + 1, end) : behindOthers(bytes, i, end);
			}
		}
		return (i >= 0) ? new String(this.decoded, 0, this.length) : null;
	}

	private int behindAscii(byte[] bytes, int from, int end) {
		char[] to = this.decoded;
		int length = this.length;
		int i = from;
		while (i < end && bytes[i] >= 0 && bytes[i] != '\\') {
			to[length++] = (char) bytes[i++];
		}
		this.length = length;
		return i;
	}

	/**
	 * Read characters beyond ASCII (RFC 3629).
	 * @return the index behind them, {@link #NONE} if there is what is none
	 */
	private int behindOthers(byte[] bytes, int from, int end) {
		char[] to = this.decoded;
		int length = this.length;
		int i = from;
		while (i < end && bytes[i] < 0) {
			int size = (bytes[i] < (byte) 0xE0) ? 2 : (bytes[i] < (byte) 0xF0) ? 3 : 4;
			int character = (i + size <= end) ? character(bytes, i, size) : NONE;
			if (character < 0) {
				return NONE;
			}
			if (size == 4) {
				to[length++] = Character.highSurrogate(character);
				to[length++] = Character.lowSurrogate(character);
			}
			else {
				to[length++] = (char) character;
			}
			i += size;
		}
		this.length = length;
		return i;
	}

	/**
	 * Return a character, {@link #NONE} if it is written in more bytes than it needs, has
	 * no bytes of its own, or stands for what could not be read.
	 */
	private static int character(byte[] bytes, int at, int size) {
		int first = bytes[at] & 0xFF;
		int second = (bytes[at + 1] & 0xFF) ^ 0x80;
		int third = (size > 2) ? (bytes[at + 2] & 0xFF) ^ 0x80 : 0;
		int fourth = (size > 3) ? (bytes[at + 3] & 0xFF) ^ 0x80 : 0;
		// Of those that follow, the two highest bits are known.
		if (((second | third | fourth) & ~0x3F) != 0) {
			return NONE;
		}
		return switch (size) {
			case 2 -> (first >= 0xC2) ? (first & 0x1F) << 6 | second : NONE;
			case 3 -> ofThree((first & 0xF) << 12 | second << 6 | third);
			default -> ofFour((first - 0xF0) << 18 | second << 12 | third << 6 | fourth);
		};
	}

	private static int ofThree(int character) {
		boolean none = character < 0x800 || Character.isSurrogate((char) character) || character == REPLACEMENT;
		return none ? NONE : character;
	}

	private static int ofFour(int character) {
		return (Character.isSupplementaryCodePoint(character)) ? character : NONE;
	}

	/**
	 * Read what stands behind a backslash.
	 * @return the index behind it, {@link #NONE} if it is no escape
	 */
	private int escape(byte[] bytes, int from, int end) {
		int sign = (from < end) ? bytes[from] : NONE;
		boolean unicode = sign == 'u';
		int character = unicode ? hexadecimal(bytes, from + 1, end) : simple(sign);
		if (character < 0 || Character.isSurrogate((char) character)) {
			return NONE;
		}
		this.decoded[this.length++] = (char) character;
		return from + (unicode ? 5 : 1);
	}

	private static int simple(int sign) {
		return switch (sign) {
			case '"', '\\', '/' -> sign;
			case 'b' -> '\b';
			case 'f' -> '\f';
			case 'n' -> '\n';
			case 'r' -> '\r';
			case 't' -> '\t';
			default -> NONE;
		};
	}

	private static int hexadecimal(byte[] bytes, int start, int end) {
		int value = 0;
		for (int i = start; i < start + 4; i++) {
			int digit = (i < end && bytes[i] >= 0) ? Hex.digit((char) bytes[i]) : NONE;
			if (digit < 0) {
				return NONE;
			}
			value = value << 4 | digit;
		}
		return value;
	}

}
