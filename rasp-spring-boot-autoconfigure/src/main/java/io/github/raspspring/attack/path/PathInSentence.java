package io.github.raspspring.attack.path;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * Tells whether a sentence is about a path, which opens nothing then. Stateless.
 */
final class PathInSentence {

	private static final HashedWords VERBS = HashedWords
		.of("is was has had are contains holds lists shows belongs should must may can cannot does exists stores keeps");

	private PathInSentence() {
	}

	/**
	 * Whether a path begins a sentence that tells something of it: a verb follows, or two
	 * words.
	 * @param end index behind the path
	 */
	static boolean isSubject(String text, int end) {
		int last = end + 1;
		while (Ascii.isLetter(Ascii.at(text, last))) {
			last++;
		}
		if (Ascii.at(text, end) != ' ' || Ascii.at(text, last) != ' ') {
			return false;
		}
		int second = last + 1;
		while (Ascii.isLetter(Ascii.at(text, second))) {
			second++;
		}
		char behind = Ascii.at(text, second);
		boolean words = last > end + 3 && second > last + 3 && !Ascii.startsWith(text, end + 1, "and ")
				&& (behind == ' ' || behind == '.' || behind == '?' || second == text.length());
		return words || VERBS.groupOf(text, end + 1, last) != 0;
	}

	/**
	 * Whether a path ends a sentence that tells something of it: words come before that
	 * end no other sentence, and among them nothing that begins a command.
	 * @param start index where the path begins
	 */
	static boolean isObject(String text, int start) {
		int i = (start > 0 && "\"'`(".indexOf(text.charAt(start - 1)) >= 0) ? start - 1 : start;
		if (Ascii.at(text, i - 1) != ' ' || ".!?".indexOf(Ascii.at(text, i - 2)) >= 0) {
			return false;
		}
		int words = 0;
		while (i > 0 && words < 2 && "|&;`$(<>=\n\r".indexOf(text.charAt(i - 1)) < 0) {
			int end = i;
			while (i > 0 && Ascii.isWord(text.charAt(i - 1))) {
				i--;
			}
			words += (end > i && (i == 0 || text.charAt(i - 1) == ' ')) ? 1 : 0;
			i -= (end > i) ? 0 : 1;
			while (i > 0 && text.charAt(i - 1) == ' ') {
				i--;
			}
		}
		return words == 2;
	}

}
