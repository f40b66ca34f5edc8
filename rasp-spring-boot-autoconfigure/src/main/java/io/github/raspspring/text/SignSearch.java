package io.github.raspspring.text;

import java.util.Arrays;

/**
 * Finds any of a few signs, in ascending order, by a search for each of them, which is
 * many times as fast as looking at each character where they are rare. Each search goes
 * over the text once. Not thread-safe.
 */
public final class SignSearch {

	private static final int NOWHERE = Integer.MAX_VALUE;

	/** Where signs are dense, the next one is found before searches begin. */
	private static final int NEAR = 12;

	private final CharacterSet set;

	private final char[] signs;

	/** Where each sign is next, as far as known. */
	private final int[] places;

	private String text = "";

	/**
	 * Create a search.
	 * @param signs what to look for, a few signs of ASCII
	 */
	public SignSearch(CharacterSet signs) {
		this.set = signs;
		this.signs = signs.members();
		this.places = new int[this.signs.length];
	}

	/**
	 * Begin with a text.
	 * @param text the text
	 */
	public void begin(String text) {
		this.text = text;
		Arrays.fill(this.places, -1);
	}

	/**
	 * Leave out a sign that the text has not.
	 * @param sign the sign
	 */
	public void leaveOut(char sign) {
		for (int i = 0; i < this.signs.length; i++) {
			if (this.signs[i] == sign) {
				this.places[i] = NOWHERE;
			}
		}
	}

	/**
	 * Find the next sign.
	 * @param from index of the first character to look at, not before that of an earlier
	 * call
	 * @return its index, or the length of the text
	 */
	public int next(int from) {
		int length = this.text.length();
		int near = Math.min(length, from + NEAR);
		for (int i = from; i < near; i++) {
			if (this.set.contains(this.text.charAt(i))) {
				return i;
			}
		}
		return (near == length) ? length : search(near);
	}

	private int search(int from) {
		int first = this.text.length();
		for (int i = 0; i < this.signs.length; i++) {
			int place = this.places[i];
			if (place < from) {
				place = this.text.indexOf(this.signs[i], from);
				place = (place < 0) ? NOWHERE : place;
				this.places[i] = place;
			}
			first = Math.min(first, place);
		}
		return first;
	}

}
