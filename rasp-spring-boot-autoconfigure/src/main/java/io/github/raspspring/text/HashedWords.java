package io.github.raspspring.text;

/**
 * Words known by a 64-bit hash (FNV-1a) of their characters, ASCII letters in lower case,
 * so that a lexer recognizes a word while it reads it, whatever its spelling, without
 * making a string. Immutable and safe for use by many threads.
 */
public final class HashedWords {

	/** The hash of the empty word. */
	public static final long SEED = 0xcbf29ce484222325L;

	private static final long PRIME = 0x100000001b3L;

	private static final int SMALLEST = 16;

	private final long[] hashes;

	private final byte[] groups;

	private HashedWords(int capacity) {
		this.hashes = new long[capacity];
		this.groups = new byte[capacity];
	}

	/**
	 * Create a table.
	 * @param groups words separated by blanks, one string for each group
	 * @return the table, in which the words of the first group have number 1
	 */
	public static HashedWords of(String... groups) {
		Builder builder = builder();
		for (int i = 0; i < groups.length; i++) {
			builder.add(i + 1, groups[i]);
		}
		return builder.build();
	}

	/**
	 * Start a table whose groups have numbers of their own.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Return the hash of a whole word.
	 * @param word the word
	 * @return its hash
	 */
	public static long hash(CharSequence word) {
		return hash(word, 0, word.length());
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
		return this.groups[slotOf(hash)];
	}

	/**
	 * Return the group of a part of a text.
	 * @param text the text
	 * @param start index of the first character
	 * @param end index behind the last character
	 * @return the number of its group, 0 if it is no known word
	 */
	public int groupOf(CharSequence text, int start, int end) {
		return groupOf(hash(text, start, end));
	}

	private static long hash(CharSequence text, int start, int end) {
		long hash = SEED;
		for (int i = start; i < end; i++) {
			hash = extend(hash, text.charAt(i));
		}
		return hash;
	}

	/**
	 * Find the slot of a word, or the free one where it would be.
	 */
	private int slotOf(long hash) {
		int mask = this.hashes.length - 1;
		int slot = (int) (hash ^ (hash >>> 32)) & mask;
		while (this.groups[slot] != 0 && this.hashes[slot] != hash) {
			slot = (slot + 1) & mask;
		}
		return slot;
	}

	private void put(long hash, byte group) {
		int slot = slotOf(hash);
		this.hashes[slot] = hash;
		this.groups[slot] = group;
	}

	/**
	 * Collects words. Not thread-safe.
	 */
	public static final class Builder {

		private HashedWords table = new HashedWords(SMALLEST);

		private int size;

		private Builder() {
		}

		/**
		 * Add a group of words. A word that is there already moves to this group.
		 * @param group a number from 1 to 127
		 * @param words words separated by white space
		 * @return this builder
		 */
		public Builder add(int group, String words) {
			for (String word : words.trim().split("\\s+")) {
				if (++this.size * 2 > this.table.hashes.length) {
					grow();
				}
				this.table.put(hash(word), (byte) group);
			}
			return this;
		}

		/**
		 * Build the table; the builder is of no use afterwards.
		 * @return the table
		 */
		public HashedWords build() {
			return this.table;
		}

		private void grow() {
			HashedWords larger = new HashedWords(this.table.hashes.length * 2);
			for (int i = 0; i < this.table.hashes.length; i++) {
				if (this.table.groups[i] != 0) {
					larger.put(this.table.hashes[i], this.table.groups[i]);
				}
			}
			this.table = larger;
		}

	}

}
