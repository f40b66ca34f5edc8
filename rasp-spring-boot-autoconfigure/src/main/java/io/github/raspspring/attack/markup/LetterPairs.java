package io.github.raspspring.attack.markup;

/**
 * The first two characters of words, by which most other words are told at the price of
 * one look-up. Letters count in either case. Immutable.
 */
final class LetterPairs {

	private static final int LETTERS = 26;

	private final int[] seconds = new int[LETTERS];

	private LetterPairs() {
	}

	/**
	 * Create pairs.
	 * @param pairs two characters each, separated by blanks: a letter, and a letter or a
	 * hyphen
	 */
	static LetterPairs of(String pairs) {
		LetterPairs table = new LetterPairs();
		for (String pair : pairs.split(" ")) {
			table.seconds[pair.charAt(0) - 'a'] |= bit(pair.charAt(1));
		}
		return table;
	}

	/**
	 * Tell whether a word may begin with two characters.
	 */
	boolean contains(char first, char second) {
		int letter = (first | 0x20) - 'a';
		return letter >= 0 && letter < LETTERS && (this.seconds[letter] & bit(second)) != 0;
	}

	private static int bit(char c) {
		int letter = (c | 0x20) - 'a';
		return (letter >= 0 && letter < LETTERS) ? 1 << letter : (c == '-') ? 1 << LETTERS : 0;
	}

}
