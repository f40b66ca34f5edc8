package io.github.raspspring.text;

import java.util.Collection;
import java.util.List;

/**
 * Finds the {@link Traits} of texts, with the words that families of attacks handed over.
 * Immutable and safe for use by many threads.
 */
public final class TraitReader {

	/** Finds the traits of characters and of pairs of them, and none of words. */
	public static final TraitReader WITHOUT_WORDS = new TraitReader(List.of());

	private final TraitTable words;

	/**
	 * Create a reader.
	 * @param vocabulary the words of all families
	 */
	public TraitReader(Collection<TraitWords> vocabulary) {
		this.words = new TraitTable(vocabulary);
	}

	/**
	 * Find the traits of a text. A word may begin right behind a digit or dollar sign, as
	 * it may in SQL.
	 * @param text the text
	 * @return the bits of all its characters, words and pairs, and of what follows from
	 * them
	 */
	public long read(String text) {
		long traits = 0;
		int word = 0;
		int before = TraitPairs.NOTHING;
		int length = text.length();
		for (int i = 0; i < length; i++) {
			char c = text.charAt(i);
			int current = TraitPairs.classOf(c);
			long pair = TraitPairs.of(before, current);
			if (pair < 0) {
				traits |= this.words.traitsOf(word);
			}
			word = ((pair & Traits.WORD_BEGIN) != 0) ? 0 : word * TraitTable.FACTOR;
			word += c | 0x20;
			traits |= pair;
			before = current;
			if (current == TraitPairs.BEYOND_ASCII) {
				i = lastBeyondAscii(text, i);
			}
		}
		return complete(traits, before, word, this.words);
	}

	/**
	 * Walk over what has no other trait, alone or in pairs, and is part of no word.
	 */
	private static int lastBeyondAscii(String text, int from) {
		int i = from + 1;
		while (i < text.length() && text.charAt(i) >= 0x80) {
			i++;
		}
		return i - 1;
	}

	/**
	 * Start a walk over texts that stand among other bytes.
	 * @return a walk for one thread
	 */
	public TraitWalk walk() {
		return new TraitWalk(this, this.words);
	}

	/**
	 * End a walk behind a character.
	 */
	static long complete(long walked, int last, int word, TraitTable words) {
		long traits = walked;
		if (TraitPairs.of(last, TraitPairs.NOTHING) < 0) {
			traits |= words.traitsOf(word);
		}
		return Traits.complete(traits & ~(Traits.WORD_END | Traits.WORD_BEGIN));
	}

}
