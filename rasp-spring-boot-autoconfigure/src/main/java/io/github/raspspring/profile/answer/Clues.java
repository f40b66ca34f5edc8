package io.github.raspspring.profile.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.raspspring.engine.pipeline.EightBytes;

/**
 * Where patterns may stand, told by four characters at one look: a table in which each of
 * the known clues has a place of its own. Immutable, but for the table that is handed out
 * to be read.
 */
final class Clues {

	/** Bits of a place: the table has 2,048 of them. */
	private static final int BITS = 11;

	/** Shifts a product to a place. */
	static final int SHIFT = Integer.SIZE - BITS;

	/** Makes letters of four characters small, others are told apart as before. */
	static final int FOLD = 0x20202020;

	private static final long FOLD_OF_EIGHT = 0x2020202020202020L;

	/** Bits of a place among groups of three. */
	private static final int BITS_OF_THREE = 16;

	private static final int SHIFT_OF_THREE = Integer.SIZE - BITS_OF_THREE;

	private static final int FACTOR_OF_THREE = 0x9E3779B1;

	/** Places at which clues are looked for in one step. */
	static final int STEP = EightBytes.COUNT;

	/** Bytes that such a step looks at. */
	static final int READ = STEP + Integer.BYTES - 1;

	private final int[] words = new int[1 << BITS];

	/** Where there may be three characters of a clue, be it the first or the last. */
	private final long[] threes = new long[(1 << BITS_OF_THREE) / Long.SIZE];

	private final AnswerPattern[][] patterns = new AnswerPattern[1 << BITS][];

	private final int factor;

	Clues(List<? extends AnswerPattern> patterns) {
		Map<Integer, List<AnswerPattern>> known = new HashMap<>();
		for (AnswerPattern pattern : patterns) {
			known.computeIfAbsent(fold(pattern.clue()), (four) -> new ArrayList<>()).add(pattern);
		}
		this.factor = factorFor(known);
		for (int four : known.keySet()) {
			mark(placeOfThree(four));
			mark(placeOfThree(four >>> Byte.SIZE));
		}
		for (int place = 0; place < this.words.length; place++) {
			this.patterns[place] = known.getOrDefault(this.words[place], List.of()).toArray(AnswerPattern[]::new);
		}
	}

	private void mark(int place) {
		this.threes[place / Long.SIZE] |= 1L << place;
	}

	private static int fold(String four) {
		return (four.charAt(0) | four.charAt(1) << 8 | four.charAt(2) << 16 | four.charAt(3) << 24) | FOLD;
	}

	/**
	 * Try odd numbers until no two clues share a place.
	 */
	private int factorFor(Map<Integer, List<AnswerPattern>> known) {
		int tried = 0x9E3779B1;
		while (!fill(known, tried)) {
			tried += 0x61C88646;
		}
		return tried;
	}

	private boolean fill(Map<Integer, List<AnswerPattern>> known, int tried) {
		Arrays.fill(this.words, 0);
		for (int four : known.keySet()) {
			int place = four * tried >>> SHIFT;
			if (this.words[place] != 0) {
				return false;
			}
			this.words[place] = four;
		}
		return true;
	}

	/**
	 * Return where three of four folded characters have their place: the upper one is
	 * left out.
	 */
	private static int placeOfThree(int four) {
		return (four << Byte.SIZE) * FACTOR_OF_THREE >>> SHIFT_OF_THREE;
	}

	/**
	 * Return whether a clue may begin at one of eight places. Of four characters, three
	 * stand at each second place, wherever the first one does.
	 * @param threes the table of {@link #threes}
	 * @param first eight bytes from the first place on
	 * @param fourth eight bytes from the fourth place on
	 */
	static boolean mayBeginWithin(long[] threes, long first, long fourth) {
		long folded = fourth | FOLD_OF_EIGHT;
		return ((marked(threes, (int) ((first | FOLD_OF_EIGHT) >>> Byte.SIZE)) | marked(threes, (int) folded)
				| marked(threes, (int) (folded >>> 2 * Byte.SIZE)) | marked(threes, (int) (folded >>> 4 * Byte.SIZE)))
				& 1) != 0;
	}

	/**
	 * Return the bit of a group in the lowest place.
	 * @param four folded characters, of which the upper one is left out
	 */
	private static long marked(long[] threes, int four) {
		int place = placeOfThree(four);
		return threes[place / Long.SIZE & threes.length - 1] >>> place;
	}

	/**
	 * Return the table of groups of three characters.
	 */
	long[] threes() {
		return this.threes;
	}

	/**
	 * Return the clues by their places; zero where there is none.
	 */
	int[] words() {
		return this.words;
	}

	/**
	 * Return what four folded characters are multiplied by to get their place.
	 */
	int factor() {
		return this.factor;
	}

	AnswerPattern[] at(int place) {
		return this.patterns[place];
	}

}
