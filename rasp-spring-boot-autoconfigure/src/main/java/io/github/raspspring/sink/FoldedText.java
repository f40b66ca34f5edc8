package io.github.raspspring.sink;

import java.util.concurrent.ThreadLocalRandom;

/**
 * A text without its blanks and without regard to case, and a hash of each part of it
 * that is as long as a power of two. The base of the hash is the JVM's own, so that
 * nobody can make up two texts with the same one.
 */
final class FoldedText {

	/** A prime of the form by which dividing takes a shift. */
	private static final long PRIME = (1L << 61) - 1;

	/** To the powers of two, each the square of the one before. */
	private static final long[] POWERS = powers();

	private final int[] positions;

	/** Hash of all characters before each one. */
	private final long[] hashes;

	private final int size;

	FoldedText(String text) {
		this.positions = new int[text.length()];
		this.hashes = new long[text.length() + 1];
		int count = 0;
		long hash = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (!CharMask.isBlank(c)) {
				hash = append(hash, c);
				this.positions[count++] = i;
				this.hashes[count] = hash;
			}
		}
		this.size = count;
	}

	/**
	 * Return how many characters of a text are no blanks.
	 */
	static int length(String text) {
		int length = 0;
		for (int i = 0; i < text.length(); i++) {
			length += CharMask.isBlank(text.charAt(i)) ? 0 : 1;
		}
		return length;
	}

	/**
	 * Return the hash of a part of a text that is read for it alone.
	 * @param from index of its first character among those that are no blanks
	 * @param exponent two to the power of which it is long
	 */
	static long hash(String text, int from, int exponent) {
		long hash = 0;
		int count = -from;
		for (int i = 0; i < text.length() && count < 1 << exponent; i++) {
			char c = text.charAt(i);
			if (!CharMask.isBlank(c) && count++ >= 0) {
				hash = append(hash, c);
			}
		}
		return hash;
	}

	private static long append(long hash, char c) {
		return reduced(times(hash, POWERS[0]) + CharMask.fold(c) + 1);
	}

	int size() {
		return this.size;
	}

	/**
	 * Return where a character stands in the text.
	 */
	int position(int index) {
		return this.positions[index];
	}

	/**
	 * Return the hash of the part of two to the power of {@code exponent} characters that
	 * begins at an index.
	 */
	long hash(int index, int exponent) {
		long hash = this.hashes[index + (1 << exponent)] - times(this.hashes[index], POWERS[exponent]);
		return (hash < 0) ? hash + PRIME : hash;
	}

	private static long times(long one, long other) {
		long high = Math.multiplyHigh(one, other);
		long low = one * other;
		return reduced((low & PRIME) + (low >>> 61 | high << 3));
	}

	private static long reduced(long value) {
		return (value >= PRIME) ? value - PRIME : value;
	}

	private static long[] powers() {
		long[] powers = new long[31];
		powers[0] = ThreadLocalRandom.current().nextLong(1L << 32, PRIME - 1);
		for (int i = 1; i < powers.length; i++) {
			powers[i] = times(powers[i - 1], powers[i - 1]);
		}
		return powers;
	}

}
