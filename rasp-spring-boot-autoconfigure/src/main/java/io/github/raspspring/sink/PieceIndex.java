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
	 * tells something, whatever the digits of both.
	 */
	boolean mayTell(String input) {
		return hasPairsOf(input) && new Glance(input).mayTell();
	}

	/**
	 * Return whether enough characters of an input have their neighbors in the text. Each
	 * character of a piece stands next to one that it stands next to in the text, but for
	 * the last one of the input.
	 */
	private boolean hasPairsOf(String input) {
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
		return slot(text[from], text[from + 1]);
	}

	private int slot(char one, char other) {
		int hash = one * 31 + other;
		return (hash ^ hash >>> 7) & this.heads.length - 1;
	}

	/**
	 * Looks whether pieces of an input may stand one behind the other at one place of the
	 * text so that they tell something, as a {@link PieceChain} finds them, where one
	 * digit stands for all. Each piece of a chain is made of places marked here, and what
	 * a chain has matched is at most what any marked places side by side, or with a gap
	 * between, add up to: no chain is missed, whatever the order of its pieces.
	 */
	private final class Glance {

		/** The widest gap and the longest step, as a power of two. */
		private static final int AROUND = 8;

		private static final int TRIPLES = 1 << 10;

		private final String input;

		/** Where two characters begin that stand side by side in the input too. */
		private final long[] places = new long[(PieceIndex.this.size >> 6) + 1];

		private int length;

		private char first;

		private char second;

		private char last;

		/** Three characters that stand side by side in the input. */
		private final long[] triples = new long[TRIPLES >> 6];

		/**
		 * How much may be matched where a piece ends at a place. A piece ends at most
		 * three characters behind the place looked at and joins one at most a gap before
		 * it, so that eight numbers are enough if each is cleared before it is used anew.
		 */
		private final int[] matched = new int[AROUND];

		/** The same if the first piece is the start of the input. */
		private final int[] fromStart = new int[AROUND];

		Glance(String input) {
			this.input = input;
			for (int i = 0; i < input.length(); i++) {
				char c = LiteralBorders.folded(input.charAt(i));
				if (!CharMask.isBlank(c)) {
					add(c);
					this.last = c;
				}
			}
		}

		private void add(char c) {
			if (this.length == 0) {
				this.first = c;
			}
			else if (has(PieceIndex.this.pairs, this.last, c)) {
				mark(this.last, c);
			}
			this.second = (this.length == 1) ? c : this.second;
			this.length++;
		}

		/**
		 * Note all places of two characters, unless that was done when they came before.
		 */
		private void mark(char one, char other) {
			int place = PieceIndex.this.heads[slot(one, other)];
			for (; place >= 0; place = PieceIndex.this.before[place]) {
				if (charAt(place) == one && charAt(place + 1) == other) {
					if (isPlace(place)) {
						return;
					}
					this.places[place >> 6] |= 1L << place;
				}
			}
		}

		/**
		 * Look at places that are close to each other, where there are enough of them.
		 */
		boolean mayTell() {
			int start = next(0);
			while (start >= 0) {
				int end = start;
				int count = 0;
				int place = start;
				while (place >= 0 && (count == 0 || place <= end + PieceChain.WIDEST_GAP)) {
					count += place + SHORTEST - Math.max(place, end);
					end = place + SHORTEST;
					place = next(place + 1);
				}
				if (PieceChain.tells(count + 1, this.length, true) && mayTell(start, end)) {
					return true;
				}
				start = place;
			}
			return false;
		}

		private int next(int from) {
			int word = from >> 6;
			if (word >= this.places.length) {
				return -1;
			}
			long rest = this.places[word] & -1L << from;
			while (rest == 0 && ++word < this.places.length) {
				rest = this.places[word];
			}
			return (rest != 0) ? (word << 6) + Long.numberOfTrailingZeros(rest) : -1;
		}

		/**
		 * A piece has two characters, or three behind a gap, and only the last one of the
		 * input may be a piece by itself.
		 */
		private boolean mayTell(int start, int end) {
			readTriples();
			Arrays.fill(this.matched, 0);
			Arrays.fill(this.fromStart, 0);
			for (int i = start; i <= end && i < size(); i++) {
				int until = this.matched[ring(i)];
				this.matched[ring(i + 3)] = 0;
				this.fromStart[ring(i + 3)] = 0;
				if (until > 0 && (charAt(i) == this.last || isPlace(i - 1)) && goOn(i, i + 1)) {
					return true;
				}
				if (isPlace(i) && (begin(i) || joinAcrossGap(i))) {
					return true;
				}
			}
			return false;
		}

		private void readTriples() {
			char one = 0;
			char other = 0;
			for (int i = 0; i < this.input.length(); i++) {
				char c = LiteralBorders.folded(this.input.charAt(i));
				if (!CharMask.isBlank(c)) {
					int triple = triple(one, other, c);
					this.triples[triple >> 6] |= 1L << triple;
					one = other;
					other = c;
				}
			}
		}

		private boolean begin(int i) {
			int place = ring(i + 2);
			this.matched[place] = Math.max(this.matched[place], 2);
			if (charAt(i) == this.first && charAt(i + 1) == this.second) {
				this.fromStart[place] = Math.max(this.fromStart[place], 2);
			}
			return goOn(i, i + 2);
		}

		private boolean joinAcrossGap(int i) {
			if (i + 2 >= size() || !hasTriple(charAt(i), charAt(i + 1), charAt(i + 2))) {
				return false;
			}
			for (int from = i - 1; from >= 0 && i - from <= PieceChain.WIDEST_GAP; from--) {
				if (!isPartOfGap(charAt(from))) {
					return false;
				}
				if (goOn(from, i + 3)) {
					return true;
				}
			}
			return false;
		}

		/**
		 * Add a piece to those that end at a place, perhaps behind a gap.
		 * @return whether all of them tell something
		 */
		private boolean goOn(int from, int to) {
			int place = ring(to);
			int piece = Math.min(to - from, SHORTEST + 1);
			int until = this.matched[ring(from)];
			int start = this.fromStart[ring(from)];
			this.matched[place] = Math.max(this.matched[place], (until > 0) ? until + piece : 0);
			this.fromStart[place] = Math.max(this.fromStart[place], (start > 0) ? start + piece : 0);
			return PieceChain.tells(this.matched[place], this.length, false)
					|| PieceChain.tells(this.fromStart[place], this.length, true);
		}

		private static int ring(int place) {
			return place & AROUND - 1;
		}

		private boolean isPlace(int place) {
			return (this.places[place >> 6] & 1L << place) != 0;
		}

		private boolean hasTriple(char one, char other, char third) {
			int triple = triple(one, other, third);
			return (this.triples[triple >> 6] & 1L << triple) != 0;
		}

		private static int triple(char one, char other, char third) {
			return (one * 1369 + other * 37 + third) & TRIPLES - 1;
		}

	}

}
