package io.github.raspspring.sink;

import java.util.Arrays;

/**
 * The set of characters of a text in 64 bits, so that most inputs are known not to occur
 * in a text without looking at it again. Letters count without case, blanks never tell
 * texts apart.
 */
public final class CharMask {

	/** Letters, digits and the underscore: what names and numbers are made of. */
	public static final long WORD = (1L << 37) - 1;

	/** Letters of either case. */
	public static final long LETTERS = (1L << 26) - 1;

	/** Letters of either case, and the underscore. */
	public static final long NAME = LETTERS | 1L << 36;

	/** Digits. */
	static final long DIGITS = ((1L << 10) - 1) << 26;

	/** Characters that have no place of their own. */
	static final long UNKNOWN = 1L << 63;

	/** Any blank, control characters included. */
	public static final long BLANK = 1L << 37;

	private static final String GROUPED = "' \" ` ( ) [] {} <> ; &| $ # % / \\ . - = : , @ * + ! ?";

	private static final int OTHER = 63;

	private static final byte[] BITS = bits();

	private static final byte[] FOLDED = folded();

	private static final byte[] ALIKE = alike();

	private static final long QUOTES = of("'\"`$\\");

	private CharMask() {
	}

	public static long of(String text) {
		long mask = 0;
		for (int i = 0; i < text.length(); i++) {
			mask |= bit(text.charAt(i));
		}
		return mask;
	}

	static long bit(char c) {
		return 1L << ((c < 0x80) ? BITS[c] : bitOfNonAscii(c));
	}

	/**
	 * Return whether one of the characters may begin, end or lengthen a literal.
	 */
	public static boolean quotes(long mask) {
		return (mask & QUOTES) != 0;
	}

	public static boolean isBlank(char c) {
		return (c < 0x80) ? c <= ' ' || c == 0x7F : isWideBlank(c);
	}

	public static char fold(char c) {
		if (c < 0x80) {
			return (c - 'A' & 0xFFFF) < 26 ? (char) (c | 0x20) : c;
		}
		return Character.toLowerCase(Character.toUpperCase(c));
	}

	/**
	 * Return a character without regard to case, with one digit for all, and 0 for any
	 * blank.
	 */
	static char alike(char c) {
		if (c < 0x80) {
			return (char) ALIKE[c];
		}
		char folded = fold(c);
		return isBlank(folded) ? 0 : withoutDigit(folded);
	}

	/**
	 * Return a character without regard to case, and 0 for any blank.
	 */
	static char folded(char c) {
		if (c < 0x80) {
			return (char) FOLDED[c];
		}
		return isBlank(c) ? 0 : fold(c);
	}

	/**
	 * Return a text with one digit for all.
	 */
	static String withoutDigits(String text) {
		char[] characters = text.toCharArray();
		for (int i = 0; i < characters.length; i++) {
			characters[i] = withoutDigit(characters[i]);
		}
		return new String(characters);
	}

	static char withoutDigit(char c) {
		return (c >= '0' && c <= '9') ? '0' : c;
	}

	private static boolean isWideBlank(char c) {
		return c == 0x85 || c == 0xA0 || c == 0xFEFF || c == 0x2060 || c == 0x200B || Character.isSpaceChar(c);
	}

	private static int bitOfNonAscii(char c) {
		char folded = fold(c);
		if (folded < 0x80) {
			return BITS[folded];
		}
		return isWideBlank(c) ? Long.numberOfTrailingZeros(BLANK) : OTHER;
	}

	private static byte[] alike() {
		byte[] alike = new byte[0x80];
		for (char c = 0; c < alike.length; c++) {
			alike[c] = (byte) withoutDigit((char) FOLDED[c]);
		}
		return alike;
	}

	private static byte[] folded() {
		byte[] folded = new byte[0x80];
		for (char c = 0; c < folded.length; c++) {
			folded[c] = isBlank(c) ? 0 : (byte) fold(c);
		}
		return folded;
	}

	private static byte[] bits() {
		byte[] bits = new byte[0x80];
		Arrays.fill(bits, (byte) OTHER);
		for (char c = 0; c <= 0x7F; c++) {
			if (isBlank(c)) {
				bits[c] = (byte) Long.numberOfTrailingZeros(BLANK);
			}
		}
		for (int i = 0; i < 26; i++) {
			bits['a' + i] = (byte) i;
			bits['A' + i] = (byte) i;
		}
		for (int i = 0; i < 10; i++) {
			bits['0' + i] = (byte) (26 + i);
		}
		bits['_'] = 36;
		byte bit = 38;
		for (String group : GROUPED.split(" ")) {
			for (char c : group.toCharArray()) {
				bits[c] = bit;
			}
			bit++;
		}
		return bits;
	}

}
