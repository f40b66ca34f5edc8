package io.github.raspspring.profile.answer;

/**
 * Recognizes lines of stack traces.
 */
final class StackFrames {

	private static final int LONGEST = 200;

	private StackFrames() {
	}

	/**
	 * Tell whether this is the colon of a frame: {@code at a.b.C.m(C.java:12)}.
	 * @param colon where a colon stands
	 */
	static boolean isFrame(AnswerBytes answer, int colon) {
		if (!AnswerBytes.isDigit(answer.at(colon + 1))
				|| !(answer.startsWith(".java", colon - 5) || answer.startsWith(".kt", colon - 3)
						|| answer.startsWith(".scala", colon - 6) || answer.startsWith(".groovy", colon - 7))) {
			return false;
		}
		int end = colon + 1;
		while (AnswerBytes.isDigit(answer.at(end))) {
			end++;
		}
		return answer.at(end) == ')' && isCalled(answer, colon);
	}

	/**
	 * A qualified method stands before the bracket, and "at" before that.
	 */
	private static boolean isCalled(AnswerBytes answer, int colon) {
		int index = colon;
		while (index > colon - LONGEST && answer.at(index) != '(' && answer.at(index) != 0) {
			index--;
		}
		int points = 0;
		index--;
		while (index > colon - LONGEST && answer.at(index) != ' ' && answer.at(index) != 0) {
			points += (answer.at(index) == '.') ? 1 : 0;
			index--;
		}
		return points >= 2 && answer.at(index) == ' ' && answer.at(index - 1) == 't' && answer.at(index - 2) == 'a';
	}

}
