package io.github.raspspring.attack.http;

import io.github.raspspring.text.CharacterSet;

/**
 * The ways in which a line break is spelled: as itself, percent-encoded any number of
 * times, by characters whose low byte is one, or by the escapes of source code. Remembers
 * what it saw since it was told to forget. Not thread-safe.
 */
final class BreakSpelling {

	/** What a break may be written with. */
	private static final CharacterSet BREAKS = CharacterSet.of("\n\r%\\").withBeyondAscii();

	private static final int ESCAPES = 4;

	private static final int ESCAPE = 2;

	private static final int NUMBERED = 6;

	private static final char END = '\uFFFF';

	private final String text;

	private int next;

	private int count;

	private boolean disguised;

	private boolean encoded;

	private boolean carriageReturn;

	/** Whether a line feed and a carriage return are two breaks. */
	private boolean reversed;

	private boolean written;

	private final boolean escapes;

	private int feeds;

	private int returns;

	/**
	 * Create a reader.
	 * @param text the text
	 * @param escapes whether any escape of source code is a break, and not two in a row
	 * only
	 */
	BreakSpelling(String text, boolean escapes) {
		this.text = text;
		this.escapes = escapes;
	}

	/**
	 * Return where a break may stand.
	 * @param from the index to begin at
	 * @return the index of a character that one may begin with, or the length
	 */
	static int next(String text, int from) {
		return BREAKS.next(text, from);
	}

	void forget() {
		this.disguised = false;
		this.encoded = false;
	}

	/**
	 * Return whether the break is spelled in a way that hides it.
	 */
	boolean isDisguised() {
		return this.disguised;
	}

	/**
	 * Return whether the breaks are those of a protocol, a carriage return and a line
	 * feed, or encoded.
	 */
	boolean isOfProtocol() {
		return this.carriageReturn || this.encoded;
	}

	/**
	 * Return whether the breaks are spelled as in source code.
	 */
	boolean isWritten() {
		return this.written;
	}

	/**
	 * Return how many breaks stood in a row.
	 */
	int count() {
		return this.count;
	}

	/**
	 * Return whether an empty line is among the breaks.
	 */
	boolean leavesEmptyLine() {
		return this.reversed || Math.max(this.feeds, this.returns) > 1;
	}

	/**
	 * Return the index behind blanks, which may be encoded as the break was.
	 */
	int behindBlanks(int from) {
		int i = from;
		while (isBlank(i) || isEncodedBlank(i)) {
			i += (at(i) == '%') ? ESCAPE + 1 : 1;
		}
		return i;
	}

	/**
	 * Return whether a break is a line feed, by the last character of its spelling.
	 */
	private static boolean isFeed(char last) {
		return last == '\n' || last == 'n' || (last | 0x20) == 'a' || last > 0xFF && (last & 0xFF) == '\n';
	}

	private boolean isBlank(int i) {
		return at(i) == ' ' || at(i) == '\t';
	}

	private boolean isEncodedBlank(int i) {
		return at(i) == '%' && (at(i + 1) == '2' && at(i + 2) == '0' || at(i + 1) == '0' && at(i + 2) == '9');
	}

	/**
	 * Read all breaks in a row.
	 * @param start index of the first one
	 * @return the index behind the last one
	 */
	int behindAll(int start) {
		int i = start;
		this.count = 0;
		this.carriageReturn = false;
		this.reversed = false;
		this.written = false;
		this.feeds = 0;
		this.returns = 0;
		while (i < this.text.length() && (isBreak(i) || isBlank(i) && isBreak(i + 1))) {
			boolean feed = isFeed(at(this.next - 1));
			this.feeds += feed ? 1 : 0;
			this.returns += feed ? 0 : 1;
			this.carriageReturn |= at(i) == '\r' && at(i + 1) == '\n';
			this.reversed |= at(i) == '\n' && at(i + 1) == '\r' && at(i + 2) != '\n';
			this.written |= at(i) == '\\';
			this.count++;
			i = Math.max(i + 1, this.next);
		}
		return i;
	}

	/**
	 * Return whether a line break stands at an index.
	 */
	boolean isBreak(int index) {
		char c = at(index);
		this.next = index + 1;
		if (c == '\n' || c == '\r') {
			return true;
		}
		if (c == '%') {
			return isEncoded(index);
		}
		if (c == '\\') {
			return isEscape(index);
		}
		this.encoded |= c == 0x560D || c == 0x560A;
		boolean narrowed = c == 0x560D || c == 0x560A || c == 0x010D && at(index + 1) == 0x010A || c == 0x010A;
		this.disguised |= narrowed;
		return narrowed;
	}

	/**
	 * Return whether a break is written as in source code: two escapes of a letter, or
	 * any one where those count.
	 */
	private boolean isEscape(int index) {
		boolean two = at(index + 1) == 'r' && at(index + 2) == '\\' && at(index + 3) == 'n';
		boolean one = this.escapes && (at(index + 1) == 'r' || at(index + 1) == 'n');
		boolean numbered = this.escapes && (at(index + 1) == 'u' && at(index + 2) == '0' && at(index + 3) == '0'
				&& isBreakDigits(index + ESCAPES));
		boolean hexadecimal = this.escapes && at(index + 1) == 'x' && isBreakDigits(index + ESCAPE);
		int length = two || hexadecimal ? ESCAPES : one ? ESCAPE : numbered ? NUMBERED : 0;
		this.next = index + Math.max(1, length);
		this.encoded |= length > 0;
		return length > 0;
	}

	private boolean isEncoded(int index) {
		int i = index + 1;
		if (at(i) == '%' && at(i + 1) == '0' && at(i + 3) == '0' && isBreak(i)) {
			this.next += isBreakDigits(this.next) ? 2 : 0;
			return true;
		}
		while (at(i) == '2' && at(i + 1) == '5') {
			i += 2;
		}
		boolean digits = isBreakDigits(i);
		this.next = digits ? i + 2 : index + 1;
		this.disguised |= digits;
		this.encoded |= digits;
		return digits;
	}

	private boolean isBreakDigits(int index) {
		return at(index) == '0' && ((at(index + 1) | 0x20) == 'd' || (at(index + 1) | 0x20) == 'a');
	}

	private char at(int index) {
		return (index < this.text.length()) ? this.text.charAt(index) : END;
	}

}
