package io.github.raspspring.text;

/**
 * What words mean, looked up by a hash that a lexer computes while it reads, so that no
 * string is ever made of them. Case of ASCII letters doesn't count. Immutable.
 */
public final class HashedVocabulary {

	/** Hash of no character at all (FNV-1a, 64 bit). */
	public static final long EMPTY = 0xcbf29ce484222325L;

	private static final long PRIME = 0x100000001b3L;

	private final long[] hashes;

	private final byte[] meanings;

	private HashedVocabulary(int capacity) {
		this.hashes = new long[capacity];
		this.meanings = new byte[capacity];
	}

	/**
	 * Extend the hash of what was read by one character.
	 * @param hash hash so far, first {@link #EMPTY}
	 * @param c the next character
	 * @return the hash
	 */
	public static long append(long hash, char c) {
		return (hash ^ Ascii.fold(c)) * PRIME;
	}

	/**
	 * Look up a word.
	 * @param hash hash of its characters
	 * @return the meaning given to it, or 0 for an unknown word
	 */
	public int meaningOf(long hash) {
		int mask = this.hashes.length - 1;
		int slot = slot(hash, mask);
		while (this.meanings[slot] != 0) {
			if (this.hashes[slot] == hash) {
				return this.meanings[slot];
			}
			slot = (slot + 1) & mask;
		}
		return 0;
	}

	/**
	 * Look up a part of a text.
	 * @param text the text
	 * @param start index of the first character
	 * @param end index behind the last character
	 * @return the meaning given to it, or 0 for an unknown word
	 */
	public int meaningOf(String text, int start, int end) {
		long hash = EMPTY;
		for (int i = start; i < end; i++) {
			hash = append(hash, text.charAt(i));
		}
		return meaningOf(hash);
	}

	private static int slot(long hash, int mask) {
		return (int) (hash ^ (hash >>> 29)) & mask;
	}

	/**
	 * Start a table.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Collects words. Not thread-safe.
	 */
	public static final class Builder {

		private HashedVocabulary table = new HashedVocabulary(64);

		private int size;

		private Builder() {
		}

		/**
		 * Add words of one meaning.
		 * @param meaning a number from 1 to 127
		 * @param words words separated by blanks
		 * @return this builder
		 */
		public Builder add(int meaning, String words) {
			for (String word : words.trim().split("\\s+")) {
				long hash = EMPTY;
				for (int i = 0; i < word.length(); i++) {
					hash = append(hash, word.charAt(i));
				}
				put(hash, (byte) meaning);
			}
			return this;
		}

		/**
		 * Build the table.
		 * @return the table
		 */
		public HashedVocabulary build() {
			HashedVocabulary built = this.table;
			this.table = new HashedVocabulary(64);
			this.size = 0;
			return built;
		}

		private void put(long hash, byte meaning) {
			if (++this.size * 2 > this.table.hashes.length) {
				grow();
			}
			place(this.table, hash, meaning);
		}

		private void grow() {
			HashedVocabulary larger = new HashedVocabulary(this.table.hashes.length * 2);
			for (int i = 0; i < this.table.hashes.length; i++) {
				if (this.table.meanings[i] != 0) {
					place(larger, this.table.hashes[i], this.table.meanings[i]);
				}
			}
			this.table = larger;
		}

		private static void place(HashedVocabulary table, long hash, byte meaning) {
			int mask = table.hashes.length - 1;
			int slot = slot(hash, mask);
			while (table.meanings[slot] != 0 && table.hashes[slot] != hash) {
				slot = (slot + 1) & mask;
			}
			table.hashes[slot] = hash;
			table.meanings[slot] = meaning;
		}

	}

}
