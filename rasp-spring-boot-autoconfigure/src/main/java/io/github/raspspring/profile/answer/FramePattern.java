package io.github.raspspring.profile.answer;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The name of a source file as a line of a stack trace ends with it.
 *
 * @param extension what the name of the file ends with, and the colon before its line
 */
record FramePattern(String extension) implements LeakSigns.SignedPattern {

	private static final String ANY = IntStream.range(0, 0x100)
		.mapToObj((c) -> String.valueOf((char) c))
		.collect(Collectors.joining());

	@Override
	public String clue() {
		return this.extension.substring(0, 4);
	}

	@Override
	public List<String> signs() {
		return LeakSigns.SignedPattern.signs(ANY, this.extension, "0123456789");
	}

	@Override
	public int clueWithin() {
		return LeakSigns.SignedPattern.clueWithin(this.extension, 0);
	}

	@Override
	public void look(AnswerScan scan, AnswerBytes answer, int clue) {
		if (answer.startsWith(this.extension, clue)
				&& StackFrames.isFrame(answer, clue + this.extension.length() - 1)) {
			scan.frame();
		}
	}

}
