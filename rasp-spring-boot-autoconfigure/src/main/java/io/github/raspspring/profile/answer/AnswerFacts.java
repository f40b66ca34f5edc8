package io.github.raspspring.profile.answer;

import java.util.Set;

/**
 * What was seen in an answer.
 *
 * @param leaks kinds of what should not leave
 * @param rows elements of its longest list
 * @param sensitive words of the sensitive names of its properties
 */
record AnswerFacts(Set<Leak> leaks, int rows, Set<String> sensitive) {

}
