package io.github.raspspring.text;

/**
 * What an escape sequence stands for, packed into one number so that decoding allocates
 * nothing: its length, the character, and whether an honest client would write it so.
 */
public final class Escape {

	/** No escape sequence here. */
	public static final long NONE = 0;

	private static final int LENGTH_SHIFT = 32;

	private static final long UNUSUAL = 1L << 31;

	private static final long DROPPED = 1L << 30;

	private static final long CODE_POINT = (1L << 21) - 1;

	private Escape() {
	}

	static long of(int codePoint, int length) {
		return ((long) length << LENGTH_SHIFT) | codePoint;
	}

	static long unusual(int codePoint, int length) {
		return of(codePoint, length) | UNUSUAL;
	}

	/**
	 * A sequence that stands for nothing at all.
	 */
	static long dropped(int length) {
		return of(0, length) | DROPPED | UNUSUAL;
	}

	public static int length(long escape) {
		return (int) (escape >>> LENGTH_SHIFT);
	}

	public static int codePoint(long escape) {
		return (int) (escape & CODE_POINT);
	}

	static boolean isUnusual(long escape) {
		return (escape & UNUSUAL) != 0;
	}

	static boolean isDropped(long escape) {
		return (escape & DROPPED) != 0;
	}

	/**
	 * Return the value of a hexadecimal digit, -1 for any other character and behind the
	 * end.
	 */
	static int hexDigit(String text, int index) {
		if (index >= text.length()) {
			return -1;
		}
		char c = text.charAt(index);
		if (c >= '0' && c <= '9') {
			return c - '0';
		}
		int folded = c | 0x20;
		return (folded >= 'a' && folded <= 'f' && c < 0x80) ? folded - 'a' + 10 : -1;
	}

	/**
	 * Return the number that some hexadecimal digits make, -1 if one of them is none.
	 */
	static int hex(String text, int from, int digits) {
		int number = 0;
		for (int i = 0; i < digits; i++) {
			int digit = hexDigit(text, from + i);
			if (digit < 0) {
				return -1;
			}
			number = (number << 4) | digit;
		}
		return number;
	}

}
