package io.github.raspspring.text;

/**
 * UTF-8 (RFC 3629) as lenient decoders read it: a character in more bytes than it needs
 * is read all the same, and reported as unusual.
 */
final class Utf8 {

	private Utf8() {
	}

	/**
	 * Read a sequence whose first byte is known.
	 * @param lead the first byte, at least 0x80
	 * @param text the text
	 * @param next where the second byte is written
	 * @param width how many characters write a byte: 3 for {@code %XX}, 1 for a character
	 * that is a byte
	 * @return the sequence; its first byte alone, read as ISO-8859-1, if it is malformed
	 */
	static long sequence(int lead, String text, int next, int width) {
		int more = (lead >= 0xF0) ? 3 : (lead >= 0xE0) ? 2 : 1;
		boolean invalid = lead < 0xC0 || lead > 0xF7;
		int codePoint = lead & (0x3F >> more);
		for (int i = 0; i < more && !invalid; i++) {
			int trail = byteAt(text, next + i * width, width);
			invalid = (trail & 0xC0) != 0x80 || trail < 0;
			codePoint = (codePoint << 6) | (trail & 0x3F);
		}
		int length = width * (more + 1);
		if (invalid || codePoint > Character.MAX_CODE_POINT) {
			return (lead == 0xC0 || lead == 0xC1 || lead >= 0xF5) ? Escape.unusual(lead, width)
					: Escape.of(lead, width);
		}
		return (codePoint < shortest(more)) ? Escape.unusual(codePoint, length) : Escape.of(codePoint, length);
	}

	private static int shortest(int more) {
		return switch (more) {
			case 1 -> 0x80;
			case 2 -> 0x800;
			default -> 0x10000;
		};
	}

	private static int byteAt(String text, int index, int width) {
		if (width == 1) {
			return (index < text.length() && text.charAt(index) < 0x100) ? text.charAt(index) : -1;
		}
		return (index < text.length() && text.charAt(index) == '%') ? Escape.hex(text, index + 1, 2) : -1;
	}

}
