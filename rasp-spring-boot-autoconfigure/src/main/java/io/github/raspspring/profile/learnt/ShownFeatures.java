package io.github.raspspring.profile.learnt;

import java.util.Arrays;

/**
 * Which features each place of principals has shown within the hour, whether they were
 * added or came too late for that. Read without a lock, changed under that of the sketch.
 */
final class ShownFeatures {

	/** With headers of objects and arrays. */
	static final int BYTES = 24 + 16 + 8 * Principal.PLACES + 16 + 2 * Principal.PLACES;

	/** Features below 64 of each place. */
	private final long[] low = new long[Principal.PLACES];

	/** The few features from 64 on of each place, those of values not among them. */
	private final short[] high = new short[Principal.PLACES];

	boolean has(long low, long high, int place) {
		return newLow(low, place) == 0 && newHigh(high, place) == 0;
	}

	/**
	 * Return the features below 64 that a place has not shown yet.
	 */
	long newLow(long features, int place) {
		return features & ~this.low[place];
	}

	/**
	 * Return the features from 64 on that a place has not shown yet.
	 */
	long newHigh(long features, int place) {
		return features & ~this.high[place];
	}

	void add(long low, long high, int place) {
		this.low[place] |= low;
		this.high[place] |= (short) high;
	}

	void clear() {
		Arrays.fill(this.low, 0);
		Arrays.fill(this.high, (short) 0);
	}

}
