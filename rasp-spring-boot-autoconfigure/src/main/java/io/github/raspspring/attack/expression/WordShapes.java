package io.github.raspspring.attack.expression;

import java.util.Collection;

import io.github.raspspring.text.Ascii;

/**
 * Tells by the first letter and the length of a word alone that it is none of a list, so
 * that most words of a text need not be hashed. Immutable and safe for use by many
 * threads.
 */
final class WordShapes {

	private static final int ASCII = 0x80;

	private static final int LONGEST = Long.SIZE;

	private final long[] lengths = new long[ASCII];

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
				shapes.lengths[word.charAt(0)] |= 1L << word.length();
			}
		}
		return shapes;
	}

	/**
	 * Tell whether one of the words may begin and end there.
	 * @param first the first character
	 * @param length how many there are
	 */
	boolean mayBe(char first, int length) {
		return length < LONGEST && (this.lengths[Ascii.fold(first) & (ASCII - 1)] & (1L << length)) != 0;
	}

}
