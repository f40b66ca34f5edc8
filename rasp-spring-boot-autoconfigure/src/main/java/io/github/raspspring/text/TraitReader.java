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

	/** Characters at a step of a walk over a long text, a power of two. */
	static final int STEP = 64;

	/** Texts of this length pay for working memory. */
	private static final int LONG = 2 * STEP;

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
		return complete(walk(text));
	}

	/**
	 * Find the traits of all characters, words and pairs of a text.
	 * @param text the text
	 * @return the bits, to be completed
	 */
	public long walk(String text) {
		return (text.length() < LONG) ? walk(text, 0, text.length()) : walk(text, new int[STEP]);
	}

	/**
	 * Add what follows from several traits together.
	 * @param walked the bits of characters, words and pairs
	 * @return all bits
	 */
	public static long complete(long walked) {
		return TraitConclusions.of(walked);
	}

	/**
	 * Find the traits of a part of a text that neither begins nor ends within a word.
	 */
	long walk(String text, int start, int end) {
		TraitTable words = this.words;
		long traits = 0;
		int word = 0;
		int before = (start > 0) ? TraitPairs.classOf(text.charAt(start - 1)) : TraitPairs.NOTHING;
		int limit = Math.min(end, text.length());
		int i = start;
		while (i < limit) {
			for (; i < limit; i++) {
				char c = text.charAt(i);
				if (c >= 0x80) {
					break;
				}
				int current = TraitPairs.classOf(c);
				long pair = TraitPairs.of(before, current);
				if (pair < 0) {
					traits |= words.traitsOf(word);
				}
				// No branch where words begin: no processor can tell at which character.
				word &= ~TraitPairs.ifBegins(pair);
				word = TraitTable.extend(word, c | 0x20);
				traits |= pair;
				before = current;
			}
			if (i < limit) {
				long run = BeyondAscii.run(text, i, limit);
				traits |= behind(before, word) | run & Traits.NON_ASCII;
				i = BeyondAscii.end(run);
				before = TraitPairs.BEYOND_ASCII;
			}
		}
		return (end < text.length()) ? traits : end(traits, before, word, words);
	}

	/**
	 * Find the traits of a text, those of its words step by step.
	 * @param ended working memory for as many words as a step has characters
	 */
	long walk(String text, int[] ended) {
		long traits = 0;
		int word = 0;
		int before = TraitPairs.NOTHING;
		int length = text.length();
		int i = 0;
		while (i < length) {
			int limit = Math.min(length, i + STEP);
			int count = 0;
			for (; i < limit; i++) {
				char c = text.charAt(i);
				if (c >= 0x80) {
					break;
				}
				int current = TraitPairs.classOf(c);
				long pair = TraitPairs.of(before, current);
				// No branch where words end: no processor can tell at which character.
				ended[count & STEP - 1] = word;
				count -= (int) (pair >> Long.SIZE - 1);
				word &= ~TraitPairs.ifBegins(pair);
				word = TraitTable.extend(word, c | 0x20);
				traits |= pair;
				before = current;
			}
			traits |= this.words.traitsOf(ended, count);
			if (i < limit) {
				long run = BeyondAscii.run(text, i, length);
				traits |= behind(before, word) | run & Traits.NON_ASCII;
				i = BeyondAscii.end(run);
				before = TraitPairs.BEYOND_ASCII;
			}
		}
		return end(traits, before, word, this.words);
	}

	/**
	 * Return what a character beyond ASCII tells behind another one.
	 */
	private long behind(int before, int word) {
		long pair = TraitPairs.of(before, TraitPairs.BEYOND_ASCII);
		return (pair < 0) ? pair | this.words.traitsOf(word) : pair;
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
	static long end(long walked, int last, int word, TraitTable words) {
		return (TraitPairs.of(last, TraitPairs.NOTHING) < 0) ? walked | words.traitsOf(word) : walked;
	}

}
