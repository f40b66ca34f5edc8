package io.github.raspspring.text;

/**
 * Classes of ASCII characters, as lexers need them. Characters beyond ASCII belong to
 * none: their case rules differ by locale and none of the languages read here uses them.
 */
public final class Ascii {

	private static final int NEAR = 8;

	private Ascii() {
	}

	/**
	 * Return whether this is an ASCII letter.
	 * @param c any character
	 * @return {@code true} for {@code a-z} and {@code A-Z}
	 */
	public static boolean isLetter(char c) {
		int folded = c | 0x20;
		return folded >= 'a' && folded <= 'z';
	}

	/**
	 * Return whether this is an ASCII digit.
	 * @param c any character
	 * @return {@code true} for {@code 0-9}
	 */
	public static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	/**
	 * Return whether this may be part of an identifier.
	 * @param c any character
	 * @return {@code true} for ASCII letters, digits and the underscore
	 */
	public static boolean isWord(char c) {
		return isLetter(c) || isDigit(c) || c == '_';
	}

	/**
	 * Return whether this is white space of any kind, line breaks included.
	 * @param c any character
	 * @return {@code true} for space, tab, CR, LF, VT and FF
	 */
	public static boolean isSpace(char c) {
		return c == ' ' || (c >= '\t' && c <= '\r');
	}

	/**
	 * Return the lower-case form of an ASCII letter, any other character as it is.
	 * @param c any character
	 * @return the folded character
	 */
	public static char fold(char c) {
		return (c >= 'A' && c <= 'Z') ? (char) (c | 0x20) : c;
	}

	/**
	 * Return whether a text has a word at a place, whatever its case.
	 * @param text the text
	 * @param from index where the word is to begin, possibly beyond the end
	 * @param word the word in lower case
	 * @return {@code true} if all characters of the word are there
	 */
	public static boolean startsWith(String text, int from, String word) {
		if (from < 0 || from + word.length() > text.length()) {
			return false;
		}
		for (int i = 0; i < word.length(); i++) {
			if (fold(text.charAt(from + i)) != word.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Return the character at an index.
	 * @param text the text
	 * @param index any index
	 * @return the character, or NUL before the start and beyond the end
	 */
	public static char at(String text, int index) {
		return (index >= 0 && index < text.length()) ? text.charAt(index) : '\0';
	}

	/**
	 * Return where a text really begins.
	 * @param text the text
	 * @return index of the first character that is neither white space nor an opening
	 * bracket
	 */
	public static int beginning(String text) {
		int i = 0;
		while (i < text.length() && (isSpace(text.charAt(i)) || isOpening(text.charAt(i)))) {
			i++;
		}
		return i;
	}

	private static boolean isOpening(char c) {
		return c == '(' || c == '[' || c == '{';
	}

	/**
	 * Find a sign that is near in most texts that have it: a few characters are looked at
	 * before a search over the rest begins.
	 * @param text the text
	 * @param sign what is looked for
	 * @param from index of the first character to look at
	 * @return its index, -1 if it is not there
	 */
	public static int next(String text, char sign, int from) {
		int near = Math.min(text.length(), from + NEAR);
		for (int i = from; i < near; i++) {
			if (text.charAt(i) == sign) {
				return i;
			}
		}
		return text.indexOf(sign, near);
	}

	/**
	 * Return the index behind the letters, digits and underscores that begin there.
	 * @param text the text
	 * @param from index of the first character
	 * @return the index, {@code from} if there are none
	 */
	public static int endOfWord(String text, int from) {
		int i = from;
		while (isWord(at(text, i))) {
			i++;
		}
		return i;
	}

	/**
	 * Return the index of the first character that is no white space.
	 * @param text the text
	 * @param from where to start
	 * @return an index, that of the end of the text if nothing else follows
	 */
	public static int skipSpace(String text, int from) {
		int i = from;
		while (i < text.length() && isSpace(text.charAt(i))) {
			i++;
		}
		return i;
	}

	/**
	 * Find a part of a text that begins within a range.
	 * @param text the text
	 * @param part what is looked for
	 * @param from index of the first character that it may begin at
	 * @param to index behind the last one
	 * @return the index, -1 if it begins at none of them
	 */
	public static int find(String text, String part, int from, int to) {
		int end = Math.min(to, text.length() - part.length() + 1);
		for (int i = Math.max(0, from); i < end; i++) {
			if (text.startsWith(part, i)) {
				return i;
			}
		}
		return -1;
	}

}
