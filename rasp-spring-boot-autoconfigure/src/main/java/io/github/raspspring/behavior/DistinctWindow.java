package io.github.raspspring.behavior;

/**
 * Estimates how many different things were seen within a sliding window, by linear
 * counting (Whang et al. 1990) in two maps of 256 bits: within a few percent up to 200,
 * usable up to 600. Not thread-safe: its owner sees to that.
 */
public final class DistinctWindow {

	private static final int WORDS = 4;

	private static final int BITS = WORDS * Long.SIZE;

	/** What remains of a full map, as if one bit were free. */
	private static final double[] ESTIMATES = new double[BITS + 1];

	static {
		for (int set = 0; set <= BITS; set++) {
			ESTIMATES[set] = -BITS * Math.log(Math.max(0.5, BITS - set) / BITS);
		}
	}

	private final long[] words = new long[2 * WORDS];

	private long epoch;

	/**
	 * Note something.
	 * @param hash hash of what was seen
	 * @param now the time in milliseconds
	 * @param window length of the window in milliseconds
	 * @return whether it is certainly seen for the first time
	 */
	public boolean add(long hash, long now, long window) {
		roll(now, window);
		int bit = (int) (hash >>> 56);
		long mask = 1L << bit;
		int word = bit >>> 6;
		boolean fresh = ((this.words[word] | this.words[WORDS + word]) & mask) == 0;
		this.words[word] |= mask;
		return fresh;
	}

	/**
	 * Return whether something was seen.
	 * @param hash hash of what was seen
	 * @param now the time in milliseconds
	 * @param window length of the window in milliseconds
	 * @return {@code false} if it certainly was not
	 */
	public boolean mayContain(long hash, long now, long window) {
		roll(now, window);
		int bit = (int) (hash >>> 56);
		return ((this.words[bit >>> 6] | this.words[WORDS + (bit >>> 6)]) & 1L << bit) != 0;
	}

	/**
	 * Estimate how many different things were seen.
	 * @param now the time in milliseconds
	 * @param window length of the window in milliseconds
	 * @return the estimate
	 */
	public int estimate(long now, long window) {
		long passed = roll(now, window);
		int current = 0;
		int both = 0;
		for (int i = 0; i < WORDS; i++) {
			current += Long.bitCount(this.words[i]);
			both += Long.bitCount(this.words[i] | this.words[WORDS + i]);
		}
		if (both == 0) {
			return 0;
		}
		double left = 1 - passed / (double) window;
		double ofCurrent = ESTIMATES[current];
		return (int) Math.round(ofCurrent + (ESTIMATES[both] - ofCurrent) * left);
	}

	/**
	 * Begin a new window if it is time.
	 * @return milliseconds that have passed of the window
	 */
	private long roll(long now, long window) {
		long current = now / window;
		long passed = now - current * window;
		if (current <= this.epoch) {
			return passed;
		}
		boolean next = current == this.epoch + 1;
		for (int i = 0; i < WORDS; i++) {
			this.words[WORDS + i] = next ? this.words[i] : 0;
			this.words[i] = 0;
		}
		this.epoch = current;
		return passed;
	}

}
