package io.github.raspspring.attack.xml;

import io.github.raspspring.text.HashedWords;

/**
 * The characters of an XML text, of which those of UTF-16 may have been read as single
 * bytes: the NULs in between are passed over. Immutable.
 */
final class XmlCharacters {

	/** Stands behind the last character. */
	static final char END = '\uFFFF';

	private final CharSequence text;

	XmlCharacters(CharSequence text) {
		this.text = text;
	}

	int length() {
		return this.text.length();
	}

	String text(int start, int end) {
		return this.text.subSequence(start, Math.min(end, this.text.length())).toString();
	}

	boolean isWord(int start, String word) {
		int i = start;
		for (int k = 0; k < word.length(); k++) {
			if (HashedWords.fold(at(i)) != word.charAt(k)) {
				return false;
			}
			i = next(i);
		}
		return true;
	}

	int after(int start, int characters) {
		int i = start;
		for (int k = 0; k < characters; k++) {
			i = next(i);
		}
		return i;
	}

	int skipBlanks(int start) {
		int i = start;
		while (at(i) <= ' ') {
			i = next(i);
		}
		return i;
	}

	/**
	 * Index of the next character that is not the NUL half of one of UTF-16.
	 */
	int next(int index) {
		int i = index + 1;
		while (i < this.text.length() && this.text.charAt(i) == 0) {
			i++;
		}
		return i;
	}

	char at(int index) {
		return (index < this.text.length()) ? this.text.charAt(index) : END;
	}

	static boolean isName(char c) {
		return c >= '0' && c <= '9' || (c | 0x20) >= 'a' && (c | 0x20) <= 'z' || c == '-' || c == '_' || c == '.'
				|| c == ':' || c >= 0x80 && c != END;
	}

	static boolean isQuote(char c) {
		return c == '"' || c == '\'';
	}

}
