package io.github.raspspring.profile.answer;

import org.jspecify.annotations.Nullable;

/**
 * Names of properties that tell something of somebody, by the words they are made of.
 */
final class SensitiveProperties {

	private static final String[] WORDS = { "password", "passwd", "secret", "token", "ssn", "iban", "salary", "income",
			"passport", "birthdate", "birthday", "creditcard", "cardnumber", "cvv", "cvc", "taxid", "phone", "email",
			"address", "apikey" };

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
		for (String word : WORDS) {
			if (word.length() <= length && contains(answer, start, end, word)) {
				return word;
			}
		}
		return null;
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
