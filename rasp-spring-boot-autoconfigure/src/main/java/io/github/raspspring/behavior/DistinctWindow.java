package io.github.raspspring.behavior;

/**
 * Estimates how many different things were seen within a sliding window, by linear
 * counting (Whang et al. 1990) in two maps of 256 bits: within a few percent up to 200,
 * usable up to 600. What is known stands in nine longs of an array, so that several lie
 * side by side in memory. Not thread-safe: its owner sees to that.
 */
public final class DistinctWindow {

	/** How many longs one takes: when the window began, its bits, those of the last. */
	static final int LONGS = 9;

	private static final int WORDS = 4;

	private static final int BITS = WORDS * Long.SIZE;

	/** What remains of a full map, as if one bit were free. */
	private static final double[] ESTIMATES = new double[BITS + 1];

	static {
		for (int set = 0; set <= BITS; set++) {
			ESTIMATES[set] = -BITS * Math.log(Math.max(0.5, BITS - set) / BITS);
		}
	}

	private final long[] state = new long[LONGS];

	/**
	 * Note something.
	 * @param hash hash of what was seen
	 * @param now the time in milliseconds
	 * @param window length of the window in milliseconds
	 * @return whether it is certainly seen for the first time
	 */
	public boolean add(long hash, long now, long window) {
		return add(this.state, 0, hash, now, window);
	}

	/**
	 * Estimate how many different things were seen.
	 * @param now the time in milliseconds
	 * @param window length of the window in milliseconds
	 * @return the estimate
	 */
	public int estimate(long now, long window) {
		return estimate(this.state, 0, now, window);
	}

	static boolean add(long[] state, int at, long hash, long now, long window) {
		roll(state, at, now, window);
		int word = at + 1 + word(hash);
		boolean fresh = ((state[word] | state[word + WORDS]) & bit(hash)) == 0;
		state[word] |= bit(hash);
		return fresh;
	}

	/**
	 * Tell whether something was seen in the window that runs. Changes nothing.
	 */
	static boolean isNoted(long[] state, int at, long hash, long now, long window) {
		return isCurrent(state[at], now, window) && (state[at + 1 + word(hash)] & bit(hash)) != 0;
	}

	static boolean mayContain(long[] state, int at, long hash, long now, long window) {
		roll(state, at, now, window);
		int word = at + 1 + word(hash);
		return ((state[word] | state[word + WORDS]) & bit(hash)) != 0;
	}

	static int estimate(long[] state, int at, long now, long window) {
		long passed = roll(state, at, now, window);
		int current = 0;
		int both = 0;
		for (int i = at + 1; i <= at + WORDS; i++) {
			current += Long.bitCount(state[i]);
			both += Long.bitCount(state[i] | state[i + WORDS]);
		}
		if (both == current) {
			return (int) (ESTIMATES[current] + 0.5);
		}
		double left = 1 - passed / (double) window;
		double ofCurrent = ESTIMATES[current];
		return (int) (ofCurrent + (ESTIMATES[both] - ofCurrent) * left + 0.5);
	}

	private static int word(long hash) {
		return (int) (hash >>> 62);
	}

	private static long bit(long hash) {
		return 1L << (int) (hash >>> 56);
	}

	static boolean isCurrent(long start, long now, long window) {
		return now - start < window && start != 0;
	}

	/**
	 * Begin a new window if it is time.
	 * @return milliseconds that have passed of the window
	 */
	private static long roll(long[] state, int at, long now, long window) {
		if (isCurrent(state[at], now, window)) {
			return Math.max(0, now - state[at]);
		}
		long start = now - Math.floorMod(now, window);
		boolean next = start == state[at] + window;
		for (int i = at + 1; i <= at + WORDS; i++) {
			state[i + WORDS] = next ? state[i] : 0;
			state[i] = 0;
		}
		state[at] = start;
		return now - start;
	}

}
