package io.github.raspspring.text;

import java.util.List;

/**
 * Words that make a text interesting to a family of attacks. Immutable.
 *
 * @param trait the trait that each of the words has, one of {@link Traits#WORDS}
 * @param words the words in lower case, without blanks
 */
public record TraitWords(long trait, List<String> words) {

	public TraitWords {
		if (Long.bitCount(trait) != 1 || (trait & Traits.WORDS) == 0) {
			throw new IllegalArgumentException("Words have one of the traits of words");
		}
		words = List.copyOf(words);
	}

	/**
	 * Create words from one text.
	 * @param trait the trait that each of the words has
	 * @param words the words, separated by blanks
	 * @return the words
	 */
	public static TraitWords of(long trait, String words) {
		return new TraitWords(trait, List.of(words.trim().split("\\s+")));
	}

}
