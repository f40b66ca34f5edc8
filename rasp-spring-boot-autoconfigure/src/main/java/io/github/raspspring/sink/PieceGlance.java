package io.github.raspspring.sink;

import java.util.Arrays;

/**
 * Looks whether pieces of an input may stand one behind the other at one place of the
 * text so that they tell something, as a {@link PieceChain} finds them, where one digit
 * stands for all. Each piece of a chain is made of places marked here, and what a chain
 * has matched is at most what any marked places side by side, or with a gap between, add
 * up to: no chain is missed, whatever the order of its pieces.
 */
final class PieceGlance {

	/** The widest gap and the longest step, as a power of two. */
	private static final int AROUND = 8;

	private static final int TRIPLES = 1 << 10;

	private final PieceIndex index;

	private final String input;

	/** Where two characters begin that stand side by side in the input too. */
	private final long[] places;

	private int length;

	private char first;

	private char second;

	private char last;

	/** Three characters that stand side by side in the input. */
	private final long[] triples = new long[TRIPLES >> 6];

	private boolean tripled;

	/**
	 * How much may be matched where a piece ends at a place. A piece ends at most three
	 * characters behind the place looked at and joins one at most a gap before it, so
	 * that eight numbers are enough if each is cleared before it is used anew.
	 */
	private final int[] matched = new int[AROUND];

	/** The same if the first piece is the start of the input. */
	private final int[] fromStart = new int[AROUND];

	PieceGlance(PieceIndex index, String input) {
		this.index = index;
		this.input = input;
		this.places = new long[(index.size() >> 6) + 1];
		for (int i = 0; i < input.length(); i++) {
			char c = CharMask.alike(input.charAt(i));
			if (c != 0) {
				add(c);
				this.last = c;
			}
		}
	}

	private void add(char c) {
		if (this.length == 0) {
			this.first = c;
		}
		else if (this.index.hasPair(this.last, c)) {
			mark(this.last, c);
		}
		this.second = (this.length == 1) ? c : this.second;
		this.length++;
	}

	/**
	 * Note all places of two characters, unless that was done when they came before.
	 */
	private void mark(char one, char other) {
		for (int place = this.index.last(one, other); place >= 0; place = this.index.before(place)) {
			if (this.index.charAt(place) == one && this.index.charAt(place + 1) == other) {
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
				count += place + PieceIndex.SHORTEST - Math.max(place, end);
				end = place + PieceIndex.SHORTEST;
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
		if (!this.tripled) {
			readTriples();
			this.tripled = true;
		}
		Arrays.fill(this.matched, 0);
		Arrays.fill(this.fromStart, 0);
		for (int i = start; i <= end && i < this.index.size(); i++) {
			int until = this.matched[ring(i)];
			this.matched[ring(i + 3)] = 0;
			this.fromStart[ring(i + 3)] = 0;
			if (until > 0 && (this.index.charAt(i) == this.last || isPlace(i - 1)) && goOn(i, i + 1)) {
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
			char c = CharMask.alike(this.input.charAt(i));
			if (c != 0) {
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
		if (this.index.charAt(i) == this.first && this.index.charAt(i + 1) == this.second) {
			this.fromStart[place] = Math.max(this.fromStart[place], 2);
		}
		return goOn(i, i + 2);
	}

	private boolean joinAcrossGap(int i) {
		if (i + 2 >= this.index.size()
				|| !hasTriple(this.index.charAt(i), this.index.charAt(i + 1), this.index.charAt(i + 2))) {
			return false;
		}
		for (int from = i - 1; from >= 0 && i - from <= PieceChain.WIDEST_GAP; from--) {
			if (!PieceIndex.isPartOfGap(this.index.charAt(from))) {
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
		int piece = Math.min(to - from, PieceIndex.SHORTEST + 1);
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
