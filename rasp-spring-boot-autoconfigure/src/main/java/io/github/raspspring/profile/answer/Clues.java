package io.github.raspspring.profile.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

	private final int[] words = new int[1 << BITS];

	private final AnswerPattern[][] patterns = new AnswerPattern[1 << BITS][];

	private final int factor;

	Clues(List<AnswerPattern> patterns) {
		Map<Integer, List<AnswerPattern>> known = new HashMap<>();
		for (AnswerPattern pattern : patterns) {
			known.computeIfAbsent(fold(pattern.clue()), (four) -> new ArrayList<>()).add(pattern);
		}
		this.factor = factorFor(known);
		for (int place = 0; place < this.words.length; place++) {
			this.patterns[place] = known.getOrDefault(this.words[place], List.of()).toArray(AnswerPattern[]::new);
		}
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
