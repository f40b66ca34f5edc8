package io.github.raspspring.text;

import java.util.Collection;

/**
 * Finds the traits of words by a hash that is cheap to keep while a text is walked over.
 * Another word with the same hash is found too: that costs time, and hides nothing.
 */
final class TraitTable {

	private static final int BITS = 15;

	private static final int SHIFT = Integer.SIZE - BITS;

	private static final int SPREAD = 0x9E3779B1;

	private final byte[] traits = new byte[1 << BITS];

	TraitTable(Collection<TraitWords> vocabulary) {
		for (TraitWords words : vocabulary) {
			words.words().forEach((word) -> add((byte) (words.trait() >>> Traits.FIRST_OF_WORDS), word));
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
		return (this.traits[(hash * SPREAD) >>> SHIFT] & 0xFFL) << Traits.FIRST_OF_WORDS;
	}

	private void add(byte trait, String word) {
		int hash = 0;
		for (int i = 0; i < word.length(); i++) {
			hash = extend(hash, word.charAt(i) | 0x20);
		}
		this.traits[(hash * SPREAD) >>> SHIFT] |= trait;
	}

}
