package io.github.raspspring.profile.answer;

import java.util.Set;

/**
 * What was seen in an answer.
 *
 * @param leaks kinds of what should not leave
 * @param rows elements of its longest list
 * @param properties the sensitive words in names of its properties, a bit for each
 */
record AnswerFacts(Set<Leak> leaks, int rows, long properties) {

	/**
	 * Return the sensitive words.
	 */
	Set<String> sensitive() {
		return SensitiveProperties.named(this.properties);
	}

}
