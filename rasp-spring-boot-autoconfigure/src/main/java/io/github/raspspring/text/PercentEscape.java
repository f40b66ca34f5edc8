package io.github.raspspring.text;

/**
 * Percent-encoding (RFC 3986, 2.1) of UTF-8, with what lenient decoders accept besides:
 * overlong sequences, single bytes of ISO-8859-1, and {@code %uXXXX}.
 */
final class PercentEscape {

	private PercentEscape() {
	}

	static long at(String text, int index) {
		int lead = Escape.hex(text, index + 1, 2);
		if (lead < 0) {
			return unicode(text, index);
		}
		return (lead < 0x80) ? Escape.of(lead, 3) : Utf8.sequence(lead, text, index + 3, 3);
	}

	private static long unicode(String text, int index) {
		if (index + 1 >= text.length() || (text.charAt(index + 1) | 0x20) != 'u') {
			return Escape.NONE;
		}
		int unit = Escape.hex(text, index + 2, 4);
		return (unit < 0) ? Escape.NONE : Escape.unusual(unit, 6);
	}

}
