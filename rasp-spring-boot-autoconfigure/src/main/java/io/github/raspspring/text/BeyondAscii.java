package io.github.raspspring.text;

/**
 * Finds the {@link Traits} of characters beyond ASCII, which are part of no word and say
 * nothing in pairs with others. Stateless.
 */
final class BeyondAscii {

	/** Where a byte can only be one that follows another, in UTF-8. */
	private static final int LEADING = 0xC0;

	private static final int BYTES = 0x100;

	private BeyondAscii() {
	}

	/**
	 * Read a run of such characters. Two of them that may be bytes of UTF-8 which were
	 * read as characters, one of which is no letter, tell as well.
	 * @param text the text
	 * @param from index of the first one
	 * @param limit where to stop at the latest
	 * @return the bit of their trait, and the index behind the last one
	 */
	static long run(String text, int from, int limit) {
		char c = text.charAt(from);
		long telling = CharacterFolding.telling(c);
		int lowest = c;
		int i = from + 1;
		while (i < limit) {
			c = text.charAt(i);
			if (c < 0x80) {
				break;
			}
			telling |= CharacterFolding.telling(c);
			lowest = Math.min(lowest, c);
			i++;
		}
		boolean tells = (telling & 1) != 0 || lowest < BYTES && i - from > 1 && holdsBytes(text, from, i);
		return (tells ? Traits.NON_ASCII : 0) | i;
	}

	/**
	 * Return the index behind the last character of a run.
	 */
	static int end(long run) {
		return (int) (run & Integer.MAX_VALUE);
	}

	private static boolean holdsBytes(String text, int from, int end) {
		for (int i = from + 1; i < end; i++) {
			char before = text.charAt(i - 1);
			char c = text.charAt(i);
			if (c < BYTES && before < BYTES && Math.min(c, before) < LEADING) {
				return true;
			}
		}
		return false;
	}

}
