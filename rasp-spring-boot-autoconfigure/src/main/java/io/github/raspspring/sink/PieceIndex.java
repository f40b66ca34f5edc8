package io.github.raspspring.sink;

import java.util.Arrays;

/**
 * A text without its blanks and without regard to case, and where each two characters of
 * it stand.
 */
final class PieceIndex {

	/** Bits that tell which two characters stand side by side at all. */
	private static final int PAIRS = 1 << 12;

	/** As many characters as the shortest piece has. */
	static final int SHORTEST = 2;

	private final char[] characters;

	private final int[] positions;

	private final int size;

	/** Last place of two characters with this hash. */
	private final int[] heads;

	/** For each place the one before with the same hash. */
	private final int[] before;

	private final long[] pairs = new long[PAIRS >> 6];

	PieceIndex(String text) {
		this.characters = new char[text.length()];
		this.positions = new int[text.length()];
		this.size = compact(text, this.characters, this.positions);
		this.heads = new int[Integer.highestOneBit(Math.max(16, this.size)) << 1];
		this.before = new int[this.size];
		Arrays.fill(this.heads, -1);
		for (int i = 0; i + SHORTEST <= this.size; i++) {
			int slot = slot(this.characters, i);
			this.before[i] = this.heads[slot];
			this.heads[slot] = i;
			add(this.pairs, this.characters[i], this.characters[i + 1]);
		}
	}

	/**
	 * Return whether so much of an input may stand in the text, piece by piece, that it
	 * tells something, whatever the digits of both. Each character of a piece stands next
	 * to one that it stands next to in the text, but for the last one of the input.
	 */
	boolean mayTell(String input) {
		int spare = input.length() >> 1;
		int count = 0;
		int missing = 0;
		boolean starts = false;
		boolean paired = false;
		char last = 0;
		for (int i = 0; i < input.length(); i++) {
			char c = CharMask.withoutDigit(CharMask.fold(input.charAt(i)));
			if (CharMask.isBlank(c)) {
				continue;
			}
			if (count > 0) {
				boolean pairs = hasPair(last, c);
				starts |= pairs && count == 1;
				missing += (pairs || paired) ? 0 : 1;
				paired = pairs;
				if (missing > spare && !starts) {
					return false;
				}
			}
			last = c;
			count++;
		}
		return PieceChain.tells(count - missing, count, starts);
	}

	/**
	 * Return whether so much of an input may stand at one place of the text that it tells
	 * something, where one digit stands for all. Each character of a piece stands next to
	 * one that it stands next to in the input, but for the input's last one.
	 */
	boolean mayTellAtOnePlace(String input) {
		char[] wanted = new char[input.length()];
		int length = compact(input, wanted);
		long[] wantedPairs = new long[PAIRS >> 6];
		for (int i = 0; i < length; i++) {
			wanted[i] = CharMask.withoutDigit(wanted[i]);
			if (i > 0) {
				add(wantedPairs, wanted[i - 1], wanted[i]);
			}
		}
		int matched = 0;
		int gap = 0;
		boolean paired = false;
		for (int i = 0; i < this.size; i++) {
			char c = this.characters[i];
			boolean pairs = i + 1 < this.size && has(wantedPairs, c, this.characters[i + 1]);
			boolean found = pairs || paired || c == wanted[length - 1];
			boolean goesOn = found || ++gap <= PieceChain.WIDEST_GAP && isPartOfGap(c);
			matched = found ? matched + 1 : goesOn ? matched : 0;
			gap = found ? 0 : gap;
			paired = pairs;
			if (PieceChain.tells(matched, length, true)) {
				return true;
			}
		}
		return false;
	}

	static boolean isPartOfGap(char c) {
		return Character.isLetterOrDigit(c) || c == '_';
	}

	/**
	 * Return whether one character may stand right before another one.
	 */
	private boolean hasPair(char one, char other) {
		return has(this.pairs, one, other);
	}

	private static boolean has(long[] pairs, char one, char other) {
		int pair = pair(one, other);
		return (pairs[pair >> 6] & 1L << pair) != 0;
	}

	private static void add(long[] pairs, char one, char other) {
		int pair = pair(one, other);
		pairs[pair >> 6] |= 1L << pair;
	}

	private static int pair(char one, char other) {
		return (one << 6 ^ one >> 6 ^ other) & PAIRS - 1;
	}

	/**
	 * Write the characters of a text that count, folded, and where they stand.
	 * @return how many there are
	 */
	static int compact(String text, char[] characters, int[] positions) {
		int size = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (!CharMask.isBlank(c)) {
				characters[size] = CharMask.fold(c);
				positions[size++] = i;
			}
		}
		return size;
	}

	/**
	 * Write the characters of a text that count, folded.
	 * @return how many there are
	 */
	static int compact(String text, char[] characters) {
		int size = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (!CharMask.isBlank(c)) {
				characters[size++] = CharMask.fold(c);
			}
		}
		return size;
	}

	/**
	 * Return the last place at which two characters may stand.
	 * @return -1 if there is none
	 */
	int last(char[] input, int from) {
		return this.heads[slot(input, from)];
	}

	/**
	 * Return the place before another one.
	 * @return -1 if there is none
	 */
	int before(int place) {
		return this.before[place];
	}

	char charAt(int index) {
		return this.characters[index];
	}

	int position(int index) {
		return this.positions[index];
	}

	int size() {
		return this.size;
	}

	private int slot(char[] text, int from) {
		int hash = text[from] * 31 + text[from + 1];
		return (hash ^ hash >>> 7) & this.heads.length - 1;
	}

}
