package io.github.raspspring.sink;

/**
 * Finds where an input occurs in a text, whatever the case and the blanks of both. A
 * found range is packed into one {@code long}, so that looking allocates nothing.
 */
final class Occurrence {

	/** No occurrence. */
	static final long NONE = -1;

	/** Characters that may be compared in vain before the search becomes a linear one. */
	private static final int PATIENCE = 1 << 14;

	private Occurrence() {
	}

	static int start(long occurrence) {
		return (int) (occurrence >>> 32);
	}

	static int end(long occurrence) {
		return (int) occurrence;
	}

	/**
	 * Find the next occurrence.
	 * @param text where to look
	 * @param input what to look for
	 * @param from index to start from
	 * @return the range, or {@link #NONE}
	 */
	static long find(String text, String input, int from) {
		int first = skipBlanks(input, 0);
		if (first == input.length()) {
			return NONE;
		}
		char head = CharMask.fold(input.charAt(first));
		int patience = PATIENCE;
		for (int i = next(text, head, from); i >= 0; i = next(text, head, i + 1)) {
			int end = match(text, i, input, first);
			if (end >= 0) {
				return pack(i, end);
			}
			patience += end;
			if (patience < 0) {
				return LinearSearch.find(text, input, i + 1);
			}
		}
		return NONE;
	}

	/**
	 * What has no case is found by the search of the JDK, which is faster than a loop.
	 */
	private static int next(String text, char head, int from) {
		if (head < 0x80 && !(head >= 'a' && head <= 'z')) {
			return text.indexOf(head, from);
		}
		for (int i = from; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == head || CharMask.fold(c) == head) {
				return i;
			}
		}
		return -1;
	}

	static long pack(int start, int end) {
		return ((long) start << 32) | end;
	}

	static int skipBlanks(String text, int from) {
		int i = from;
		while (i < text.length() && CharMask.isBlank(text.charAt(i))) {
			i++;
		}
		return i;
	}

	/**
	 * Return the end of the match, or the negative number of characters compared.
	 */
	private static int match(String text, int at, String input, int first) {
		int t = at;
		int last = at;
		int i = first;
		while (i < input.length()) {
			t = skipBlanks(text, t);
			if (t == text.length() || CharMask.fold(text.charAt(t)) != CharMask.fold(input.charAt(i))) {
				return at - t - 1;
			}
			t++;
			last = t;
			i = skipBlanks(input, i + 1);
		}
		return last;
	}

}
