package io.github.raspspring.profile.learnt;

import io.github.raspspring.profile.LeafType;

/**
 * What is learnt and judged of one value: its features, a bit for each, and a hash of
 * short texts. Holds nothing of the value itself.
 *
 * @param low features below 64
 * @param high features from 64 on
 * @param hash hash of the value, 0 if it is too long to be one of few
 */
record ValueFeatures(long low, long high, int hash) {

	private static final int WORD = 64;

	/**
	 * Read a value.
	 * @param type what it is written as
	 * @param text the value
	 */
	static ValueFeatures of(LeafType type, String text) {
		FeatureReader reader = new FeatureReader();
		reader.read(type, text);
		return reader.features();
	}

	/**
	 * Read a value where it stands in a body, in ASCII without escapes.
	 */
	static ValueFeatures of(LeafType type, byte[] body, int start) {
		FeatureReader reader = new FeatureReader();
		reader.read(type, body, start);
		return reader.features();
	}

	boolean has(int feature) {
		return (feature < WORD) ? (this.low & 1L << feature) != 0 : (this.high & 1L << feature - WORD) != 0;
	}

	/**
	 * Return the first feature of a range that the value has, -1 if it has none.
	 * @param start the first one of the range, above 0
	 */
	int first(int start, int count) {
		long features = (start < WORD) ? this.low >>> start | this.high << WORD - start : this.high >>> start - WORD;
		int first = Long.numberOfTrailingZeros(features);
		return (first < count) ? start + first : -1;
	}

	/**
	 * Return the kind of deviation in a word, for whom it may concern.
	 */
	ValueFormat format() {
		int format = first(Feature.FORMATS, Feature.FORMAT_COUNT);
		return (format < 0) ? ValueFormat.TEXT : ValueFormat.values()[format - Feature.FORMATS];
	}

}
