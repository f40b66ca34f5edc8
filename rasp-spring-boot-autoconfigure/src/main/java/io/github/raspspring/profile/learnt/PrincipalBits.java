package io.github.raspspring.profile.learnt;

/**
 * Sets of principals in so few bits that it can only be estimated how many they are.
 * Stateless.
 */
final class PrincipalBits {

	private static final int PLACES = 256;

	private PrincipalBits() {
	}

	static long[] none() {
		return new long[PLACES / Long.SIZE];
	}

	static boolean has(long[] bits, int place) {
		return (bits[place / Long.SIZE] & 1L << place) != 0;
	}

	/**
	 * Add a principal.
	 * @return whether its bit was not set before
	 */
	static boolean set(long[] bits, int place) {
		boolean added = !has(bits, place);
		bits[place / Long.SIZE] |= 1L << place;
		return added;
	}

	/**
	 * Estimate how many set these bits (linear counting, Whang et al. 1990).
	 */
	static int estimate(long[] bits) {
		int set = 0;
		for (long word : bits) {
			set += Long.bitCount(word);
		}
		return (set == PLACES) ? Integer.MAX_VALUE
				: (int) Math.round(PLACES * Math.log(PLACES / (double) (PLACES - set)));
	}

}
