package io.github.raspspring.ratelimit;

/**
 * What is kept of a key: 128 bits that tell nothing about it.
 */
record KeyHash(long high, long low) {

	/**
	 * Choose an index evenly.
	 */
	int index(int size) {
		return Math.floorMod(this.low, size);
	}

}
