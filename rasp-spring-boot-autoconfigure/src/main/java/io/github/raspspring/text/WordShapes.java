package io.github.raspspring.text;

import java.util.Collection;

/**
 * Tells by the first two letters and the length of a word alone that it is none of a
 * list, so that most words of a text need not be hashed. Immutable and safe for use by
 * many threads.
 */
public final class WordShapes {

	/** How many bits are taken of each letter. */
	private static final int BITS = 5;

	private static final int LONGEST = Long.SIZE;

	private final long[] lengths = new long[1 << 2 * BITS];

	private WordShapes() {
	}

	/**
	 * Create the shapes of words.
	 * @param lists words of ASCII in lower case, separated by blanks, none longer than 63
	 * @return the shapes
	 */
	public static WordShapes of(Collection<String> lists) {
		WordShapes shapes = new WordShapes();
		for (String list : lists) {
			for (String word : list.trim().split("\\s+")) {
				char second = (word.length() > 1) ? word.charAt(1) : 0;
				shapes.lengths[index(word.charAt(0), second)] |= 1L << word.length();
			}
		}
		return shapes;
	}

	/**
	 * Tell whether one of the words may begin and end there.
	 * @param text the text
	 * @param start index of the first character
	 * @param end index behind the last one
	 * @return {@code false} if none does
	 */
	public boolean mayBe(String text, int start, int end) {
		int length = end - start;
		char second = (length > 1) ? text.charAt(start + 1) : 0;
		return length < LONGEST && (lengths(text.charAt(start), second) & 1L << length) != 0;
	}

	/**
	 * Return how long words are that may begin with two characters.
	 * @param first the first one, in either case
	 * @param second the second one, NUL for a word of one
	 * @return a bit for each length, 0 if no word begins so
	 */
	public long lengths(char first, char second) {
		return this.lengths[index(first, second)];
	}

	private static int index(char first, char second) {
		int mask = (1 << BITS) - 1;
		return (first & mask) << BITS | second & mask;
	}

}
