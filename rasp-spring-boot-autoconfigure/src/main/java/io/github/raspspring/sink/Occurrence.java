package io.github.raspspring.sink;

/**
 * Finds where an input occurs in a text, whatever the case and the blanks of both. A
 * found range is packed into one {@code long}, so that looking allocates nothing.
 */
public final class Occurrence {

	/** No occurrence. */
	public static final long NONE = -1;

	/** Characters that may be compared in vain before the search becomes a linear one. */
	private static final int PATIENCE = 1 << 14;

	private static final int NEAR = 64;

	private Occurrence() {
	}

	public static int start(long occurrence) {
		return (int) (occurrence >>> 32);
	}

	public static int end(long occurrence) {
		return (int) occurrence;
	}

	/**
	 * Find the next occurrence.
	 * @param text where to look
	 * @param input what to look for
	 * @param from index to start from
	 * @return the range, or {@link #NONE}
	 */
	public static long find(String text, String input, int from) {
		int first = skipBlanks(input, 0);
		if (first == input.length()) {
			return NONE;
		}
		char head = CharMask.fold(input.charAt(first));
		return (isPlain(head)) ? findPlain(text, input, from, first, head) : findFolded(text, input, from, first, head);
	}

	/**
	 * Characters of which no other one than its capital is another form are found by the
	 * search of the JDK, which is faster than a loop.
	 */
	private static boolean isPlain(char head) {
		return head < 0x80 && head != 'i' && head != 'k' && head != 's';
	}

	private static long findPlain(String text, String input, int from, int first, char head) {
		char capital = (head >= 'a' && head <= 'z') ? (char) (head & ~0x20) : head;
		int patience = PATIENCE;
		int at = next(text, head, capital, from);
		while (at >= 0) {
			int end = match(text, at, input, first);
			if (end >= 0) {
				return pack(at, end);
			}
			patience += end;
			if (patience < 0) {
				return LinearSearch.find(text, input, at + 1);
			}
			at = next(text, head, capital, at + 1);
		}
		return NONE;
	}

	/**
	 * Find the next of two characters. Looks close by first, so that many occurrences of
	 * the one don't cost as many searches for the other up to the end.
	 */
	private static int next(String text, char head, char capital, int from) {
		int near = Math.min(text.length(), from + NEAR);
		for (int i = from; i < near; i++) {
			char c = text.charAt(i);
			if (c == head || c == capital) {
				return i;
			}
		}
		int small = text.indexOf(head, near);
		int large = (capital != head) ? text.indexOf(capital, near) : -1;
		return (small < 0 || large < 0) ? Math.max(small, large) : Math.min(small, large);
	}

	private static long findFolded(String text, String input, int from, int first, char head) {
		int patience = PATIENCE;
		for (int i = from; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == head || CharMask.fold(c) == head) {
				int end = match(text, i, input, first);
				if (end >= 0) {
					return pack(i, end);
				}
				patience += end;
				if (patience < 0) {
					return LinearSearch.find(text, input, i + 1);
				}
			}
		}
		return NONE;
	}

	/**
	 * Return a range as the search returns it.
	 */
	public static long pack(int start, int end) {
		return ((long) start << 32) | end;
	}

	public static int skipBlanks(String text, int from) {
		int i = from;
		while (i < text.length() && CharMask.isBlank(text.charAt(i))) {
			i++;
		}
		return i;
	}

	static int skipBlanksBefore(String text, int from) {
		int i = from;
		while (i >= 0 && CharMask.isBlank(text.charAt(i))) {
			i--;
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
			if (t == text.length()) {
				return isBlankFrom(input, i) ? last : at - t - 1;
			}
			char c = text.charAt(t);
			char d = input.charAt(i);
			if (c == d) {
				t++;
				i++;
				last = (c > ' ' && c < 0x7F || !CharMask.isBlank(c)) ? t : last;
			}
			else if (CharMask.isBlank(d)) {
				i++;
			}
			else if (CharMask.isBlank(c)) {
				t++;
			}
			else if (CharMask.fold(c) == CharMask.fold(d)) {
				last = ++t;
				i++;
			}
			else {
				return at - t - 1;
			}
		}
		return last;
	}

	private static boolean isBlankFrom(String input, int from) {
		return skipBlanks(input, from) == input.length();
	}

}
