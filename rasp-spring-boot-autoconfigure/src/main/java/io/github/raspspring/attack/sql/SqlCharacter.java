package io.github.raspspring.attack.sql;

/**
 * What a single character is in SQL, in any of its dialects.
 */
final class SqlCharacter {

	private static final byte WORD_START = 1;

	private static final byte WORD_PART = 2;

	private static final byte WHITE_SPACE = 4;

	private static final byte[] CLASSES = classes();

	private SqlCharacter() {
	}

	static char closingOf(char opening) {
		return switch (opening) {
			case '[' -> ']';
			case '(' -> ')';
			case '{' -> '}';
			case '<' -> '>';
			default -> opening;
		};
	}

	/**
	 * White space is what any database or any layer before it skips.
	 */
	static boolean isWhiteSpace(char c) {
		if (c < 0x80) {
			return (CLASSES[c] & WHITE_SPACE) != 0;
		}
		if (c < 0x2000) {
			return c == 0x85 || c == 0xA0;
		}
		return c <= 0x200B || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x2060 || c == 0x3000
				|| c == 0xFEFF;
	}

	static boolean isWordStart(char c) {
		return (c < 0x80) ? (CLASSES[c] & WORD_START) != 0 : !isWhiteSpace(c);
	}

	static boolean isWordPart(char c) {
		return (c < 0x80) ? (CLASSES[c] & WORD_PART) != 0 : !isWhiteSpace(c);
	}

	static boolean isLetterOrDigit(char c) {
		return c < 0x80 && c != '$' && (CLASSES[c] & WORD_PART) != 0;
	}

	static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	static boolean isHexDigit(char c) {
		int folded = c | 0x20;
		return isDigit(c) || (folded >= 'a' && folded <= 'f' && c < 0x80);
	}

	private static byte[] classes() {
		byte[] classes = new byte[0x80];
		for (char c = 0; c < classes.length; c++) {
			if (c <= ' ' || c == 0x7F) {
				classes[c] = WHITE_SPACE;
			}
			else if (isDigit(c) || c == '$') {
				classes[c] = WORD_PART;
			}
			else if (c == '_' || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')) {
				classes[c] = WORD_START | WORD_PART;
			}
		}
		return classes;
	}

}
