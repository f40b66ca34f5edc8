package io.github.raspspring.text;

import java.util.Collection;

/**
 * Finds the traits of words by a hash that is cheap to keep while a text is walked over.
 * Another word with the same hash is found too: that costs time, and hides nothing.
 * Identifiers and numbers are full of short words, so that each is compared with all bits
 * of a hash, but only if a few bits of it say that it may be known.
 */
final class TraitTable {

	private static final int FILTER_BITS = 16;

	private static final int SPREAD = 0x9E3779B1;

	/** Places for each word, so that few meet. */
	private static final int ROOM = 4;

	/** A bit for each hash that a word may have, small enough to stay near. */
	private final long[] filter = new long[1 << FILTER_BITS - 6];

	private final int[] hashes;

	/** The traits of the hashes, 0 where there is none. */
	private final byte[] traits;

	private final int shift;

	TraitTable(Collection<TraitWords> vocabulary) {
		int words = vocabulary.stream().mapToInt((group) -> group.words().size()).sum();
		int bits = Integer.SIZE - Integer.numberOfLeadingZeros(ROOM * words | 1);
		this.shift = Integer.SIZE - bits;
		this.hashes = new int[1 << bits];
		this.traits = new byte[1 << bits];
		for (TraitWords group : vocabulary) {
			byte trait = (byte) (group.trait() >>> Traits.FIRST_OF_WORDS);
			group.words().forEach((word) -> add(trait, hash(word)));
		}
	}

	/**
	 * Return the hash of a word that is one character longer, by a multiplication with
	 * 31.
	 * @param hash the hash of the characters before, 0 if there is none
	 * @param folded the character with bit 5 set
	 */
	static int extend(int hash, int folded) {
		return (hash << 5) + (folded - hash);
	}

	long traitsOf(int hash) {
		return (mayKnow(hash) != 0) ? traitsAt(placeOf(hash)) : 0;
	}

	/**
	 * Find the traits of several words. Those that may be known are put together first,
	 * without a branch: no processor can tell which these are.
	 * @param hashes their hashes, overwritten
	 * @param count how many they are
	 */
	long traitsOf(int[] hashes, int count) {
		int known = 0;
		for (int n = 0; n < count; n++) {
			int hash = hashes[n];
			hashes[known] = hash;
			known += mayKnow(hash);
		}
		long traits = 0;
		for (int n = 0; n < known; n++) {
			traits |= traitsAt(placeOf(hashes[n]));
		}
		return traits;
	}

	/**
	 * Return 1 if the filter lets a hash pass, else 0.
	 */
	private int mayKnow(int hash) {
		int bit = (hash * SPREAD) >>> Integer.SIZE - FILTER_BITS;
		return (int) (this.filter[bit >>> 6] >>> bit) & 1;
	}

	private long traitsAt(int place) {
		return (this.traits[place] & 0xFFL) << Traits.FIRST_OF_WORDS;
	}

	/**
	 * Find the place of a hash, or the free one where it would be.
	 */
	private int placeOf(int hash) {
		int place = (hash * SPREAD) >>> this.shift;
		while (this.traits[place] != 0 && this.hashes[place] != hash) {
			place = (place + 1) & this.hashes.length - 1;
		}
		return place;
	}

	private void add(byte trait, int hash) {
		int bit = (hash * SPREAD) >>> Integer.SIZE - FILTER_BITS;
		this.filter[bit >>> 6] |= 1L << bit;
		int place = placeOf(hash);
		this.hashes[place] = hash;
		this.traits[place] |= trait;
	}

	/**
	 * Return the hash of a word up to where a walk takes another one to begin.
	 */
	private static int hash(String word) {
		int hash = 0;
		for (int i = 0; i < word.length() && (i == 0 || !TraitPairs.splits(word.charAt(i - 1), word.charAt(i))); i++) {
			hash = extend(hash, word.charAt(i) | 0x20);
		}
		return hash;
	}

}
