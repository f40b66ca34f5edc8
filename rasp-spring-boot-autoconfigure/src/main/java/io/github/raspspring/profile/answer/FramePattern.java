package io.github.raspspring.profile.answer;

/**
 * The name of a source file as a line of a stack trace ends with it.
 *
 * @param extension what the name of the file ends with, and the colon before its line
 */
record FramePattern(String extension) implements AnswerPattern {

	@Override
	public String clue() {
		return this.extension.substring(0, 4);
	}

	@Override
	public void look(AnswerScan scan, AnswerBytes answer, int clue) {
		if (answer.startsWith(this.extension, clue)
				&& StackFrames.isFrame(answer, clue + this.extension.length() - 1)) {
			scan.frame();
		}
	}

}
