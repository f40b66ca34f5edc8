package io.github.raspspring.attack.sql;

import io.github.raspspring.text.Ascii;

/**
 * What a single character is in SQL, in any of its dialects, and how far a number goes.
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

	/**
	 * Return the index of what stands behind white space.
	 */
	static int endOfWhiteSpace(String text, int from) {
		int i = from;
		while (i < text.length() && isWhiteSpace(text.charAt(i))) {
			i++;
		}
		return i;
	}

	static int endOfWord(String text, int from) {
		int i = from;
		while (i < text.length() && isWordPart(text.charAt(i))) {
			i++;
		}
		return i;
	}

	/**
	 * Return the index behind a number, and not of a word that sticks to it.
	 */
	static int endOfNumber(String text, int start) {
		char first = text.charAt(start);
		int sign = Ascii.at(text, start + 1) | 0x20;
		if (first == '0' && (sign == 'x' || sign == 'b') && isHexDigit(Ascii.at(text, start + 2))) {
			int i = start + 3;
			while (i < text.length() && isHexDigit(text.charAt(i))) {
				i++;
			}
			return i;
		}
		int i = start + 1;
		boolean fraction = first == '.';
		while (i < text.length() && (isDigit(text.charAt(i)) || text.charAt(i) == '.' && !fraction)) {
			fraction |= text.charAt(i) == '.';
			i++;
		}
		return endOfExponent(text, i);
	}

	private static int endOfExponent(String text, int from) {
		if ((Ascii.at(text, from) | 0x20) != 'e') {
			return from;
		}
		char sign = Ascii.at(text, from + 1);
		int digits = (sign == '+' || sign == '-') ? from + 2 : from + 1;
		int end = endOfDigits(text, digits);
		return (end > digits) ? end : from;
	}

	static int endOfDigits(String text, int from) {
		int i = from;
		while (i < text.length() && isDigit(text.charAt(i))) {
			i++;
		}
		return i;
	}

	/**
	 * Tell whether a literal that stands apart holds a word of any script: a quotation.
	 */
	static boolean isWordInQuotes(String text, int start, int end) {
		if (start == 0 || text.charAt(start - 1) > ' ' && !isWithoutBlanks(text.charAt(start - 1)) || end - start < 3) {
			return false;
		}
		for (int i = start + 1; i < end; i++) {
			int type = Character.getType(text.charAt(i));
			if (!Character.isLetter(text.charAt(i)) && type != Character.NON_SPACING_MARK
					&& type != Character.COMBINING_SPACING_MARK) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Tell whether a letter is of a script that sets no blanks between words.
	 */
	private static boolean isWithoutBlanks(char c) {
		return c >= 0x0E00 && Character.isLetter(c) && !Character.isUpperCase(c) && !Character.isLowerCase(c);
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
