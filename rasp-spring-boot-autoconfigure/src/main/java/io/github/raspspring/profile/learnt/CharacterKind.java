package io.github.raspspring.profile.learnt;

/**
 * Classes of characters that texts are made of. An enumeration whose order is kept in
 * files.
 */
enum CharacterKind {

	/** Small letters of ASCII. */
	LOWER,

	/** Capital letters of ASCII. */
	UPPER,

	/** Digits of ASCII. */
	DIGIT,

	/** Space. */
	BLANK,

	/** Hyphen and underscore. */
	HYPHEN,

	/** Point and comma. */
	POINT,

	/** At sign. */
	AT,

	/** Slash and colon. */
	SLASH,

	/** Apostrophe. */
	APOSTROPHE,

	/** Quotation mark, backtick and backslash. */
	QUOTE,

	/** Brackets of all kinds. */
	BRACKET,

	/** Less than, greater than, ampersand, percent, semicolon, pipe and dollar. */
	MARKUP,

	/** Any other sign of ASCII. */
	SIGN,

	/** Line ends, tabs and other characters that control. */
	CONTROL,

	/** Letters and digits of any other script. */
	LETTER,

	/** Anything else. */
	OTHER;

	/** As many as a power of two, which saves the JVM to check each index. */
	private static final int[] BITS_OF_ASCII = bits();

	private final int bit = 1 << ordinal();

	int bit() {
		return this.bit;
	}

	static int bitOf(char c) {
		return (c < BITS_OF_ASCII.length) ? BITS_OF_ASCII[c] : bitBeyondAscii(c);
	}

	/**
	 * Return the bit of a character of ASCII.
	 */
	static int bitOfAscii(byte c) {
		return BITS_OF_ASCII[c & BITS_OF_ASCII.length - 1];
	}

	private static int bitBeyondAscii(char c) {
		return (Character.isLetterOrDigit(c) || Character.isSurrogate(c)
				|| Character.getType(c) == Character.NON_SPACING_MARK) ? LETTER.bit : OTHER.bit;
	}

	private static int[] bits() {
		int[] bits = new int[128];
		for (char c = 0; c < bits.length; c++) {
			bits[c] = ofAscii(c).bit;
		}
		return bits;
	}

	private static CharacterKind ofAscii(char c) {
		if (c < ' ' || c == 127) {
			return CONTROL;
		}
		if (c >= 'a' && c <= 'z') {
			return LOWER;
		}
		if (c >= 'A' && c <= 'Z') {
			return UPPER;
		}
		if (c >= '0' && c <= '9') {
			return DIGIT;
		}
		return switch (c) {
			case ' ' -> BLANK;
			case '-', '_' -> HYPHEN;
			case '.', ',' -> POINT;
			case '@' -> AT;
			case '/', ':' -> SLASH;
			case '\'' -> APOSTROPHE;
			case '"', '`', '\\' -> QUOTE;
			case '(', ')', '[', ']', '{', '}' -> BRACKET;
			case '<', '>', '&', '%', ';', '|', '$' -> MARKUP;
			default -> SIGN;
		};
	}

}
