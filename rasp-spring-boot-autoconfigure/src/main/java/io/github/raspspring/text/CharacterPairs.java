package io.github.raspspring.text;

/**
 * Pairs of neighboring characters, by groups of what may come first and what may come
 * second, whatever the case of letters. Tells of a place of a text in one look at three
 * characters whether it is part of such a pair. Immutable.
 */
public final class CharacterPairs {

	/** Where the groups begin of which a character is the first of a pair. */
	private static final int FIRST = 16;

	private static final int ASCII = 0x80;

	/**
	 * Of each character of ASCII, and of all others: the groups of pairs in which it is
	 * the second, and those in which it is the first.
	 */
	private final int[] sides = new int[ASCII + 1];

	/**
	 * Create pairs of characters of ASCII.
	 * @param groups for each of at most sixteen groups, in turns: the characters that
	 * come first and those that come second, letters in lower case
	 */
	public CharacterPairs(String... groups) {
		if (groups.length > 2 * FIRST || groups.length % 2 != 0) {
			throw new IllegalArgumentException("At most " + FIRST + " groups of two, not " + groups.length + " texts");
		}
		for (int i = 0; i < groups.length; i += 2) {
			mark(i / 2, groups[i], groups[i + 1]);
		}
	}

	/**
	 * Tell whether a character makes a pair with the one before or behind it.
	 * @param text the text
	 * @param i index of the character
	 * @return whether it is the second or the first of a pair
	 */
	public boolean containAt(String text, int i) {
		int sign = this.sides[index(text.charAt(i))];
		int before = (i > 0) ? this.sides[index(text.charAt(i - 1))] : 0;
		int behind = (i + 1 < text.length()) ? this.sides[index(text.charAt(i + 1))] : 0;
		return (before >>> FIRST & sign | sign >>> FIRST & behind) != 0;
	}

	private static int index(char c) {
		return (c < ASCII) ? c : ASCII;
	}

	private void mark(int group, String first, String second) {
		for (char c = 0; c < ASCII; c++) {
			this.sides[c] |= (first.indexOf(Ascii.fold(c)) >= 0) ? 1 << FIRST + group : 0;
			this.sides[c] |= (second.indexOf(Ascii.fold(c)) >= 0) ? 1 << group : 0;
		}
	}

}
