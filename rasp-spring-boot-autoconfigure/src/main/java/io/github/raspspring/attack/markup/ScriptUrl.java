package io.github.raspspring.attack.markup;

import io.github.raspspring.text.Ascii;

/**
 * Recognizes URLs that run a script, the way browsers read them: control characters and
 * line breaks dropped, character references resolved (WHATWG URL, 4.4; HTML, 13.2.5.72).
 */
final class ScriptUrl {

	private static final String[] SCHEMES = { "javascript:", "vbscript:", "livescript:", "mocha:" };

	private static final String[] ACTIVE_TYPES = { "text/html", "text/xml", "text/javascript", "image/svg",
			"application/xhtml", "application/xml", "application/x-javascript", "application/javascript",
			"text/vbscript", "text/ecmascript", "application/x-x509-user-cert" };

	private ScriptUrl() {
	}

	/**
	 * Return whether a scheme may start with a character.
	 * @param c any character
	 * @return {@code false} if {@link #behindScheme} needs no call
	 */
	static boolean mayStart(char c) {
		return switch (c) {
			case 'j', 'J', 'v', 'V', 'l', 'L', 'm', 'M', 'd', 'D', '&', '\\' -> true;
			default -> false;
		};
	}

	/**
	 * Look for the scheme of a URL that runs a script.
	 * @param text the text
	 * @param from index of the first character of the scheme
	 * @return index behind the scheme, or -1
	 */
	static int behindScheme(String text, int from) {
		char first = Ascii.fold(AttributeCharacter.character(AttributeCharacter.read(text, from)));
		if (first != 'j' && first != 'v' && first != 'l' && first != 'm') {
			return -1;
		}
		for (String scheme : SCHEMES) {
			int end = behind(text, from, scheme);
			if (end >= 0) {
				return end;
			}
		}
		return -1;
	}

	/**
	 * Look for a data URL that holds a document or a script.
	 * @param text the text
	 * @param from index of the first character of the scheme
	 * @return index behind the media type, or -1
	 */
	static int behindActiveData(String text, int from) {
		int type = behind(text, from, "data:");
		if (type < 0) {
			return -1;
		}
		for (String active : ACTIVE_TYPES) {
			int end = behind(text, type, active);
			if (end >= 0) {
				return end;
			}
		}
		int data = behind(text, type, ";base64,");
		return (data >= 0 && isMarkup(Ascii.at(text, data), Ascii.at(text, data + 1))) ? data : -1;
	}

	/**
	 * Return whether Base64 that begins with two digits is that of a text that begins
	 * with an angle bracket.
	 */
	private static boolean isMarkup(char first, char second) {
		return first == 'P' && second >= 'A' && second <= 'P';
	}

	private static int behind(String text, int from, String word) {
		int i = from;
		int matched = 0;
		int dropped = 0;
		while (matched < word.length()) {
			long read = AttributeCharacter.read(text, i);
			char c = AttributeCharacter.character(read);
			if (c == Ascii.fold(word.charAt(matched)) || Ascii.fold(c) == word.charAt(matched)) {
				matched++;
			}
			else if (matched == 0 || !isDropped(c) || i >= text.length() || ++dropped > 64) {
				return -1;
			}
			i = AttributeCharacter.end(read);
		}
		return i;
	}

	private static boolean isDropped(char c) {
		return c <= ' ' || c == '\\' || c == '\u007F';
	}

}
