package io.github.raspspring.profile.answer;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells whether something that should not leave may stand at eight bytes: by three
 * characters at each fourth place. Of six characters in a row that a pattern is known to
 * have, such three stand at a fourth place, wherever it begins. Immutable, but for the
 * table that is handed out to be read.
 */
final class LeakSigns {

	/** Characters that are looked at together. */
	private static final int WINDOW = 3;

	/** From those to the next ones. */
	private static final int STRIDE = 4;

	/** Characters in a row of which three are always seen. */
	private static final int ROW = WINDOW + STRIDE - 1;

	/** How far before a clue its signs may begin. */
	static final int BEFORE = 2;

	/** How far behind the beginning of a clue its signs may begin. */
	static final int BEHIND = 7;

	/**
	 * How far from the first of eight bytes a clue may begin of which they have signs.
	 */
	static final int AHEAD = STRIDE + BEFORE + 1;

	private static final int BITS = 16;

	private static final int SHIFT = Integer.SIZE - BITS;

	private static final int FACTOR = 0x9E3779B1;

	private final long[] table = new long[(1 << BITS) / Long.SIZE];

	LeakSigns(List<? extends SignedPattern> patterns) {
		patterns.forEach(this::add);
	}

	/**
	 * Return all that should not leave, but for numbers.
	 */
	static List<SignedPattern> patterns() {
		List<SignedPattern> patterns = new ArrayList<>(SecretTokens.patterns());
		patterns.addAll(DatabaseErrors.patterns());
		patterns.addAll(StackFrames.patterns());
		return patterns;
	}

	private void add(SignedPattern pattern) {
		List<String> signs = pattern.signs();
		int clue = pattern.clueWithin();
		int last = Math.min(clue + BEHIND - STRIDE + 1, signs.size() - ROW);
		int best = Math.max(0, clue - BEFORE);
		for (int i = best + 1; i <= last; i++) {
			if (cost(signs, i) < cost(signs, best)) {
				best = i;
			}
		}
		for (int i = best; i < best + STRIDE; i++) {
			mark(signs.get(i), signs.get(i + 1), signs.get(i + 2));
		}
	}

	/**
	 * Rate a row: by the threes it takes, and by characters that are usual in any text.
	 */
	private static int cost(List<String> signs, int start) {
		int cost = 0;
		for (int i = start; i < start + ROW; i++) {
			String sign = signs.get(i);
			boolean usual = sign.charAt(0) >= 'a' || sign.equals(" ") || i > start && sign.equals(signs.get(i - 1));
			cost += ROW * (sign.length() - 1) + (usual ? 1 : 0);
		}
		return cost;
	}

	private void mark(String firsts, String seconds, String thirds) {
		firsts.chars()
			.forEach((first) -> seconds.chars()
				.forEach((second) -> thirds.chars()
					.forEach((third) -> mark(placeOf(first | second << Byte.SIZE | third << 2 * Byte.SIZE)))));
	}

	private void mark(int place) {
		this.table[place / Long.SIZE] |= 1L << place;
	}

	/**
	 * Return where three characters have their place: the upper one of four is left out.
	 */
	private static int placeOf(int four) {
		return (four << Byte.SIZE) * FACTOR >>> SHIFT;
	}

	/**
	 * Return the table for {@link #mayStandAt}.
	 */
	long[] table() {
		return this.table;
	}

	/**
	 * Return whether there are signs in eight bytes, the first of which stands at a
	 * fourth place.
	 */
	static boolean mayStandAt(long[] table, long eight) {
		return ((marked(table, (int) eight) | marked(table, (int) (eight >>> Integer.SIZE))) & 1) != 0;
	}

	private static long marked(long[] table, int four) {
		int place = placeOf(four);
		return table[place / Long.SIZE & table.length - 1] >>> place;
	}

	/**
	 * A pattern of which a row of characters is known.
	 */
	interface SignedPattern extends AnswerPattern {

		/** How many characters are known of it at least. */
		int LEAST = ROW;

		/**
		 * Return the characters that stand there one after the other, a set for each.
		 */
		List<String> signs();

		/**
		 * Return where among them the clue begins.
		 */
		int clueWithin();

		/**
		 * Return where a clue begins among the signs of words.
		 * @param at where it begins in the words
		 */
		static int clueWithin(String words, int at) {
			return (words.length() < LEAST) ? at + 1 : at;
		}

		/**
		 * Return the signs of words, with what stands around them if they are too short.
		 * @param before characters that may stand before them
		 * @param behind characters of which one stands behind them
		 */
		static List<String> signs(String before, String words, String behind) {
			List<String> signs = new ArrayList<>();
			if (words.length() < LEAST) {
				signs.add(before);
			}
			words.chars().forEach((c) -> signs.add(String.valueOf((char) c)));
			if (words.length() < LEAST) {
				signs.add(behind);
			}
			return signs;
		}

	}

}
