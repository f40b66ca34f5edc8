package io.github.raspspring.profile.learnt;

import io.github.raspspring.profile.LeafType;
import io.github.raspspring.profile.RequestLeaf;

/**
 * What is learnt and judged of one value: its features, a bit for each, and a hash of
 * short texts. Holds nothing of the value itself.
 *
 * @param low features below 64
 * @param high features from 64 on
 * @param hash hash of the value, 0 if it is too long to be one of few
 */
record ValueFeatures(long low, long high, int hash) {

	/** Longer ones are not read to their end: their length says enough. */
	private static final int LONGEST_READ = 4096;

	/** Longer ones are no values of an enumeration. */
	private static final int LONGEST_NAMED = 40;

	private static final int LONGEST_COUNTED = 15;

	private static final int WORD = 64;

	static ValueFeatures of(RequestLeaf leaf) {
		long low = 1L << Feature.TYPES + leaf.type().ordinal();
		if (leaf.type() == LeafType.NULL || leaf.type() == LeafType.BOOLEAN) {
			return new ValueFeatures(low, 0, 0);
		}
		String text = leaf.text();
		int classes = 0;
		int hash = 1;
		int end = Math.min(text.length(), LONGEST_READ);
		for (int i = 0; i < end; i++) {
			char c = text.charAt(i);
			classes |= CharacterKind.bitOf(c);
			hash = 31 * hash + c;
		}
		low |= 1L << Feature.length(text.length());
		low |= (long) classes << Feature.CHARACTERS;
		ValueFormat format = (leaf.type() == LeafType.FRACTION) ? ValueFormat.DECIMAL : ValueFormat.of(text, classes);
		low |= 1L << Feature.FORMATS + format.ordinal();
		long high = 0;
		if (format == ValueFormat.INTEGER || format == ValueFormat.DECIMAL) {
			int number = Feature.number(number(text));
			low |= (number < WORD) ? 1L << number : 0;
			high |= (number >= WORD) ? 1L << number - WORD : 0;
			return new ValueFeatures(low, high, 0);
		}
		return new ValueFeatures(low, high, (text.length() <= LONGEST_NAMED && !text.isEmpty()) ? mix(hash) : 0);
	}

	/**
	 * Hash a value that somebody has written down.
	 */
	static int hashOf(String text) {
		int hash = 1;
		for (int i = 0; i < text.length(); i++) {
			hash = 31 * hash + text.charAt(i);
		}
		return mix(hash);
	}

	private static int mix(int hash) {
		int mixed = hash * 0x9E3779B9;
		mixed ^= mixed >>> 16;
		return (mixed != 0) ? mixed : 1;
	}

	private static double number(String text) {
		return (text.length() <= LONGEST_COUNTED) ? counted(text) : parsed(text);
	}

	/**
	 * Read a number of few digits, as most are.
	 */
	private static double counted(String text) {
		long number = 0;
		int start = (text.charAt(0) == '-') ? 1 : 0;
		for (int i = start; i < text.length(); i++) {
			int digit = text.charAt(i) - '0';
			if (digit < 0 || digit > 9) {
				return parsed(text);
			}
			number = 10 * number + digit;
		}
		return (start == 0) ? number : -number;
	}

	private static double parsed(String text) {
		try {
			return Double.parseDouble(text);
		}
		catch (NumberFormatException ex) {
			return 0;
		}
	}

	boolean has(int feature) {
		return (feature < WORD) ? (this.low & 1L << feature) != 0 : (this.high & 1L << feature - WORD) != 0;
	}

	/**
	 * Return the first feature of a range that the value has, -1 if it has none.
	 */
	int first(int start, int count) {
		for (int feature = start; feature < start + count; feature++) {
			if (has(feature)) {
				return feature;
			}
		}
		return -1;
	}

	/**
	 * Return the kind of deviation in a word, for whom it may concern.
	 */
	ValueFormat format() {
		int format = first(Feature.FORMATS, Feature.FORMAT_COUNT);
		return (format < 0) ? ValueFormat.TEXT : ValueFormat.values()[format - Feature.FORMATS];
	}

}
