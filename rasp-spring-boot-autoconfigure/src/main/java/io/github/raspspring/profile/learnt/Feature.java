package io.github.raspspring.profile.learnt;

/**
 * The features of a value, numbered: each group has a range of numbers.
 */
final class Feature {

	/** One for each type that a value is written as. */
	static final int TYPES = 0;

	/** Lengths in powers of two: empty, 1, 2, 3 to 4, 5 to 8 and so on. */
	static final int LENGTHS = 7;

	static final int LENGTH_COUNT = 17;

	/** Classes of characters. */
	static final int CHARACTERS = 24;

	static final int CHARACTER_COUNT = 16;

	/** What the value as a whole is. */
	static final int FORMATS = 40;

	static final int FORMAT_COUNT = 12;

	/** Zero, powers of four above it, powers of 64 below it. */
	static final int ZERO = 52;

	static final int POSITIVES = 53;

	static final int POSITIVE_COUNT = 16;

	static final int NEGATIVES = 69;

	static final int NEGATIVE_COUNT = 5;

	/** Single values that come often. */
	static final int VALUES = 74;

	static final int VALUE_COUNT = 16;

	/** A value that is none of those. */
	static final int OTHER_VALUE = 90;

	static final int COUNT = 91;

	private static final int WORD = 64;

	private Feature() {
	}

	static int length(int length) {
		int bucket = (length == 0) ? 0
				: Math.min(LENGTH_COUNT - 1, 1 + WORD / 2 - Integer.numberOfLeadingZeros(length - 1));
		return LENGTHS + bucket;
	}

	static int number(double number) {
		if (number == 0) {
			return ZERO;
		}
		double magnitude = Math.abs(number);
		int exponent = Math.max(0, Math.getExponent(magnitude));
		return (number > 0) ? POSITIVES + Math.min(POSITIVE_COUNT - 1, exponent / 2)
				: NEGATIVES + Math.min(NEGATIVE_COUNT - 1, exponent / 6);
	}

}
