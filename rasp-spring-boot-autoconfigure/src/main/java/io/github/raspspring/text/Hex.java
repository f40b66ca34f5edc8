package io.github.raspspring.text;

/**
 * Hexadecimal digits.
 */
public final class Hex {

	private Hex() {
	}

	/**
	 * Return the value of an ASCII hexadecimal digit, -1 for any other character.
	 */
	public static int digit(char c) {
		if (c >= '0' && c <= '9') {
			return c - '0';
		}
		int folded = c | 0x20;
		return (folded >= 'a' && folded <= 'f') ? folded - 'a' + 10 : -1;
	}

}
