package io.github.raspspring.attack.command;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * A command that a sentence tells of: {@code df says}, {@code top shows}.
 */
final class ToldCommand {

	private static final HashedWords VERBS = HashedWords.of("says shows tells is was has isn't doesn't takes");

	private static final int LONGEST = 8;

	private ToldCommand() {
	}

	/**
	 * Tell whether a verb follows, and something behind it.
	 * @param end index behind the name of the command
	 */
	static boolean isAt(String text, int end) {
		int start = Ascii.skipSpace(text, end);
		int behind = start;
		while (behind < start + LONGEST && Ascii.at(text, behind) > ' ') {
			behind++;
		}
		return Ascii.at(text, behind) == ' ' && VERBS.groupOf(text, start, behind) != 0;
	}

}
