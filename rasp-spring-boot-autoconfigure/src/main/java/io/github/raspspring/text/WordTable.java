package io.github.raspspring.text;

import org.jspecify.annotations.Nullable;

/**
 * Maps words to their meaning without regard to ASCII case, and finds them within a text
 * without making a string. Filled once, then read by any number of threads.
 *
 * @param <T> what a word means
 */
public final class WordTable<T> {

	private static final int HASH_FACTOR = 31;

	private static final int FIRSTS = 128;

	private final @Nullable String[] words;

	private final @Nullable Object[] meanings;

	private final int mask;

	/** By the first letter, a bit for each length that a word has. */
	private final long[] lengths = new long[FIRSTS];

	private int longest;

	/**
	 * Create a table.
	 * @param slots a power of two, at least twice the number of words
	 */
	public WordTable(int slots) {
		this.words = new @Nullable String[slots];
		this.meanings = new @Nullable Object[slots];
		this.mask = slots - 1;
	}

	/**
	 * Add a word; the first meaning of a word stays.
	 * @param word the word in lower case
	 * @param meaning what it means
	 */
	public void put(String word, T meaning) {
		int slot = hash(word, 0, word.length()) & this.mask;
		String taken = this.words[slot];
		while (taken != null) {
			if (taken.equals(word)) {
				return;
			}
			slot = (slot + 1) & this.mask;
			taken = this.words[slot];
		}
		this.words[slot] = word;
		this.meanings[slot] = meaning;
		this.longest = Math.max(this.longest, word.length());
		this.lengths[word.charAt(0) % FIRSTS] |= 1L << word.length();
	}

	/**
	 * Find the meaning of a part of a text.
	 * @param text the text
	 * @param start index of the first character
	 * @param end index behind the last character
	 * @return the meaning, or {@code null} if the part is no known word
	 */
	@SuppressWarnings("unchecked")
	public @Nullable T find(String text, int start, int end) {
		if (end - start > this.longest || !mayHold(text, start, end)) {
			return null;
		}
		int slot = hash(text, start, end) & this.mask;
		String candidate = this.words[slot];
		while (candidate != null) {
			if (matches(candidate, text, start, end)) {
				return (T) this.meanings[slot];
			}
			slot = (slot + 1) & this.mask;
			candidate = this.words[slot];
		}
		return null;
	}

	/**
	 * Tell whether any word begins so and is as long, as most words of a text are not.
	 */
	private boolean mayHold(String text, int start, int end) {
		return end > start && (this.lengths[fold(text.charAt(start)) % FIRSTS] & 1L << (end - start)) != 0;
	}

	private static int hash(String text, int start, int end) {
		int hash = 0;
		for (int i = start; i < end; i++) {
			hash = hash * HASH_FACTOR + fold(text.charAt(i));
		}
		return hash ^ (hash >>> 15);
	}

	private static boolean matches(String word, String text, int start, int end) {
		int length = end - start;
		if (word.length() != length) {
			return false;
		}
		for (int i = 0; i < length; i++) {
			if (word.charAt(i) != fold(text.charAt(start + i))) {
				return false;
			}
		}
		return true;
	}

	private static char fold(char c) {
		return (c >= 'A' && c <= 'Z') ? (char) (c | 0x20) : c;
	}

}
