package io.github.raspspring.sink;

/**
 * Pieces of one input that stand one behind the other in a text. Of the input anything
 * may be missing between two pieces; in the text only letters and digits may stand there,
 * so that all signs of the place come from the input.
 */
final class PieceChain {

	/** Fewer characters than this say nothing. */
	static final int LEAST = 6;

	/** What the start of an input that was cut off has to have. */
	private static final int LEAST_START = 16;

	/** Characters of the text between two pieces. */
	static final int WIDEST_GAP = 4;

	private static final int MOST_CANDIDATES = 8;

	private final PieceIndex index;

	private char[] input = {};

	private int length;

	private int budget;

	private int next;

	private int first;

	private int start;

	private int end;

	private int matched;

	PieceChain(PieceIndex index, int budget) {
		this.index = index;
		this.budget = budget;
	}

	/**
	 * Begin with an input.
	 * @param alike whether one digit stands for all
	 */
	void read(String text, boolean alike) {
		if (this.input.length < text.length()) {
			this.input = new char[2 * text.length()];
		}
		this.length = PieceIndex.compact(text, this.input);
		for (int i = 0; alike && i < this.length; i++) {
			this.input[i] = CharMask.withoutDigit(this.input[i]);
		}
		this.next = 0;
		this.first = 0;
	}

	/**
	 * Return whether the pieces are most of the input, or its start.
	 */
	boolean tells() {
		return tells(this.matched, this.length, this.first == 0);
	}

	static boolean tells(int matched, int length, boolean fromStart) {
		boolean most = matched >= LEAST && 2 * matched >= length;
		return most || (fromStart && matched >= LEAST_START);
	}

	/**
	 * Go on to the next chain.
	 * @return whether there is one
	 */
	boolean next() {
		this.matched = 0;
		while (this.next + least() <= this.length && this.budget > 0) {
			int piece = (this.matched == 0) ? longest() : continued();
			if (piece < 0 && this.matched > 0 && this.next - this.first > 4 * this.matched + WIDEST_GAP) {
				return true;
			}
			this.next += (piece < 0) ? 1 : add(piece);
		}
		return this.matched > 0;
	}

	/**
	 * The last character may be a piece by itself.
	 */
	private int least() {
		return (this.matched == 0) ? PieceIndex.SHORTEST : 1;
	}

	/**
	 * Return where the longest piece stands that begins with the next character of the
	 * input.
	 */
	private int longest() {
		int best = -1;
		int most = PieceIndex.SHORTEST - 1;
		int place = this.index.last(this.input[this.next], this.input[this.next + 1]);
		int candidates = 0;
		while (place >= 0 && this.budget > 0) {
			int common = common(place);
			if (common > most) {
				most = common;
				best = place;
			}
			// Other characters may have come to the same place of the index.
			candidates += (common >= PieceIndex.SHORTEST) ? 1 : 0;
			place = (candidates < MOST_CANDIDATES) ? this.index.before(place) : -1;
		}
		return best;
	}

	/**
	 * Return where a piece goes on behind the one before, or almost.
	 */
	private int continued() {
		for (int place = this.end; place <= this.end + WIDEST_GAP && place < this.index.size(); place++) {
			int least = (place == this.end) ? Math.min(PieceIndex.SHORTEST, this.length - this.next)
					: PieceIndex.SHORTEST + 1;
			if (common(place) >= least) {
				return place;
			}
			if (!PieceIndex.isPartOfGap(this.index.charAt(place))) {
				return -1;
			}
		}
		return -1;
	}

	private int add(int place) {
		int common = common(place);
		if (this.matched == 0) {
			this.first = this.next;
			this.start = place;
		}
		this.end = place + common;
		this.matched += common;
		return common;
	}

	private int common(int place) {
		int i = 0;
		while (this.next + i < this.length && place + i < this.index.size()
				&& this.input[this.next + i] == this.index.charAt(place + i)) {
			i++;
		}
		this.budget -= i + 1;
		return i;
	}

	int budget() {
		return this.budget;
	}

	/**
	 * Return where the chain starts in the text.
	 */
	int start() {
		return this.index.position(this.start);
	}

	/**
	 * Return where the chain ends in the text.
	 */
	int end() {
		return this.index.position(this.end - 1) + 1;
	}

}
