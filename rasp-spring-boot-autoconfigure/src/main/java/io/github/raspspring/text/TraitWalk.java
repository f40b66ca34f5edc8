package io.github.raspspring.text;

/**
 * Finds the {@link Traits} of a text that stands as ASCII among other bytes, and its end,
 * in one walk. Remembers the last text. Not thread-safe.
 */
public final class TraitWalk {

	/** What is shorter is not looked at for data, which is long. */
	private static final int UNDECIDED = TraitReader.STEP;

	/** Spreads the highest bit, by which a pair tells of words, over all of them. */
	private static final int SIGN = Long.SIZE - 1;

	private final TraitReader reader;

	private final TraitTable words;

	/** The words that ended within a step. */
	private final int[] ended = new int[TraitReader.STEP];

	private long walked;

	private boolean data;

	TraitWalk(TraitReader reader, TraitTable words) {
		this.reader = reader;
		this.words = words;
	}

	/**
	 * Walk up to the first byte that is a quotation mark, a backslash, a control
	 * character or beyond ASCII.
	 * @param bytes what the text stands in
	 * @param start index of its first byte
	 * @param end index behind the last byte to look at
	 * @return the index of the byte at which the walk ended, or the end
	 */
	public int over(byte[] bytes, int start, int end) {
		int[] ended = this.ended;
		long traits = 0;
		int word = 0;
		int before = TraitPairs.NOTHING;
		int i = start;
		while (true) {
			int limit = Math.min(end, i + TraitReader.STEP);
			int count = 0;
			for (; i < limit; i++) {
				int sign = TraitPairs.plain(bytes[i]);
				int current = sign >>> Byte.SIZE;
				if (current == TraitPairs.NOTHING) {
					break;
				}
				long pair = TraitPairs.of(before, current);
				// No branch where words end: no processor can tell at which byte they do.
				ended[count & TraitReader.STEP - 1] = word;
				count -= (int) (pair >> SIGN);
				word &= ~TraitPairs.ifBegins(pair);
				word = TraitTable.extend(word, sign & 0xFF);
				traits |= pair;
				before = current;
			}
			traits |= this.words.traitsOf(ended, count);
			if (i < limit || limit == end) {
				break;
			}
			int data = (i == start + UNDECIDED) ? Base64Data.end(bytes, start, end) : -1;
			if (data >= 0) {
				this.walked = Base64Data.TRAITS;
				this.data = true;
				return data;
			}
		}
		this.walked = TraitReader.end(traits, before, word, this.words);
		this.data = false;
		return i;
	}

	/**
	 * Walk over a text of whatever characters.
	 * @param text the text
	 */
	public void over(String text) {
		this.walked = this.reader.walk(text, this.ended);
		this.data = false;
	}

	/**
	 * Return the traits of the last text.
	 * @return the bits of its characters, words and pairs, and of what follows from them;
	 * of {@link Base64Data} among bytes those only that any has
	 */
	public long traits() {
		return this.data ? this.walked : TraitReader.complete(this.walked);
	}

	/**
	 * Return the traits of the last text as {@link TraitReader#walk(String)} finds them.
	 * @return the bits, to be completed
	 */
	public long walked() {
		return this.walked;
	}

	/**
	 * Return whether the last text is {@link Base64Data} for certain. What is not written
	 * as it is, or short, may be all the same.
	 * @return {@code true} if it is, and nothing else is known of it
	 */
	public boolean isData() {
		return this.data;
	}

}
