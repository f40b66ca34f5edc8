package io.github.raspspring.behavior;

/**
 * Counts within a sliding window, in one {@code long}: the number of the window, what was
 * counted in it, and in the one before. Not thread-safe: the owner of the long sees to
 * that.
 */
public final class WindowCount {

	/** The greatest count; further ones are not counted. */
	public static final int MOST = (1 << 21) - 1;

	private static final int EPOCH_BITS = 22;

	private static final int COUNT_BITS = 21;

	private static final long EPOCH_MASK = (1L << EPOCH_BITS) - 1;

	private WindowCount() {
	}

	/**
	 * Count.
	 * @param packed the count so far, 0 to start with
	 * @param now the time in milliseconds
	 * @param window length of the window in milliseconds
	 * @param more how much to add, 0 or more
	 * @return the count afterwards
	 */
	public static long add(long packed, long now, long window, int more) {
		long rolled = roll(packed, now, window);
		long current = Math.min(MOST, (rolled & MOST) + Math.max(0, more));
		return rolled & ~(long) MOST | current;
	}

	/**
	 * Estimate what was counted within the length of a window until now.
	 * @param packed the count
	 * @param now the time in milliseconds
	 * @param window length of the window in milliseconds
	 * @return the estimate, as if the window before had been even
	 */
	public static int estimate(long packed, long now, long window) {
		if (packed == 0) {
			return 0;
		}
		long rolled = roll(packed, now, window);
		long before = rolled >>> COUNT_BITS & MOST;
		if (before == 0) {
			return (int) (rolled & MOST);
		}
		double left = 1 - Math.floorMod(now, window) / (double) window;
		return (int) ((rolled & MOST) + before * left);
	}

	/**
	 * Tell when the window ends that runs now.
	 * @param now the time in milliseconds
	 * @param window length of the window in milliseconds
	 * @return milliseconds from now
	 */
	public static long remaining(long now, long window) {
		return window - Math.floorMod(now, window);
	}

	private static long roll(long packed, long now, long window) {
		long epoch = Math.floorDiv(now, window) & EPOCH_MASK;
		if (packed == 0) {
			return epoch << 2 * COUNT_BITS;
		}
		long known = packed >>> 2 * COUNT_BITS;
		if (known == epoch) {
			return packed;
		}
		long passed = epoch - known & EPOCH_MASK;
		if (passed > EPOCH_MASK / 2) {
			// The clock was set back: go on with what is there.
			return packed;
		}
		long previous = (passed == 1) ? packed & MOST : 0;
		return epoch << 2 * COUNT_BITS | previous << COUNT_BITS;
	}

}
