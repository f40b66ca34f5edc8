package io.github.raspspring.profile.answer;

import java.util.ArrayList;
import java.util.List;

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

	private SensitiveProperties() {
	}

	static List<AnswerPattern> patterns() {
		List<AnswerPattern> patterns = new ArrayList<>();
		for (String word : WORDS) {
			patterns.add(new SensitiveName(word.substring(0, 4), word));
		}
		for (String word : PARTED) {
			String whole = word.replace("_", "");
			patterns.add(new SensitiveName(word.substring(0, 4), whole));
			patterns.add(new SensitiveName(word.replace('_', '-').substring(0, 4), whole));
		}
		for (String word : SHORT) {
			AROUND.chars().forEach((c) -> patterns.add(new SensitiveName(word + (char) c, word)));
			for (char next = 'a'; next <= 'z'; next++) {
				patterns.add(new SensitiveName(word + next, word));
			}
		}
		return patterns;
	}

}
