package io.github.raspspring.attack.markup;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.CharacterSet;
import io.github.raspspring.text.HashedWords;

/**
 * A page of any other site in a frame among formatted text, as editors embed exercises,
 * films and forms. A browser keeps such a page apart from the one around it, so what is
 * left is what it looks like: it must be seen, and stay where it stands. Stateless.
 */
final class FramedPage {

	private static final String SCHEME = "https://";

	private static final int FARTHEST_BOX = 512;

	private static final int TINY = 10;

	private static final CharacterSet HOST = CharacterSet.ofWords(".-");

	private static final CharacterSet REST = CharacterSet.ofWords("/-_.?&=;%+!:,~*#@");

	/** Elements that hold a paragraph or another piece of text. */
	private static final HashedWords BLOCKS = HashedWords
		.of("p h1 h2 h3 h4 h5 h6 li td th blockquote figcaption strong em b i a");

	private FramedPage() {
	}

	/**
	 * Tell whether the text around a frame is formatted.
	 */
	static boolean isAmongText(String text) {
		for (int i = text.indexOf("</"); i > 0; i = text.indexOf("</", i + 2)) {
			int end = Ascii.endOfWord(text, i + 2);
			char before = text.charAt(i - 1);
			if (before != '>' && before > ' ' && BLOCKS.groupOf(text, i + 2, end) != 0 && Ascii.at(text, end) == '>') {
				return true;
			}
		}
		return false;
	}

	/**
	 * Tell whether a value is the address of a page: of a host with a name, without a
	 * user and without a port.
	 */
	static boolean isAddress(String text, int from, int to) {
		if (!text.startsWith(SCHEME, from)) {
			return false;
		}
		int host = from + SCHEME.length();
		int end = HOST.end(text, host);
		int label = end;
		while (label > host && Ascii.isLetter(text.charAt(label - 1))) {
			label--;
		}
		boolean named = end - label > 1 && Ascii.at(text, label - 1) == '.' && label > host + 1;
		char behind = Ascii.at(text, end);
		return named && (end == to || behind == '/' || behind == '?') && REST.end(text, end) == to;
	}

	/**
	 * Tell whether a length is so small that nobody sees the frame, or measured by the
	 * window.
	 */
	static boolean isHidden(String text, int from, int to) {
		int start = Ascii.skipSpace(text, from);
		int i = start;
		int size = 0;
		while (i < to && Ascii.isDigit(text.charAt(i))) {
			size = Math.min(TINY, size * TINY + text.charAt(i++) - '0');
		}
		char unit = Ascii.fold(Ascii.at(text, i));
		return i > start && (size < TINY && unit != 'e' && unit != 'r' || unit == 'v') || text.startsWith("-", start);
	}

	/**
	 * Tell whether a box stands right around the frame that keeps it in place.
	 */
	static boolean isInBox(String text, int start) {
		int box = start;
		while (box > 0 && start - box < FARTHEST_BOX && !text.startsWith("<div", box)) {
			box--;
		}
		int end = Ascii.find(text, ">", box, start);
		return text.startsWith("<div", box) && end > 0 && Ascii.skipSpace(text, end + 1) == start
				&& (Ascii.find(text, "position:relative", box, end) > 0
						|| Ascii.find(text, "position: relative", box, end) > 0);
	}

}
