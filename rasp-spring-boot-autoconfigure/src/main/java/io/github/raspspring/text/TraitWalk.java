package io.github.raspspring.text;

/**
 * Finds the {@link Traits} of a text that stands as ASCII among other bytes, and its end,
 * in one walk. Remembers the last text. Not thread-safe.
 */
public final class TraitWalk {

	private final TraitReader reader;

	private final TraitTable words;

	private long traits;

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
		int data = Base64Data.end(bytes, start, end);
		if (data >= 0) {
			this.traits = Base64Data.TRAITS;
			return data;
		}
		long traits = 0;
		int word = 0;
		int before = TraitPairs.NOTHING;
		int i = start;
		for (; i < end; i++) {
			int current = TraitPairs.plainClassOf(bytes[i]);
			if (current == TraitPairs.NOTHING) {
				break;
			}
			long pair = TraitPairs.of(before, current);
			if (pair < 0) {
				traits |= this.words.traitsOf(word);
			}
			word = ((pair & Traits.WORD_BEGIN) != 0) ? 0 : word * TraitTable.FACTOR;
			word += bytes[i] | 0x20;
			traits |= pair;
			before = current;
		}
		this.traits = TraitReader.complete(traits, before, word, this.words);
		return i;
	}

	/**
	 * Walk over a text of whatever characters.
	 * @param text the text
	 */
	public void over(String text) {
		this.traits = this.reader.read(text);
	}

	/**
	 * Return the traits of the last text.
	 * @return the bits of its characters, words and pairs, and of what follows from them;
	 * of {@link Base64Data} among bytes those only that any has
	 */
	public long traits() {
		return this.traits;
	}

}
