package io.github.raspspring.profile.answer;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Names of properties that tell something of somebody, by the words they are made of.
 */
final class SensitiveProperties {

	private static final String[] WORDS = { "password", "passwd", "secret", "token", "ssn", "iban", "salary", "income",
			"passport", "birthdate", "birthday", "creditcard", "cardnumber", "cvv", "cvc", "taxid", "phone", "email",
			"address", "apikey" };

	private static final int[] LETTERS = Stream.of(WORDS).mapToInt(SensitiveProperties::lettersOf).toArray();

	private static final int LONGEST = 40;

	private SensitiveProperties() {
	}

	/**
	 * Find the word that a name has.
	 * @return one of a few words, or {@code null}
	 */
	static @Nullable String wordOf(AnswerBytes answer, int start, int end) {
		int length = end - start;
		if (length > LONGEST || length < 3) {
			return null;
		}
		int letters = 0;
		for (int i = start; i < end; i++) {
			letters |= 1 << answer.at(i);
		}
		for (int word = 0; word < WORDS.length; word++) {
			if ((letters & LETTERS[word]) == LETTERS[word] && contains(answer, start, end, WORDS[word])) {
				return WORDS[word];
			}
		}
		return null;
	}

	/**
	 * Return the set of letters of a word, upper and lower case alike: the last five bits
	 * of a letter are its place in the alphabet.
	 */
	private static int lettersOf(String word) {
		return word.chars().reduce(0, (letters, letter) -> letters | 1 << letter);
	}

	/**
	 * Compare without regard to case, hyphens and underscores.
	 */
	private static boolean contains(AnswerBytes answer, int start, int end, String word) {
		int matched = 0;
		for (int i = start; i < end && matched < word.length(); i++) {
			int b = answer.at(i);
			if (b == '_' || b == '-') {
				continue;
			}
			matched = ((b | 0x20) == word.charAt(matched)) ? matched + 1 : (((b | 0x20) == word.charAt(0)) ? 1 : 0);
		}
		return matched == word.length();
	}

}
