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

	private static final char END = '\uFFFF';

	private final CharSequence text;

	private int next;

	private int count;

	private boolean disguised;

	private boolean encoded;

	private boolean carriageReturn;

	private boolean written;

	/**
	 * Create a reader.
	 * @param text the text
	 */
	BreakSpelling(CharSequence text) {
		this.text = text;
	}

	/**
	 * Return where a break may stand.
	 * @param from the index to begin at
	 * @return the index of a character that one may begin with, or the length
	 */
	static int next(CharSequence text, int from) {
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
	 * Read all breaks in a row.
	 * @param start index of the first one
	 * @return the index behind the last one
	 */
	int behindAll(int start) {
		int i = start;
		this.count = 0;
		this.carriageReturn = false;
		this.written = false;
		while (i < this.text.length() && (isBreak(i) || this.text.charAt(i) == ' ' && isBreak(i + 1))) {
			this.carriageReturn |= at(i) == '\r' && at(i + 1) == '\n';
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
			boolean escaped = at(index + 1) == 'r' && at(index + 2) == '\\' && at(index + 3) == 'n';
			this.next = escaped ? index + ESCAPES : index + 1;
			this.encoded |= escaped;
			return escaped;
		}
		this.encoded |= c == 0x560D || c == 0x560A;
		boolean narrowed = c == 0x560D || c == 0x560A || c == 0x010D && at(index + 1) == 0x010A || c == 0x010A;
		this.disguised |= narrowed;
		return narrowed;
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
