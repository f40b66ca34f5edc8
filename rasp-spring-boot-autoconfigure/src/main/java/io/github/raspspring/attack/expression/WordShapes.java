package io.github.raspspring.attack.expression;

import java.util.Collection;

/**
 * Tells by the first two letters and the length of a word alone that it is none of a
 * list, so that most words of a text need not be hashed. Immutable and safe for use by
 * many threads.
 */
final class WordShapes {

	/** How many bits are taken of each letter. */
	private static final int BITS = 5;

	private static final int LONGEST = Long.SIZE;

	private final long[] lengths = new long[1 << 2 * BITS];

	private WordShapes() {
	}

	/**
	 * Create the shapes of words.
	 * @param lists words of ASCII in lower case, separated by blanks
	 */
	static WordShapes of(Collection<String> lists) {
		WordShapes shapes = new WordShapes();
		for (String list : lists) {
			for (String word : list.trim().split("\\s+")) {
				shapes.lengths[index(word, 0, word.length())] |= 1L << word.length();
			}
		}
		return shapes;
	}

	/**
	 * Tell whether one of the words may begin and end there.
	 * @param text the text
	 * @param start index of the first character
	 * @param end index behind the last one
	 */
	boolean mayBe(String text, int start, int end) {
		int length = end - start;
		return length < LONGEST && (this.lengths[index(text, start, length)] & (1L << length)) != 0;
	}

	/**
	 * Return a number for the first two letters, which is the same in either case.
	 */
	private static int index(String text, int start, int length) {
		int second = (length > 1) ? text.charAt(start + 1) : 0;
		int mask = (1 << BITS) - 1;
		return (text.charAt(start) & mask) << BITS | second & mask;
	}

}
