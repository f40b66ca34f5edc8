package io.github.raspspring.attack.command;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * Recognizes what a shell tells of itself or of its host, passed on to what searches or
 * sends it: {@code set | grep PATH}. Neither word would be a command in a sentence, the
 * two with a bar between them are.
 */
final class PipedListing {

	private static final HashedWords LISTINGS = HashedWords.of("set env printenv export declare alias history",
			"mount ps ls df who w last netstat dmesg jobs ip");

	private static final HashedWords FILTERS = HashedWords.of(
			"grep egrep fgrep awk sed wc uniq tr xargs base64 xxd nc" + " ncat curl sh bash tee od",
			"sort head tail cut less more");

	private static final int ALWAYS = 1;

	private static final int LONGEST = 8;

	private PipedListing() {
	}

	/**
	 * Tell whether such a command begins at a place and, with its filter, ends the text.
	 * @param text the text
	 * @param from where a command may begin
	 * @param alone whether nothing comes before, where only what tells secrets counts
	 */
	static boolean follows(String text, int from, boolean alone) {
		int start = Ascii.skipSpace(text, from);
		int end = wordEnd(text, start);
		if (end - start > LONGEST || end == start) {
			return false;
		}
		int bar = Ascii.skipSpace(text, end);
		if (Ascii.at(text, bar) != '|' || Ascii.at(text, bar + 1) == '|') {
			return false;
		}
		int listing = LISTINGS.groupOf(text, start, end);
		if (listing == 0 || alone && listing != ALWAYS) {
			return false;
		}
		int filter = Ascii.skipSpace(text, bar + 1);
		int filterEnd = wordEnd(text, filter);
		int meaning = FILTERS.groupOf(text, filter, filterEnd);
		int argument = Ascii.skipSpace(text, filterEnd);
		boolean bare = argument >= text.length();
		boolean one = wordEnds(text, argument) && argument > filterEnd;
		return meaning == ALWAYS && (bare || one)
				|| meaning != 0 && (bare && listing == ALWAYS || one && text.charAt(argument) == '-');
	}

	private static int wordEnd(String text, int from) {
		int end = from;
		while (end <= from + LONGEST && Ascii.isWord(Ascii.at(text, end))) {
			end++;
		}
		return end;
	}

	/**
	 * Tell whether at most two words end the text, or a comment follows them.
	 */
	private static boolean wordEnds(String text, int from) {
		int blanks = 0;
		for (int i = from; i < text.length() && text.charAt(i) != '#' && blanks < 2; i++) {
			char c = text.charAt(i);
			blanks += (c == '\n') ? 2 : Ascii.isSpace(c) ? 1 : 0;
		}
		return from < text.length() && blanks < 2;
	}

}
