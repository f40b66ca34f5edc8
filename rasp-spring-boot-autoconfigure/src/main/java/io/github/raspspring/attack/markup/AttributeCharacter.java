package io.github.raspspring.attack.markup;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.CharacterReference;
import io.github.raspspring.text.Escape;

/**
 * Reads one character of an attribute's value, a character reference resolved (WHATWG
 * HTML, 13.2.5.72). Results are packed in a {@code long}.
 */
final class AttributeCharacter {

	private static final int CHARACTER_SHIFT = 32;

	private AttributeCharacter() {
	}

	static char character(long read) {
		return (char) (read >>> CHARACTER_SHIFT);
	}

	static int end(long read) {
		return (int) read;
	}

	static long read(String text, int index) {
		char c = Ascii.at(text, index);
		long reference = (c == '&') ? CharacterReference.at(text, index) : Escape.NONE;
		if (reference == Escape.NONE) {
			return pack(c, index + 1);
		}
		return pack((char) Escape.codePoint(reference), index + Escape.length(reference));
	}

	private static long pack(char c, int end) {
		return ((long) c << CHARACTER_SHIFT) | end;
	}

}
