package io.github.raspspring.text;

/**
 * Characters that some layer below turns into an ASCII one, by compatibility (Unicode
 * NFKC), by best fit or by dropping what can't be seen. Typographic quotes aren't among
 * them: no parser takes them for quotes.
 */
final class CharacterFolding {

	private static final int PAGE_BITS = 8;

	/** By the upper byte, whether any character folds: those of most scripts stay. */
	private static final boolean[] PAGES = pages(0x00, 0x01, 0x02, 0x03, 0x20, 0x21, 0x22, 0x24, 0x30, 0xFE, 0xFF);

	/**
	 * What is taken for dots, slashes or line breaks by those who decompose characters or
	 * cut them down to a byte, or is left of what could not be decoded.
	 */
	private static final String CARELESSLY_READ = "\u010A\u010D\u2024\u2025\u2028\u2029\u29F5\u29F8\u560A\u560D"
			+ "\uEFC8\uF025\uFE30\uFFFD";

	private static final int WORD_BITS = 6;

	/** A bit for each character, set for those that tell. */
	private static final long[] TELLING = telling();

	private CharacterFolding() {
	}

	/**
	 * Fold a character.
	 * @param text the text
	 * @param index where a character above U+007F, or NUL, is
	 * @return what it becomes, {@link Escape#NONE} if it stays
	 */
	static long at(String text, int index) {
		char c = text.charAt(index);
		if (!PAGES[c >>> PAGE_BITS]) {
			return Escape.NONE;
		}
		if (c >= 0xFF01 && c <= 0xFF5E) {
			return Escape.unusual(c - 0xFEE0, 1);
		}
		if (isInvisible(c)) {
			return betweenAscii(text, index) ? Escape.dropped(1) : Escape.NONE;
		}
		int folded = fold(c);
		return (folded != 0) ? Escape.unusual(folded, 1) : Escape.NONE;
	}

	/**
	 * Tell whether a character alone is reason enough to fold the text. Wide punctuation
	 * isn't: it is what East Asian scripts write.
	 */
	static boolean isReason(String text, int index) {
		return switch (text.charAt(index)) {
			case 0xFF01, 0xFF08, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF5E -> wideNeighbor(text, index);
			default -> true;
		};
	}

	/**
	 * Tell whether a character beyond ASCII may be a reason to look closer: all others
	 * are what their scripts make of them, letters and punctuation.
	 * @return a number whose lowest bit is set if so
	 */
	static long telling(char c) {
		return TELLING[c >>> WORD_BITS] >>> c;
	}

	private static long[] telling() {
		long[] telling = new long[1 << (Character.SIZE - WORD_BITS)];
		for (int c = 0x80; c <= Character.MAX_VALUE; c++) {
			String alone = String.valueOf((char) c);
			boolean folds = at(alone, 0) != Escape.NONE && (c == 0xFF0E || isReason(alone, 0));
			if (folds || isInvisible((char) c) || CARELESSLY_READ.indexOf(c) >= 0) {
				telling[c >>> WORD_BITS] |= 1L << c;
			}
		}
		return telling;
	}

	private static boolean wideNeighbor(String text, int index) {
		return text.charAt(index) == 0xFF0E && index + 1 < text.length() && (text.charAt(index + 1) == 0xFF0E
				|| text.charAt(index + 1) == '.' || text.charAt(index + 1) == '/' || text.charAt(index + 1) == 0xFF0F);
	}

	private static int fold(char c) {
		if (c >= 0x2460 && c <= 0x2468) {
			return '1' + c - 0x2460;
		}
		if (c >= 0x24B6 && c <= 0x24CF) {
			return 'A' + c - 0x24B6;
		}
		if (c >= 0x24D0 && c <= 0x24E9) {
			return 'a' + c - 0x24D0;
		}
		return switch (c) {
			case 0x02B9, 0x02BC, 0x02C8, 0x2032 -> '\'';
			case 0x2215, 0x2044 -> '/';
			case 0x2216, 0xFE68 -> '\\';
			case 0xFE64, 0x2039, 0x3008 -> '<';
			case 0xFE65, 0x203A, 0x3009 -> '>';
			case 0x017F -> 's';
			case 0x0131 -> 'i';
			case 0x212A -> 'k';
			case 0x24EA -> '0';
			case 0x037E -> ';';
			case 0x2024 -> '.';
			case 0x2025 -> '.';
			case 0xFE52 -> '.';
			default -> 0;
		};
	}

	private static boolean isInvisible(char c) {
		return c == 0 || c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || c == 0x2060
				|| (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
	}

	private static boolean[] pages(int... folding) {
		boolean[] pages = new boolean[1 << PAGE_BITS];
		for (int page : folding) {
			pages[page] = true;
		}
		return pages;
	}

	/**
	 * Within other scripts and emoji invisible characters have their place.
	 */
	private static boolean betweenAscii(String text, int index) {
		boolean before = index > 0 && isVisibleAscii(text.charAt(index - 1));
		boolean behind = index + 1 < text.length() && isVisibleAscii(text.charAt(index + 1));
		return text.charAt(index) == 0 || (before && behind);
	}

	private static boolean isVisibleAscii(char c) {
		return c > ' ' && c < 0x7F;
	}

}
