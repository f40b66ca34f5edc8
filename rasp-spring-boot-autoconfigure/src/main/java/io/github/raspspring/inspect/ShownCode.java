package io.github.raspspring.inspect;

import io.github.raspspring.text.Ascii;

/**
 * Tells commands and statements that a text shows: in an element for code of HTML, or in
 * a fenced block of Markdown, which are closed behind them. What runs such a text fails
 * at the tag before it comes to the command, or behind the statement. A word has to stand
 * before the separator, as in what is shown, and no comment may hide the end. Looks at a
 * bounded piece around the separator, and remembers what it saw there: the separators of
 * one block follow each other. Not thread-safe.
 */
public final class ShownCode {

	private static final int NEAR = 1024;

	private static final int LONGEST_TAG = 64;

	private static final String[] ELEMENTS = { "code", "pre", "kbd", "samp" };

	private static final String FENCE = "```";

	private static final String OTHER_FENCE = "~~~";

	private final String text;

	private boolean shown;

	/** Up to here it is known which mark is the last one. */
	private int seen;

	/** Where the last tag or fence before that begins, -1 if none is near. */
	private int mark = -1;

	/** The fence of which it is known whether it opens a block, -1 for none. */
	private int fence = -1;

	private boolean opens;

	/** Between the separators asked about and here, no fence closes the block. */
	private int unclosed;

	/**
	 * Create one for a text.
	 * @param text the text
	 */
	public ShownCode(String text) {
		this.text = text;
	}

	/**
	 * Return the text.
	 * @return the text that separators are asked about of
	 */
	public String text() {
		return this.text;
	}

	/**
	 * Tell whether what follows a separator is shown.
	 * @param text the text
	 * @param separator index of what separates it from the command or statement before
	 * @return {@code true} if it stands in an element or block for code
	 */
	public static boolean at(String text, int separator) {
		return new ShownCode(text).at(separator);
	}

	/**
	 * Tell whether what follows a separator is shown. Costs least where one separator
	 * after the other is asked about.
	 * @param separator index of what separates it from the command or statement before
	 * @return {@code true} if it stands in an element or block for code
	 */
	public boolean at(int separator) {
		this.shown = isShown(separator);
		return this.shown;
	}

	/**
	 * Tell whether the last answer was that something is shown.
	 * @return {@code true} if the next separator probably stands in the same block
	 */
	public boolean wasShown() {
		return this.shown;
	}

	private boolean isShown(int separator) {
		int last = markBefore(separator);
		if (last < 0) {
			return false;
		}
		if (this.text.charAt(last) != '<') {
			return begins(this.text, endOfLine(last, separator), separator) && isFenced(last, separator);
		}
		int end = tagEnd(this.text, last);
		return end > 0 && end <= separator && begins(this.text, end, separator) && isClosed(this.text, last, separator);
	}

	/**
	 * Return where the last tag or fence before a separator begins, -1 if none is near.
	 */
	private int markBefore(int separator) {
		int limit = Math.max(0, separator - NEAR);
		if (separator < this.seen) {
			this.seen = 0;
			this.fence = -1;
		}
		int from = Math.max(limit, this.seen);
		int i = separator - 1;
		while (i >= from && !isMark(i)) {
			i--;
		}
		if (i >= from || this.seen == 0) {
			this.mark = (i >= from) ? i : -1;
		}
		this.seen = separator;
		return (this.mark >= limit) ? this.mark : -1;
	}

	private boolean isMark(int i) {
		char c = this.text.charAt(i);
		if (c == '<') {
			return tagEnd(this.text, i) > 0 || Ascii.at(this.text, i + 1) == '/' && tagEnd(this.text, i + 1) > 0;
		}
		return (c == '`' || c == '~') && (i == 0 || this.text.charAt(i - 1) == '\n') && isFence(this.text, i);
	}

	private int endOfLine(int from, int limit) {
		int i = from;
		while (i < limit && this.text.charAt(i) != '\n') {
			i++;
		}
		return i;
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

	private boolean isFenced(int last, int separator) {
		String sign = this.text.startsWith(FENCE, last) ? FENCE : OTHER_FENCE;
		if (this.fence != last) {
			this.fence = last;
			this.opens = opensBlock(this.text, last, sign);
			this.unclosed = 0;
		}
		return this.opens && isClosedByFence(sign, separator);
	}

	/**
	 * Tell whether an even number of fences stands before the last one.
	 */
	private static boolean opensBlock(String text, int last, String sign) {
		int fences = text.startsWith(sign) ? 1 : 0;
		for (int i = last; i > 0 && i > last - NEAR; i--) {
			// Few characters stand behind a line break, which is cheap to see.
			fences += (text.charAt(i - 1) == '\n' && text.startsWith(sign, i)) ? 1 : 0;
		}
		return fences % 2 == 1;
	}

	private static boolean isFence(String text, int index) {
		return text.startsWith(FENCE, index) || text.startsWith(OTHER_FENCE, index);
	}

	private boolean isClosedByFence(String sign, int separator) {
		int limit = Math.min(this.text.length(), separator + NEAR);
		int i = Math.max(separator, this.unclosed);
		while (i < limit && !(this.text.charAt(i) == '\n' && this.text.startsWith(sign, i + 1))) {
			i++;
		}
		this.unclosed = i;
		return i < limit;
	}

}
