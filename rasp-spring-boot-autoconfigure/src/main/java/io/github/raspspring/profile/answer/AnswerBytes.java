package io.github.raspspring.profile.answer;

import io.github.raspspring.engine.pipeline.EightBytes;

/**
 * The bytes of an answer, as far as they are looked at. What stands behind the end reads
 * as zero.
 *
 * @param bytes the bytes
 * @param length how many of them count
 */
record AnswerBytes(byte[] bytes, int length) {

	/** One in each byte. */
	private static final long ONES = 0x0101010101010101L;

	/** The highest bit of each byte. */
	private static final long MARKS = 0x80 * ONES;

	/** Set in small letters, if the bit below is. */
	private static final long SMALL = 0x40 * ONES;

	private static final long SEVEN = -1L >>> Byte.SIZE;

	private static final long QUOTES = '"' * ONES;

	int at(int index) {
		return (index >= 0 && index < this.length) ? this.bytes[index] : 0;
	}

	boolean startsWith(String text, int index) {
		if (index < 0 || index + text.length() > this.length) {
			return false;
		}
		for (int i = 0; i < text.length(); i++) {
			if (this.bytes[index + i] != text.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	static boolean isDigit(int b) {
		return b >= '0' && b <= '9';
	}

	static boolean isWord(int b) {
		return isDigit(b) || (b | 0x20) >= 'a' && (b | 0x20) <= 'z' || b == '_' || b < 0;
	}

	/**
	 * Return whether no word goes on here. What JSON escapes is not a part of a word.
	 */
	boolean isStartOfWord(int start) {
		int before = at(start - 1);
		return (at(start) == '-') ? before != '-'
				: !isWord(before) || at(start - 2) == '\\' && (before == 'n' || before == 'r' || before == 't');
	}

	/**
	 * Return whether eight bytes may be a part of the number of a card or account, from
	 * any of its first eight characters on: seven of them are digits, capital letters and
	 * what may part them.
	 */
	static boolean mayBeNumbers(long eight) {
		long quotes = eight ^ QUOTES;
		long others = (eight | quotes - ONES & ~quotes) & MARKS;
		return ((eight & eight << 1 & SMALL | others) & SEVEN) == 0;
	}

	/**
	 * Return the index behind a run of digits.
	 */
	int endOfDigits(int start) {
		return EightBytes.behindDigits(this.bytes, start, this.length);
	}

	/**
	 * Return the index behind a run of letters, digits, hyphens and underscores.
	 */
	int endOfToken(int start) {
		int end = start;
		while (isWord(at(end)) && at(end) > 0 || at(end) == '-') {
			end++;
		}
		return end;
	}

}
