package io.github.raspspring.attack.url;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;
import org.jspecify.annotations.Nullable;

/**
 * The first folder that a path of the application names, where only the server itself or
 * its operators may look.
 *
 * @param start index of its first character
 * @param end index behind its last character
 */
record InternalFolder(int start, int end) {

	/** Kind of the folders that operators may see. */
	static final int OF_OPERATORS = 2;

	/** Below these no path is a client's. */
	private static final HashedWords FOLDERS = HashedWords.of("web-inf meta-inf", "actuator h2-console jolokia");

	/**
	 * Return where the path names such a folder, or {@code null}.
	 * @param text the text
	 * @param start where the path begins
	 */
	static @Nullable InternalFolder of(String text, int start) {
		int begin = begin(text, start);
		return (kind(text, begin) > 0) ? new InternalFolder(begin, end(text, begin)) : null;
	}

	/**
	 * Return what kind of folder the path names first, 0 if it is none of these.
	 * @param text the text
	 * @param start where the path begins
	 */
	static int kindAt(String text, int start) {
		return kind(text, begin(text, start));
	}

	/**
	 * Tell whether a part of the text names the folder.
	 */
	boolean liesWithin(int from, int to) {
		return from <= this.start && to >= this.end;
	}

	private static int kind(String text, int begin) {
		long hash = HashedWords.SEED;
		int end = end(text, begin);
		for (int i = begin; i < end; i++) {
			hash = HashedWords.extend(hash, text.charAt(i));
		}
		char next = Ascii.at(text, end);
		boolean ends = next == '\0' || next == '/' || next == '\\' || next == ';' || next == '?' || next == '%';
		return ends ? FOLDERS.groupOf(hash) : 0;
	}

	/**
	 * Skip the dots, slashes and parameters that may stand in front of a folder.
	 */
	private static int begin(String text, int start) {
		int i = start;
		while (i < text.length() && (isSlash(text.charAt(i)) || isDot(text, i, start))) {
			i++;
		}
		return i;
	}

	private static int end(String text, int begin) {
		int end = begin;
		while (end < text.length() && (Ascii.isWord(text.charAt(end)) || text.charAt(end) == '-')) {
			end++;
		}
		return end;
	}

	private static boolean isSlash(char c) {
		return c == '/' || c == '\\';
	}

	/**
	 * Tell whether a dot is a segment that stays where it is.
	 */
	private static boolean isDot(String text, int i, int start) {
		return text.charAt(i) == '.' && i > start && text.charAt(i - 1) == '/' && Ascii.at(text, i + 1) == '/';
	}

}
