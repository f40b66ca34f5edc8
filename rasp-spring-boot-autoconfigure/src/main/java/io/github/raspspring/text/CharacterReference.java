package io.github.raspspring.text;

/**
 * Reads one character of an attribute's value, a character reference resolved (WHATWG
 * HTML, 13.2.5.72). Results are packed in a {@code long}.
 */
final class CharacterReference {

	private static final int CHARACTER_SHIFT = 32;

	private static final int LONGEST = 12;

	private static final String[] NAMES = { "colon;", "tab;", "newline;", "lpar;", "rpar;", "sol;", "lt;", "gt;",
			"quot;", "apos;", "amp;" };

	private static final String CHARACTERS = ":\t\n()/<>\"'&";

	private CharacterReference() {
	}

	static char character(long read) {
		return (char) (read >>> CHARACTER_SHIFT);
	}

	static int end(long read) {
		return (int) read;
	}

	static long read(String text, int index) {
		char c = Ascii.at(text, index);
		if (c != '&') {
			return pack(c, index + 1);
		}
		return (Ascii.at(text, index + 1) == '#') ? numeric(text, index) : named(text, index);
	}

	private static long numeric(String text, int index) {
		boolean hex = Ascii.fold(Ascii.at(text, index + 2)) == 'x';
		int first = index + (hex ? 3 : 2);
		int value = 0;
		int i = first;
		while (i < first + LONGEST) {
			int digit = Character.digit(Ascii.at(text, i), hex ? 16 : 10);
			if (digit < 0) {
				break;
			}
			value = Math.min(value * (hex ? 16 : 10) + digit, 0xFFFF);
			i++;
		}
		if (i == first) {
			return pack('&', index + 1);
		}
		return pack((char) value, (Ascii.at(text, i) == ';') ? i + 1 : i);
	}

	private static long named(String text, int index) {
		for (int i = 0; i < NAMES.length; i++) {
			if (Ascii.startsWith(text, index + 1, NAMES[i])) {
				return pack(CHARACTERS.charAt(i), index + 1 + NAMES[i].length());
			}
		}
		return pack('&', index + 1);
	}

	private static long pack(char c, int end) {
		return ((long) c << CHARACTER_SHIFT) | end;
	}

}
