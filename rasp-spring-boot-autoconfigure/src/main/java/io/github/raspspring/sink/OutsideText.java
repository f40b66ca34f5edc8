package io.github.raspspring.sink;

import java.util.concurrent.ThreadLocalRandom;

/**
 * A text without what stands within its literals. An input that brings no quote stands
 * within one literal or outside of all, so that statements which differ in their literals
 * only are alike to it.
 */
public final class OutsideText {

	private static final long SEED = ThreadLocalRandom.current().nextLong();

	private static final long PRIME = 0x9E3779B97F4A7C15L;

	private final String text;

	private final int[] literals;

	private final int count;

	private long mask;

	private long hash = SEED;

	/**
	 * Leave out literals.
	 * @param text the text
	 * @param literals where what is within a literal begins and ends, in order
	 * @param count how many of these numbers count
	 */
	public OutsideText(String text, int[] literals, int count) {
		this.text = text;
		this.literals = literals;
		this.count = count;
		int from = 0;
		for (int i = 0; i < count; i += 2) {
			read(from, literals[i]);
			from = literals[i + 1];
		}
		read(from, text.length());
	}

	private void read(int from, int to) {
		long characters = this.mask;
		long sum = this.hash;
		for (int i = from; i < to; i++) {
			char c = this.text.charAt(i);
			characters |= CharMask.bit(c);
			sum = (sum ^ (isDigit(c) ? '0' : c)) * PRIME;
		}
		this.mask = characters;
		this.hash = (sum ^ sum >>> 32) * PRIME;
	}

	/**
	 * Return the characters, as a mask.
	 */
	long mask() {
		return this.mask;
	}

	/**
	 * Return a hash of the characters, for which all digits are the same. Nobody can make
	 * up a text for it.
	 */
	long hash() {
		return this.hash;
	}

	/**
	 * Return the text with blanks in the place of literals, and one digit for all.
	 */
	String blanked() {
		char[] characters = new char[this.text.length()];
		int from = 0;
		for (int i = 0; i <= this.count; i += 2) {
			int to = (i < this.count) ? this.literals[i] : this.text.length();
			for (int k = from; k < to; k++) {
				characters[k] = withoutDigit(this.text.charAt(k));
			}
			from = (i < this.count) ? this.literals[i + 1] : to;
		}
		return new String(characters);
	}

	/**
	 * Return a text with one digit for all.
	 */
	static String withoutDigits(String text) {
		char[] characters = text.toCharArray();
		for (int i = 0; i < characters.length; i++) {
			characters[i] = withoutDigit(characters[i]);
		}
		return new String(characters);
	}

	private static char withoutDigit(char c) {
		return isDigit(c) ? '0' : c;
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

}
