package io.github.raspspring.inspect;

import io.github.raspspring.text.Ascii;

/**
 * Tells commands and statements that a text shows: in an element for code of HTML, or in
 * a fenced block of Markdown, which are closed behind them. What runs such a text fails
 * at the tag before it comes to the command, or behind the statement. A word has to stand
 * before the separator, as in what is shown, and no comment may hide the end. Looks at a
 * bounded piece around the separator. Stateless.
 */
public final class ShownCode {

	private static final int NEAR = 1024;

	private static final int LONGEST_TAG = 64;

	private static final String[] ELEMENTS = { "code", "pre", "kbd", "samp" };

	private static final String FENCE = "```";

	private static final String OTHER_FENCE = "~~~";

	private ShownCode() {
	}

	/**
	 * Tell whether what follows a separator is shown.
	 * @param text the text
	 * @param separator index of what separates it from the command or statement before
	 * @return {@code true} if it stands in an element or block for code
	 */
	public static boolean at(String text, int separator) {
		int limit = Math.max(0, separator - NEAR);
		int line = separator;
		for (int i = separator - 1; i >= limit; i--) {
			char c = text.charAt(i);
			if (c == '<') {
				int end = tagEnd(text, i);
				if (end > 0) {
					return end <= separator && begins(text, end, separator) && isClosed(text, i, separator);
				}
				if (Ascii.at(text, i + 1) == '/' && tagEnd(text, i + 1) > 0) {
					return false;
				}
			}
			line = (c == '\n') ? i : line;
			if ((c == '`' || c == '~') && (i == 0 || text.charAt(i - 1) == '\n') && isFence(text, i)) {
				return begins(text, line, separator) && isFenced(text, i, separator);
			}
		}
		return false;
	}

	/**
	 * Return the index behind the tag of an element for code, -1 if none begins there.
	 */
	private static int tagEnd(String text, int mark) {
		for (String element : ELEMENTS) {
			int end = mark + 1 + element.length();
			char next = Ascii.at(text, end);
			if (Ascii.startsWith(text, mark + 1, element) && (next == '>' || next == ' ')) {
				int close = end;
				int limit = Math.min(text.length(), end + LONGEST_TAG);
				while (close < limit && text.charAt(close) != '>') {
					close++;
				}
				return (close < limit) ? close + 1 : -1;
			}
		}
		return -1;
	}

	/**
	 * Tell whether what is shown begins with a word, before the separator unless that is
	 * the end of a line.
	 */
	private static boolean begins(String text, int from, int separator) {
		int first = Ascii.skipSpace(text, from);
		boolean changed = Ascii.at(text, first) == '+' || Ascii.at(text, first) == '-';
		first = (changed && first < separator) ? Ascii.skipSpace(text, first + 1) : first;
		boolean ofLine = text.charAt(separator) == '\n' || text.charAt(separator) == '\r';
		return first < (ofLine ? text.length() : separator) && beginsCode(text.charAt(first));
	}

	private static boolean beginsCode(char c) {
		return Ascii.isLetter(c) || c == '$' || c == '.' || c == '/' || c == '~';
	}

	private static boolean isClosed(String text, int tag, int separator) {
		int limit = Math.min(text.length(), separator + NEAR);
		boolean comment = false;
		for (int i = separator; i < limit; i++) {
			char c = text.charAt(i);
			comment = (c == '#') ? text.charAt(i - 1) != '&' : comment && c != '\n';
			if (c == '<' && Ascii.at(text, i + 1) == '/') {
				return !comment && Ascii.fold(Ascii.at(text, i + 2)) == Ascii.fold(text.charAt(tag + 1))
						&& tagEnd(text, i + 1) > 0;
			}
		}
		return false;
	}

	private static boolean isFenced(String text, int fence, int separator) {
		String mark = text.substring(fence, fence + FENCE.length());
		int fences = 0;
		for (int i = fence; i > 0 && i > fence - NEAR; i--) {
			fences += (text.startsWith(mark, i) && text.charAt(i - 1) == '\n') ? 1 : 0;
		}
		fences += text.startsWith(mark) ? 1 : 0;
		return fences % 2 == 1 && isClosedByFence(text, mark, separator);
	}

	private static boolean isFence(String text, int index) {
		return text.startsWith(FENCE, index) || text.startsWith(OTHER_FENCE, index);
	}

	private static boolean isClosedByFence(String text, String mark, int separator) {
		int limit = Math.min(text.length(), separator + NEAR);
		for (int i = separator; i < limit; i++) {
			if (text.charAt(i) == '\n' && text.startsWith(mark, i + 1)) {
				return true;
			}
		}
		return false;
	}

}
