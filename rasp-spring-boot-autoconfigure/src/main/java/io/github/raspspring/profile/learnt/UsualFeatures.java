package io.github.raspspring.profile.learnt;

import java.util.Arrays;

/**
 * Which of sixteen places of principals have shown which features of one parameter, in
 * this span of time and in the one before, and which features are usual by that. Changed
 * under the lock of the sketch that it is part of, read without one. A class that the
 * sketch extends, as an object of its own would take more memory.
 */
abstract class UsualFeatures {

	private static final long TYPES = (1L << Feature.LENGTHS) - 1;

	private static final long VALUES = (1L << Feature.VALUE_COUNT) - 1 << Feature.VALUES - Long.SIZE;

	private static final int FILTER_BITS = 6;

	/** Bits of the filter, those of former values among them, that make it useless. */
	private static final int MOST_BITS = 28;

	private final ProfileLearning settings;

	private final short[] recent = new short[Feature.COUNT];

	private final short[] earlier = new short[Feature.COUNT];

	private final byte[] addedThisHour = new byte[Feature.COUNT];

	private final int[] values = new int[Feature.VALUE_COUNT];

	/** A bit for each value at least: one whose bit is not set is none of them. */
	private long filter;

	/** Features that count as usual, those below 64. */
	private long usualLow;

	private int usualHigh;

	private boolean reviewed;

	UsualFeatures(ProfileLearning settings) {
		this.settings = settings;
	}

	ProfileLearning settings() {
		return this.settings;
	}

	void add(long features, int first, int place) {
		for (long rest = features; rest != 0; rest &= rest - 1) {
			add(first + Long.numberOfTrailingZeros(rest), place);
		}
	}

	private void add(int feature, int place) {
		boolean known = ((this.recent[feature] | this.earlier[feature]) & place) != 0;
		if (known || this.addedThisHour[feature] < this.settings.perHour()) {
			this.addedThisHour[feature] += known ? 0 : 1;
			this.recent[feature] |= (short) place;
			count(feature);
		}
	}

	/**
	 * Add a value. One that nobody else has sent makes room for another.
	 */
	void addValue(int hash, int place) {
		add(slotFor(hash), place);
	}

	/**
	 * Return whether to add a value changes nothing. One that is none of those that come
	 * often is known as such once none of their places is free.
	 */
	boolean hasValue(int hash, int place) {
		int feature = slotOf(hash);
		if (feature < 0 && this.values[this.values.length - 1] != 0 && isConfirmed(Feature.OTHER_VALUE)) {
			feature = Feature.OTHER_VALUE;
		}
		return feature >= 0 && isAdded(feature, place);
	}

	/**
	 * Return whether to add a feature changes nothing: it is there, or so many places
	 * have added it within the hour that no other may.
	 */
	private boolean isAdded(int feature, int place) {
		return (this.recent[feature] & place) != 0
				|| (this.earlier[feature] & place) == 0 && this.addedThisHour[feature] >= this.settings.perHour();
	}

	private int slotFor(int hash) {
		int known = slotOf(hash);
		if (known >= 0) {
			return known;
		}
		int weakest = weakest();
		if (weakest < 0 || this.values[weakest] != 0 && isConfirmed(Feature.OTHER_VALUE)) {
			return Feature.OTHER_VALUE;
		}
		int feature = Feature.VALUES + weakest;
		boolean replaces = this.values[weakest] != 0;
		this.values[weakest] = hash;
		this.filter |= bit(hash);
		if (Long.bitCount(this.filter) > MOST_BITS) {
			this.filter = filter();
		}
		this.recent[feature] = 0;
		this.earlier[feature] = 0;
		count(feature);
		return replaces ? Feature.OTHER_VALUE : feature;
	}

	/**
	 * Return the first place that is free, else the first value of one principal at most,
	 * -1 if there is none. Places are filled in their order.
	 */
	private int weakest() {
		boolean full = this.values[this.values.length - 1] != 0;
		for (int i = 0; i < this.values.length; i++) {
			if (full ? places(Feature.VALUES + i) <= 1 : this.values[i] == 0) {
				return i;
			}
		}
		return -1;
	}

	/**
	 * Return the place of a value among those that come often, -1 if it has none.
	 */
	int slotOf(int hash) {
		if ((this.filter & bit(hash)) == 0) {
			return -1;
		}
		for (int i = 0; i < this.values.length; i++) {
			if (this.values[i] == hash) {
				return Feature.VALUES + i;
			}
		}
		return -1;
	}

	private long filter() {
		long bits = 0;
		for (int value : this.values) {
			bits |= (value != 0) ? bit(value) : 0;
		}
		return bits;
	}

	private static long bit(int hash) {
		return 1L << (hash >>> Integer.SIZE - FILTER_BITS);
	}

	/**
	 * Return whether all features of a value are usual, as those of nearly all are: none
	 * of them has to be compared with the others then.
	 */
	boolean areUsual(long low, long high, int hash) {
		return (low & ~this.usualLow) == 0 && (high & ~this.usualHigh) == 0
				&& (hash == 0 || !SketchJudge.isNamed(low) || isUsualValue(hash));
	}

	/**
	 * Return whether a value is one that comes often, or one of many.
	 */
	boolean isUsualValue(int hash) {
		int slot = slotOf(hash);
		return slot >= 0 && isConfirmed(slot) || !isEnumeration();
	}

	/**
	 * Return whether enough principals have sent it, whatever it was.
	 */
	boolean isUsed() {
		return (this.usualLow & TYPES) != 0;
	}

	/**
	 * Return whether somebody has written it down, so that it is meant as it is.
	 */
	boolean isReviewed() {
		return this.reviewed;
	}

	boolean isConfirmed(int feature) {
		return (feature < Long.SIZE) ? (this.usualLow & 1L << feature) != 0
				: (this.usualHigh & 1 << feature - Long.SIZE) != 0;
	}

	/**
	 * Note whether a feature is usual by now.
	 */
	private void count(int feature) {
		boolean usual = this.reviewed ? this.earlier[feature] != 0 : places(feature) >= this.settings.confirmations();
		if (usual == isConfirmed(feature)) {
			return;
		}
		if (feature < Long.SIZE) {
			this.usualLow ^= 1L << feature;
		}
		else {
			this.usualHigh ^= 1 << feature - Long.SIZE;
		}
	}

	private void countAll() {
		for (int feature = 0; feature < Feature.COUNT; feature++) {
			count(feature);
		}
	}

	int places(int feature) {
		return Integer.bitCount((this.recent[feature] | this.earlier[feature]) & 0xFFFF);
	}

	/**
	 * Return whether all values are of few that all of many principals have sent.
	 */
	boolean isEnumeration() {
		if (this.reviewed) {
			return this.values[0] != 0;
		}
		if ((this.usualHigh & VALUES) == 0 || places(Feature.OTHER_VALUE) >= ProfileLearning.LEAST_CONFIRMATIONS) {
			return false;
		}
		for (int i = 0; i < this.values.length; i++) {
			if (this.values[i] != 0 && !isConfirmed(Feature.VALUES + i)
					&& places(Feature.VALUES + i) >= ProfileLearning.LEAST_CONFIRMATIONS) {
				return false;
			}
		}
		return true;
	}

	void startHour() {
		Arrays.fill(this.addedThisHour, (byte) 0);
	}

	void startSpan() {
		System.arraycopy(this.recent, 0, this.earlier, 0, Feature.COUNT);
		Arrays.fill(this.recent, (short) 0);
		countAll();
	}

	SketchState state(ProfileStage stage, long stageSince, long spanSince, int observations, long[] principals) {
		return new SketchState(stage, stageSince, spanSince, observations, this.reviewed, this.recent.clone(),
				this.earlier.clone(), this.values.clone(), principals);
	}

	void restoreFeatures(SketchState state) {
		System.arraycopy(state.recent(), 0, this.recent, 0, Feature.COUNT);
		System.arraycopy(state.earlier(), 0, this.earlier, 0, Feature.COUNT);
		System.arraycopy(state.values(), 0, this.values, 0, Feature.VALUE_COUNT);
		this.filter = filter();
		// Who reads this meanwhile must not see a review without its values.
		this.reviewed = state.reviewed();
		countAll();
	}

}
