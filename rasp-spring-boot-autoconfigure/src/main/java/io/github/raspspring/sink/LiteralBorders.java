package io.github.raspspring.sink;

/**
 * What stands next to the literals of a text, on the outside: a few characters, which all
 * texts that differ in their literals have in common. Tells which inputs may stand on
 * both sides of a quote.
 */
final class LiteralBorders {

	/** Beside a quote of another literal: what nobody knows. */
	private static final long NO_BORDER = CharMask.UNKNOWN | CharMask.of("'");

	/** Pairs of characters next to literals: few, as rows repeat them. */
	private static final int MOST_PAIRS = 64;

	private static final int HASHES = 1 << 10;

	/** Stretches between literals that another one is compared with. */
	private static final int MOST_STRETCHES = 8;

	private final String text;

	/** The characters right before and right behind literals. */
	private long before;

	private long behind;

	/** Two characters each at which a piece of an input may end or begin. */
	private final int[] pairs = new int[MOST_PAIRS];

	private int pairCount;

	/** One bit for each pair, by which most others are told apart. */
	private final long[] hashes = new long[HASHES >> 6];

	private boolean known = true;

	/**
	 * Read what stands next to literals.
	 * @param literals where what is within a literal begins and ends, in order, one quote
	 * before and behind each
	 * @param count how many of these numbers count
	 */
	LiteralBorders(String text, int[] literals, int count) {
		this.text = text;
		for (int i = 0; i < count && this.known; i += 2) {
			int near = Occurrence.skipBlanksBefore(text, literals[i] - 2);
			int next = Occurrence.skipBlanks(text, literals[i + 1] + 1);
			this.before |= (near >= 0) ? CharMask.bit(folded(text.charAt(near))) : 0;
			this.behind |= (next < text.length()) ? CharMask.bit(folded(text.charAt(next))) : 0;
			addBefore(near);
			addBehind(next);
		}
		this.known &= ((this.before | this.behind) & NO_BORDER) == 0 && this.pairCount < MOST_PAIRS;
	}

	/**
	 * Between two pieces of an input a text may have a few letters and digits.
	 */
	private void addBefore(int near) {
		int place = near;
		for (int gap = 0; gap <= PieceChain.WIDEST_GAP && place >= 0; gap++) {
			int far = Occurrence.skipBlanksBefore(this.text, place - 1);
			add(place, far, place);
			if (!isGap(place)) {
				return;
			}
			place = far;
		}
	}

	private void addBehind(int next) {
		int place = next;
		for (int gap = 0; gap <= PieceChain.WIDEST_GAP && place < this.text.length(); gap++) {
			int second = Occurrence.skipBlanks(this.text, place + 1);
			add(place, place, second);
			if (!isGap(place)) {
				return;
			}
			place = second;
		}
	}

	private boolean isGap(int place) {
		char c = this.text.charAt(place);
		return Character.isLetterOrDigit(c) || c == '_';
	}

	/**
	 * Where a piece would begin or end at the quote of another literal, it would depend
	 * on what that one holds.
	 */
	private void add(int place, int one, int other) {
		this.known &= this.text.charAt(place) != '\'';
		if (one < 0 || other >= this.text.length() || this.pairCount == MOST_PAIRS) {
			return;
		}
		char first = folded(this.text.charAt(one));
		char second = folded(this.text.charAt(other));
		if (!isPair(first, second)) {
			this.pairs[this.pairCount++] = first << 16 | second;
			int hash = hash(first, second);
			this.hashes[hash >> 6] |= 1L << hash;
		}
	}

	/**
	 * Return whether what stands next to each literal is known and the same for all texts
	 * that are alike.
	 */
	boolean known() {
		return this.known;
	}

	/**
	 * Return whether an input may stand on both sides of a quote as it is: it has the
	 * quote in it, and next to it what stands there in the text; or may do so with its
	 * last character alone: one behind the quote, or the quote before which another piece
	 * of it stands. A quote at the end of what stands within the literal, or at the start
	 * of it, is harmless.
	 */
	boolean isAcross(String input) {
		int first = input.indexOf('\'');
		if (first < 0) {
			return false;
		}
		char last = 0;
		boolean quoted = false;
		for (int i = Math.max(0, Occurrence.skipBlanksBefore(input, first - 1)); i < input.length(); i++) {
			char c = CharMask.alike(input.charAt(i));
			if (c == 0) {
				continue;
			}
			if (c == '\'' && (CharMask.bit(last) & this.before) != 0
					|| quoted && (CharMask.bit(c) & this.behind) != 0) {
				return true;
			}
			quoted = c == '\'';
			last = c;
		}
		return quoted ? hasPiece(input) : (CharMask.bit(last) & this.behind) != 0;
	}

	/**
	 * Return whether an input has two characters of which a piece may consist that stands
	 * next to a quote.
	 */
	boolean hasPiece(String input) {
		char last = 0;
		for (int i = 0; i < input.length(); i++) {
			char c = CharMask.alike(input.charAt(i));
			if (c != 0) {
				if (last != 0 && isPair(last, c)) {
					return true;
				}
				last = c;
			}
		}
		return false;
	}

	private boolean isPair(char one, char other) {
		int hash = hash(one, other);
		if ((this.hashes[hash >> 6] & 1L << hash) == 0) {
			return false;
		}
		for (int i = 0; i < this.pairCount; i++) {
			if (this.pairs[i] == (one << 16 | other)) {
				return true;
			}
		}
		return false;
	}

	private static int hash(char one, char other) {
		return (one * 37 + other) & HASHES - 1;
	}

	/**
	 * Return whether one of the literals of a text, to which all apostrophes of it
	 * belong, begins or ends with some characters.
	 */
	static boolean hasLiteralsOf(String text, long first, long last) {
		int open = text.indexOf('\'');
		while (open >= 0) {
			int end = endOfLiteral(text, open + 1);
			if (end < 0 || touches(text, open + 1, end, first, last)) {
				return true;
			}
			open = text.indexOf('\'', end + 1);
		}
		return false;
	}

	/**
	 * Return whether a literal begins or ends with some characters.
	 */
	static boolean touches(String text, int start, int end, long first, long last) {
		char begin = folded(text.charAt(Occurrence.skipBlanks(text, start)));
		char close = folded(text.charAt(Occurrence.skipBlanksBefore(text, end - 1)));
		return (CharMask.bit(begin) & first) != 0 || (CharMask.bit(close) & last) != 0;
	}

	/**
	 * Return what stands between the literals of a text, but only once what stands
	 * between several: rows repeat it. The last one stays, so that quotes meet as they do
	 * in the text.
	 */
	static String between(String text, int[] literals, int count) {
		if (count == 0) {
			return text;
		}
		StringBuilder stretches = new StringBuilder();
		int[] starts = new int[MOST_STRETCHES];
		int[] ends = new int[MOST_STRETCHES];
		int kept = 0;
		int from = 0;
		for (int i = 0; i <= count; i += 2) {
			int to = (i < count) ? literals[i] : text.length();
			boolean repeated = false;
			for (int k = 0; i < count && !repeated && k < Math.min(kept, MOST_STRETCHES); k++) {
				repeated = ends[k] - starts[k] == to - from && text.regionMatches(from, text, starts[k], to - from);
			}
			if (!repeated) {
				starts[kept % MOST_STRETCHES] = from;
				ends[kept++ % MOST_STRETCHES] = to;
				stretches.append(text, from, to).append('\0');
			}
			from = (i < count) ? literals[i + 1] : to;
		}
		return stretches.toString();
	}

	/**
	 * Return a text with blanks in the place of literals, and one digit for all.
	 */
	static String blanked(String text, int[] literals, int count) {
		char[] characters = new char[text.length()];
		int from = 0;
		for (int i = 0; i <= count; i += 2) {
			int to = (i < count) ? literals[i] : text.length();
			for (int k = from; k < to; k++) {
				characters[k] = CharMask.withoutDigit(text.charAt(k));
			}
			from = (i < count) ? literals[i + 1] : to;
		}
		return new String(characters);
	}

	static int endOfLiteral(String text, int from) {
		int i = text.indexOf('\'', from);
		while (i >= 0 && i + 1 < text.length() && text.charAt(i + 1) == '\'') {
			i = text.indexOf('\'', i + 2);
		}
		return i;
	}

	static char folded(char c) {
		return CharMask.withoutDigit(CharMask.fold(c));
	}

}
