package io.github.raspspring.engine.pipeline;

/**
 * Remembers hashes that were seen lately, so that what comes once and never again is not
 * kept. A new one takes the place of an old one; where threads meet, one may be
 * forgotten. Thread-safe.
 */
public final class RecentHashes {

	private static final int PLACES = 1024;

	private final int[] hashes = new int[PLACES];

	/**
	 * Note a hash.
	 * @param hash the hash of something, well spread in its lower bits
	 * @return whether it was seen before and is not forgotten
	 */
	public boolean hasSeen(int hash) {
		int place = hash & PLACES - 1;
		boolean seen = this.hashes[place] == hash;
		this.hashes[place] = hash;
		return seen;
	}

}
