package io.github.raspspring.attack.url;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * A URL in markup that whoever renders the markup loads by itself: a browser, or a server
 * that makes a document or a mail of it. Links are followed by people only. Stateless.
 */
final class LoadedUrl {

	private static final int LONGEST_TAG = 512;

	private static final HashedWords ATTRIBUTES = HashedWords
		.of("src srcset poster background xlink:href data codebase archive dynsrc lowsrc manifest formaction", "href");

	/** Elements that load what their {@code href} names. */
	private static final HashedWords ELEMENTS = HashedWords.of("link image use feimage base script");

	private LoadedUrl() {
	}

	/**
	 * Tell whether the URL is loaded with a text, if that is markup from its beginning:
	 * sentences tell of tags.
	 * @param text the text
	 * @param start index of the first character of the URL
	 */
	static boolean isAt(String text, int start) {
		return isOfAttribute(text, start) || isOfStyle(text, start);
	}

	/**
	 * Tell whether the URL is that of a picture in Markdown.
	 */
	static boolean isPicture(String text, int start) {
		int bracket = start - 2;
		if (Ascii.at(text, start - 1) != '(' || Ascii.at(text, bracket) != ']') {
			return false;
		}
		int open = text.lastIndexOf('[', bracket);
		return open > 0 && text.charAt(open - 1) == '!' && bracket - open < LONGEST_TAG;
	}

	private static boolean isOfAttribute(String text, int start) {
		int equals = behindBlanks(text, unquoted(text, start));
		if (Ascii.at(text, equals - 1) != '=') {
			return false;
		}
		int end = behindBlanks(text, equals - 1);
		int name = end;
		while (Ascii.isLetter(Ascii.at(text, name - 1)) || Ascii.at(text, name - 1) == ':') {
			name--;
		}
		int group = ATTRIBUTES.groupOf(text, name, end);
		int tag = (group != 0) ? openTag(text, name) : -1;
		return tag >= 0 && (group == 1 || ELEMENTS.groupOf(text, tag, nameEnd(text, tag)) != 0);
	}

	private static boolean isOfStyle(String text, int start) {
		int before = behindBlanks(text, unquoted(text, start));
		return Ascii.startsWith(text, before - 4, "url(") || Ascii.startsWith(text, before - 7, "@import");
	}

	private static int unquoted(String text, int start) {
		char before = Ascii.at(text, start - 1);
		return (before == '"' || before == '\'') ? start - 1 : start;
	}

	private static int behindBlanks(String text, int index) {
		int i = index;
		while (i > 0 && Ascii.isSpace(text.charAt(i - 1))) {
			i--;
		}
		return i;
	}

	/**
	 * Return where the name of the element begins whose tag is open, -1 if none is.
	 */
	private static int openTag(String text, int index) {
		for (int i = index - 1; i >= 0 && index - i < LONGEST_TAG; i--) {
			char c = text.charAt(i);
			if (c == '<') {
				return Ascii.isLetter(Ascii.at(text, i + 1)) ? i + 1 : -1;
			}
			if (c == '>') {
				return -1;
			}
		}
		return -1;
	}

	private static int nameEnd(String text, int start) {
		int end = start;
		while (Ascii.isLetter(Ascii.at(text, end))) {
			end++;
		}
		return end;
	}

}
