package io.github.raspspring.profile.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Words in names of properties that tell something of somebody.
 */
final class SensitiveProperties {

	private static final String[] WORDS = { "password", "passwd", "secret", "token", "iban", "salary", "income",
			"passport", "birthdate", "birthday", "creditcard", "cardnumber", "taxid", "phone", "email", "address",
			"apikey" };

	/** Words that are often written with a hyphen or underscore among the first four. */
	private static final String[] PARTED = { "e_mail", "api_key", "tax_id" };

	/** Too short to be told from parts of other words, but by what stands around them. */
	private static final String[] SHORT = { "ssn", "cvv", "cvc" };

	private static final String AROUND = "\"_-";

	/** All of them, each once; where one stands is the number of its bit. */
	private static final List<String> ALL = Stream.of(Stream.of(WORDS), wholes(), Stream.of(SHORT))
		.flatMap((words) -> words)
		.distinct()
		.toList();

	/** By which those who learn know that an answer has such a property. */
	private static final List<String> PATHS = ALL.stream().map((word) -> "answer." + word).toList();

	private static final long OF_CONTACT = Stream.of("phone", "email", "address")
		.mapToLong((word) -> 1L << ALL.indexOf(word))
		.sum();

	private SensitiveProperties() {
	}

	private static Stream<String> wholes() {
		return Stream.of(PARTED).map((word) -> word.replace("_", ""));
	}

	static List<AnswerPattern> patterns() {
		List<AnswerPattern> patterns = new ArrayList<>();
		for (String word : WORDS) {
			patterns.add(name(word.substring(0, 4), word));
		}
		for (String word : PARTED) {
			String whole = word.replace("_", "");
			patterns.add(name(word.substring(0, 4), whole));
			patterns.add(name(word.replace('_', '-').substring(0, 4), whole));
		}
		for (String word : SHORT) {
			AROUND.chars().forEach((c) -> patterns.add(name(word + (char) c, word)));
			for (char next = 'a'; next <= 'z'; next++) {
				patterns.add(name(word + next, word));
			}
		}
		return patterns;
	}

	private static SensitiveName name(String clue, String word) {
		return new SensitiveName(clue, word, 1L << ALL.indexOf(word));
	}

	/**
	 * Return whether any of the words of bits says more than how to reach somebody.
	 */
	static boolean nameSecret(long bits) {
		return (bits & ~OF_CONTACT) != 0;
	}

	/**
	 * Return the words of bits.
	 */
	static Set<String> named(long bits) {
		Set<String> words = new HashSet<>();
		for (long rest = bits; rest != 0; rest &= rest - 1) {
			words.add(ALL.get(Long.numberOfTrailingZeros(rest)));
		}
		return words;
	}

	/**
	 * Return the path by which the word of a bit is learnt.
	 * @param number the number of the bit
	 */
	static String path(int number) {
		return PATHS.get(number);
	}

}
