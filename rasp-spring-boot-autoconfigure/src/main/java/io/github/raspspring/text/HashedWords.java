package io.github.raspspring.text;

/**
 * Words known by a 64-bit hash (FNV-1a) of their ASCII-folded characters, so that a lexer
 * recognizes a word while it reads it, whatever its spelling, without making a string.
 * Immutable and safe for use by many threads.
 */
public final class HashedWords {

	/** The hash of the empty word. */
	public static final long SEED = 0xcbf29ce484222325L;

	private static final long PRIME = 0x100000001b3L;

	private final long[] hashes;

	private final byte[] groups;

	private HashedWords(int words) {
		int capacity = Integer.highestOneBit(Math.max(4, words)) << 2;
		this.hashes = new long[capacity];
		this.groups = new byte[capacity];
	}

	/**
	 * Create a table.
	 * @param groups words separated by blanks, one string for each group
	 * @return the table, in which the words of the first group have number 1
	 */
	public static HashedWords of(String... groups) {
		int words = 0;
		for (String group : groups) {
			words += group.split(" ").length;
		}
		HashedWords table = new HashedWords(words);
		for (int i = 0; i < groups.length; i++) {
			for (String word : groups[i].split(" ")) {
				table.put(hash(word), (byte) (i + 1));
			}
		}
		return table;
	}

	/**
	 * Return the hash of a whole word.
	 * @param word the word
	 * @return its hash
	 */
	public static long hash(CharSequence word) {
		long hash = SEED;
		for (int i = 0; i < word.length(); i++) {
			hash = extend(hash, word.charAt(i));
		}
		return hash;
	}

	/**
	 * Return the hash of a word that is one character longer.
	 * @param hash the hash of the characters before
	 * @param c the character
	 * @return the hash of all
	 */
	public static long extend(long hash, int c) {
		return (hash ^ fold(c)) * PRIME;
	}

	/**
	 * Fold a character as words are folded: ASCII letters to lower case.
	 * @param c the character
	 * @return the folded character
	 */
	public static int fold(int c) {
		return (c >= 'A' && c <= 'Z') ? c | 0x20 : c;
	}

	/**
	 * Return the group of a word.
	 * @param hash the hash of the word
	 * @return the number of its group, 0 if the word is unknown
	 */
	public int groupOf(long hash) {
		int mask = this.hashes.length - 1;
		int slot = slot(hash, mask);
		while (this.groups[slot] != 0) {
			if (this.hashes[slot] == hash) {
				return this.groups[slot];
			}
			slot = (slot + 1) & mask;
		}
		return 0;
	}

	private void put(long hash, byte group) {
		int mask = this.hashes.length - 1;
		int slot = slot(hash, mask);
		while (this.groups[slot] != 0 && this.hashes[slot] != hash) {
			slot = (slot + 1) & mask;
		}
		this.hashes[slot] = hash;
		this.groups[slot] = group;
	}

	private static int slot(long hash, int mask) {
		return (int) (hash ^ (hash >>> 32)) & mask;
	}

}
