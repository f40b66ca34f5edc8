package io.github.raspspring.text;

/**
 * Backslash escapes of program code and JSON: <code>&#92;uXXXX</code>,
 * <code>&#92;u{X}</code>, {@code \xXX}.
 */
final class BackslashEscape {

	private BackslashEscape() {
	}

	static long at(String text, int index) {
		if (index + 1 >= text.length()) {
			return Escape.NONE;
		}
		char kind = text.charAt(index + 1);
		if (kind == 'x' || kind == 'X') {
			int unit = Escape.hex(text, index + 2, 2);
			return (unit < 0) ? Escape.NONE : escaped(unit, 4);
		}
		if (kind != 'u' && kind != 'U') {
			return Escape.NONE;
		}
		int unit = Escape.hex(text, index + 2, 4);
		if (unit >= 0) {
			return escaped(unit, 6);
		}
		return (index + 2 < text.length() && text.charAt(index + 2) == '{') ? braced(text, index) : Escape.NONE;
	}

	private static long braced(String text, int index) {
		int codePoint = 0;
		int i = index + 3;
		while (i < index + 9 && Escape.hexDigit(text, i) >= 0) {
			codePoint = (codePoint << 4) | Escape.hexDigit(text, i);
			i++;
		}
		if (i == index + 3 || i >= text.length() || text.charAt(i) != '}' || codePoint > Character.MAX_CODE_POINT) {
			return Escape.NONE;
		}
		return escaped(codePoint, i + 1 - index);
	}

	/**
	 * Nobody needs to escape what can be typed.
	 */
	private static long escaped(int codePoint, int length) {
		return (codePoint > ' ' && codePoint < 0x7F) ? Escape.unusual(codePoint, length) : Escape.of(codePoint, length);
	}

}
