package io.github.raspspring.text;

import java.util.Arrays;

/**
 * Where a text differs from the one that it was made of, in ascending order: characters
 * that stand for others begin there, or some were dropped. Not thread-safe, made to be
 * used again and again.
 */
final class TextChanges {

	private static final int KEPT_CAPACITY = 4 * 1024;

	/** Characters of a text for each change, where looking around them pays. */
	private static final int SPARSE = 32;

	/** Characters that a change may bring. */
	private static final int LONGEST = 2;

	private int[] places = new int[64];

	private int size;

	void clear() {
		this.size = 0;
		if (this.places.length > KEPT_CAPACITY) {
			this.places = new int[KEPT_CAPACITY];
		}
	}

	void add(int place) {
		if (this.size == this.places.length) {
			this.places = Arrays.copyOf(this.places, 2 * this.size);
		}
		this.places[this.size++] = place;
	}

	/**
	 * Find the traits of the text around the places that changed. What the text before
	 * had, this one is taken to have too, unless it changed all over.
	 * @param text the text with the changes
	 * @param walked the traits of the one before, not completed
	 * @param reader finds traits
	 * @return the bits, not completed
	 */
	long walk(String text, long walked, TraitReader reader) {
		if ((long) this.size * SPARSE > text.length()) {
			return reader.walk(text);
		}
		long traits = walked;
		int end = 0;
		for (int n = 0; n < this.size; n++) {
			if (this.places[n] + LONGEST >= end) {
				int change = Math.max(this.places[n], end);
				int start = wordStart(text, change, end);
				end = wordEnd(text, change);
				traits |= reader.walk(text, start, end);
			}
		}
		return traits;
	}

	private static int wordStart(String text, int change, int least) {
		int start = change;
		while (start > least && TraitPairs.isWord(text.charAt(start - 1))) {
			start--;
		}
		return start;
	}

	/**
	 * Return the index behind the sign that ends the word behind a change.
	 */
	private static int wordEnd(String text, int change) {
		int end = Math.min(change + LONGEST, text.length());
		while (end < text.length() && TraitPairs.isWord(text.charAt(end))) {
			end++;
		}
		return Math.min(end + 1, text.length());
	}

}
