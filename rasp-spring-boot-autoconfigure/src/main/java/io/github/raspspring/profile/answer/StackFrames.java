package io.github.raspspring.profile.answer;

import java.util.List;

/**
 * Recognizes lines of stack traces.
 */
final class StackFrames {

	private static final int LONGEST = 200;

	private static final String PYTHON = "Traceback (most recent call last)";

	private StackFrames() {
	}

	static List<LeakSigns.SignedPattern> patterns() {
		return List.of(new FramePattern(".java:"), new FramePattern(".kt:"), new FramePattern(".scala:"),
				new FramePattern(".groovy:"), new LeakPattern(PYTHON, Leak.STACK_TRACE, (answer, end) -> true));
	}

	/**
	 * Tell whether this is the colon of a frame: {@code at a.b.C.m(C.java:12)}.
	 * @param colon where a colon stands behind the name of a source file
	 */
	static boolean isFrame(AnswerBytes answer, int colon) {
		int end = colon + 1;
		while (AnswerBytes.isDigit(answer.at(end)) && end < colon + LONGEST) {
			end++;
		}
		return end > colon + 1 && answer.at(end) == ')' && isCalled(answer, colon);
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
