package io.github.raspspring.profile.answer;

/**
 * Something that is looked for in answers, and that is noticed by four characters which
 * are rare elsewhere.
 */
interface AnswerPattern {

	/**
	 * Return the four characters, in which case does not matter.
	 */
	String clue();

	/**
	 * Look whether it stands here, and tell the scan.
	 * @param scan told of what is seen
	 * @param answer the answer
	 * @param clue where the four characters stand, in upper or lower case
	 */
	void look(AnswerScan scan, AnswerBytes answer, int clue);

}
