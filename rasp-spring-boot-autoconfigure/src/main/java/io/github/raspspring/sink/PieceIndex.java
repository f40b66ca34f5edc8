package io.github.raspspring.sink;

/**
 * A text without its blanks and without regard to case, and where each two characters of
 * it stand.
 */
final class PieceIndex {

	/** Bits that tell which two characters stand side by side at all. */
	private static final int PAIRS = 1 << 12;

	/** As many characters as the shortest piece has. */
	static final int SHORTEST = 2;

	/** Characters that are read first where not all are. */
	private static final int FIRST = 1 << 11;

	/** How many times more are read next. */
	private static final int TIMES = 4;

	private final String text;

	/** How much of the text was not read yet, at its start: places begin behind it. */
	private int unread;

	/** The first place. Those of blanks come before it, so that none moves. */
	private int start;

	/** By the place less what was not read. */
	private char[] characters = {};

	private int[] positions = {};

	/** Behind the last place of two characters with this hash, 0 if there is none. */
	private int[] heads = {};

	/** For each place behind the one before with the same hash. */
	private int[] before = {};

	private final long[] pairs;

	/**
	 * Read a text, all of it.
	 */
	PieceIndex(String text) {
		this(text, new long[PAIRS >> 6]);
		read(0);
		for (int i = this.start; i + SHORTEST <= size(); i++) {
			add(this.pairs, charAt(i), charAt(i + 1));
		}
	}

	private PieceIndex(String text, long[] pairs) {
		this.text = text;
		this.start = text.length();
		this.unread = text.length();
		this.pairs = pairs;
	}

	/**
	 * Read a text from its end, as far as places are asked for: the last few are enough
	 * for what its rows repeat. It can't tell what {@link #mayTell may tell}.
	 */
	static PieceIndex fromEnd(String text) {
		return new PieceIndex(text, new long[0]);
	}

	private void read(int from) {
		char[] known = this.characters;
		int[] knownPositions = this.positions;
		int size = size() - from;
		this.characters = new char[size];
		this.positions = new int[size];
		System.arraycopy(known, 0, this.characters, size - known.length, known.length);
		System.arraycopy(knownPositions, 0, this.positions, size - known.length, known.length);
		int place = this.start - from;
		for (int i = this.unread - 1; i >= from; i--) {
			char c = CharMask.folded(this.text.charAt(i));
			if (c != 0) {
				this.characters[--place] = c;
				this.positions[place] = i;
			}
		}
		this.unread = from;
		this.start = place + from;
		link(place);
	}

	private void link(int first) {
		char[] read = this.characters;
		this.before = new int[read.length];
		this.heads = new int[Integer.highestOneBit(Math.max(16, length())) << 1];
		for (int i = first; i + SHORTEST <= read.length; i++) {
			int slot = slot(read[i], read[i + 1]);
			this.before[i] = this.heads[slot];
			this.heads[slot] = this.unread + i + 1;
		}
	}

	private void readMore() {
		int read = size() - this.unread;
		read(Math.max(0, this.unread - Math.max(FIRST, (TIMES - 1) * read)));
	}

	/**
	 * Return whether so much of an input may stand in the text, piece by piece, that it
	 * tells something, whatever the digits of both.
	 */
	boolean mayTell(String input) {
		return hasPairsOf(input) && new PieceGlance(this, input).mayTell();
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
			char c = CharMask.alike(input.charAt(i));
			if (c == 0) {
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
	boolean hasPair(char one, char other) {
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
	 * Write the characters of a text that count, folded.
	 * @return how many there are
	 */
	static int compact(String text, char[] characters) {
		int size = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = CharMask.folded(text.charAt(i));
			if (c != 0) {
				characters[size++] = c;
			}
		}
		return size;
	}

	/**
	 * Return the last place at which two characters may stand.
	 * @return -1 if there is none
	 */
	int last(char one, char other) {
		while (this.heads.length == 0 || this.heads[slot(one, other)] == 0 && this.unread > 0) {
			readMore();
		}
		return this.heads[slot(one, other)] - 1;
	}

	/**
	 * Return the place before another one.
	 * @return -1 if there is none
	 */
	int before(int place) {
		while (this.before[place - this.unread] == 0 && this.unread > 0) {
			readMore();
		}
		return this.before[place - this.unread] - 1;
	}

	char charAt(int index) {
		return this.characters[index - this.unread];
	}

	int position(int index) {
		return this.positions[index - this.unread];
	}

	/**
	 * Return behind which place there is none.
	 */
	int size() {
		return this.text.length();
	}

	/**
	 * Return how many places there are in what was read.
	 */
	int length() {
		return size() - this.start;
	}

	private int slot(char one, char other) {
		int hash = one * 31 + other;
		return (hash ^ hash >>> 7) & this.heads.length - 1;
	}

}
