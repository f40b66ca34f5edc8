package io.github.raspspring.attack.query;

import io.github.raspspring.text.HashedWords;

/**
 * Reads words and blanks anywhere in a text that may be an expression of XPath.
 */
abstract class XPathReader {

	/** What stands before and behind the text. */
	static final char END = '\uFFFF';

	final String text;

	XPathReader(String text) {
		this.text = text;
	}

	/**
	 * Return a character, or {@link #END} outside of the text.
	 */
	final char at(int index) {
		return (index >= 0 && index < this.text.length()) ? this.text.charAt(index) : END;
	}

	final int skipBlanks(int index) {
		int i = index;
		while (i < this.text.length() && this.text.charAt(i) <= ' ') {
			i++;
		}
		return i;
	}

	/**
	 * Return the index behind a word of letters and hyphens.
	 */
	final int wordEnd(int start) {
		int i = start;
		while (isNameStart(at(i)) || i > start && at(i) == '-') {
			i++;
		}
		return i;
	}

	/**
	 * Return the hash by which {@link XPathWords} know a word.
	 */
	final long hash(int start, int end) {
		long hash = HashedWords.SEED;
		for (int i = start; i < end; i++) {
			hash = HashedWords.extend(hash, this.text.charAt(i));
		}
		return hash;
	}

	static boolean isNameStart(char c) {
		return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
	}

}
