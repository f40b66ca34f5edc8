package io.github.raspspring.attack.serialization;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import io.github.raspspring.text.HashedWords;
import io.github.raspspring.text.Hex;
import io.github.raspspring.text.Traits;

/**
 * Recognizes streams of Java serialization (JLS protocol, magic {@code AC ED 00 05}) in
 * the forms in which they travel in text. Stateless.
 */
final class SerializedForms {

	private static final int GZIP_HEADER = 10;

	private static final int PROBE = 96;

	private static final String[] MAGICS = { "rO0ABX", "H4sI", "aced0005", "ACED0005" };

	/** How many of them are Base64. The others have the same digits. */
	private static final int BASE64 = 2;

	private static final String DIGITS = "0005";

	/** What the bytes themselves have, read as characters. */
	private static final long BYTES = Traits.NON_ASCII | Traits.CONTROL;

	/** Behind one of these, or an equals sign, a stream may begin. */
	private static final long APART = (Traits.CHARACTERS | Traits.BEYOND_ASCII)
			& ~(Traits.LETTER | Traits.DIGIT | Traits.PLUS | Traits.SLASH | Traits.UNDERSCORE | Traits.EQUALS);

	private SerializedForms() {
	}

	/**
	 * Find a stream.
	 * @param text the text
	 * @param traits its traits
	 * @return the index where it begins, -1 if there is none
	 */
	static int find(String text, long traits) {
		int found = ((traits & Traits.TYPE_MARK) != 0) ? findWritten(text, traits) : -1;
		return (found >= 0 || (traits & BYTES) != BYTES) ? found : findRaw(text);
	}

	private static int findWritten(String text, long traits) {
		if ((traits & APART) == 0 && !holdsWithin(text)) {
			return isAt(text, 0) ? 0 : -1;
		}
		int found = -1;
		int magics = (text.indexOf(DIGITS) >= 0) ? MAGICS.length : BASE64;
		for (int i = 0; i < magics && found < 0; i++) {
			found = find(text, MAGICS[i]);
		}
		return found;
	}

	/**
	 * Whether an equals sign stands anywhere but at the end, where it fills up Base64.
	 * Searched for from the beginning, which is many times as fast as from the end.
	 */
	private static boolean holdsWithin(String text) {
		int equals = text.indexOf('=');
		return equals >= 0 && equals < text.length() - 2;
	}

	private static boolean isAt(String text, int index) {
		for (String magic : MAGICS) {
			if (text.startsWith(magic, index) && begins(text, index)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Find a magic by the one of its characters that texts have least of.
	 */
	private static int find(String text, String magic) {
		char sign = rarest(magic);
		int before = magic.indexOf(sign);
		for (int i = text.indexOf(sign); i >= 0; i = text.indexOf(sign, i + 1)) {
			int start = i - before;
			if (text.startsWith(magic, start) && (start == 0 || !isToken(text.charAt(start - 1)))
					&& begins(text, start)) {
				return start;
			}
		}
		return -1;
	}

	private static char rarest(String magic) {
		return switch (magic.charAt(0)) {
			case 'r' -> 'X';
			case 'H' -> 'H';
			default -> '5';
		};
	}

	private static boolean begins(String text, int i) {
		return switch (text.charAt(i)) {
			case 'r' -> isBase64(text, i);
			case 'H' -> isCompressed(text, i);
			default -> isHex(text, i);
		};
	}

	/**
	 * Find the bytes themselves.
	 */
	private static int findRaw(String text) {
		if (text.startsWith("\u00CA\u00FE\u00BA\u00BE\0\0\0")) {
			return 0;
		}
		int i = text.indexOf('\u00AC');
		while (i >= 0) {
			if (isRaw(text, i)) {
				return i;
			}
			if (i > 0 && text.charAt(i - 1) == 0xC2 && isRecoded(text, i - 1)) {
				return i - 1;
			}
			i = text.indexOf('\u00AC', i + 1);
		}
		return -1;
	}

	/**
	 * Bytes read as ISO-8859-1.
	 */
	private static boolean isRaw(CharSequence text, int i) {
		return at(text, i + 1) == 0xED && at(text, i + 2) == 0 && at(text, i + 3) == 5;
	}

	/**
	 * Bytes read as ISO-8859-1, written as UTF-8 and read as ISO-8859-1 again.
	 */
	private static boolean isRecoded(CharSequence text, int i) {
		return at(text, i + 1) == 0xAC && at(text, i + 2) == 0xC3 && at(text, i + 3) == 0xAD && at(text, i + 4) == 0
				&& at(text, i + 5) == 5;
	}

	/**
	 * Base64 of the magic, the version and the tag of an object, array, string or block.
	 */
	private static boolean isBase64(CharSequence text, int i) {
		return at(text, i + 1) == 'O' && at(text, i + 2) == '0' && at(text, i + 3) == 'A' && at(text, i + 4) == 'B'
				&& at(text, i + 5) == 'X' && isBase64(at(text, i + 6)) && isBase64(at(text, i + 7));
	}

	private static boolean isHex(CharSequence text, int i) {
		String magic = "aced00057";
		for (int k = 0; k < magic.length(); k++) {
			if (HashedWords.fold(at(text, i + k)) != magic.charAt(k)) {
				return false;
			}
		}
		return Hex.digit(at(text, i + 9)) >= 0 && Hex.digit(at(text, i + 10)) >= 0;
	}

	/**
	 * Base64 of a gzip stream whose content begins with the magic.
	 */
	private static boolean isCompressed(CharSequence text, int i) {
		if (at(text, i + 1) != '4' || at(text, i + 2) != 's' || at(text, i + 3) != 'I') {
			return false;
		}
		byte[] probe = new byte[PROBE];
		int length = decode(text, i, probe);
		if (length <= GZIP_HEADER || probe[3] != 0) {
			return length > GZIP_HEADER && probe[3] != 0 && inflate(probe, behindNames(probe, length), length);
		}
		return inflate(probe, GZIP_HEADER, length);
	}

	/**
	 * Index behind the optional file name and comment of a gzip header.
	 */
	private static int behindNames(byte[] probe, int length) {
		int i = GZIP_HEADER;
		for (int flag = 8; flag <= 16; flag <<= 1) {
			if ((probe[3] & flag) != 0) {
				while (i < length && probe[i] != 0) {
					i++;
				}
				i++;
			}
		}
		return Math.min(i, length);
	}

	private static boolean inflate(byte[] probe, int start, int length) {
		Inflater inflater = new Inflater(true);
		try {
			inflater.setInput(probe, start, length - start);
			byte[] head = new byte[4];
			return inflater.inflate(head) == 4 && (head[0] & 0xFF) == 0xAC && (head[1] & 0xFF) == 0xED && head[2] == 0
					&& head[3] == 5;
		}
		catch (DataFormatException ex) {
			return false;
		}
		finally {
			inflater.end();
		}
	}

	/**
	 * Decode Base64 up to its end or that of an array.
	 * @return the number of bytes
	 */
	static int decode(CharSequence text, int start, byte[] target) {
		int bits = 0;
		int held = 0;
		int length = 0;
		for (int i = start; i < text.length() && length < target.length; i++) {
			int value = base64(text.charAt(i));
			if (value < 0) {
				break;
			}
			bits = bits << 6 | value;
			held += 6;
			if (held >= 8) {
				held -= 8;
				target[length++] = (byte) (bits >>> held);
			}
		}
		return length;
	}

	private static int base64(char c) {
		if (c >= 'A' && c <= 'Z') {
			return c - 'A';
		}
		if (c >= 'a' && c <= 'z') {
			return c - 'a' + 26;
		}
		if (c >= '0' && c <= '9') {
			return c - '0' + 52;
		}
		return (c == '+' || c == '-') ? 62 : (c == '/' || c == '_') ? 63 : -1;
	}

	private static boolean isBase64(char c) {
		return base64(c) >= 0;
	}

	private static boolean isToken(char c) {
		return c >= '0' && c <= '9' || (c | 0x20) >= 'a' && (c | 0x20) <= 'z' || c == '+' || c == '/' || c == '_';
	}

	private static char at(CharSequence text, int index) {
		return (index < text.length()) ? text.charAt(index) : '\uFFFF';
	}

}
