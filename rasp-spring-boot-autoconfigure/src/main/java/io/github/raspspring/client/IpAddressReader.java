package io.github.raspspring.client;

import org.jspecify.annotations.Nullable;

/**
 * Reads IPv4 in its four-part decimal form and IPv6 as of RFC 4291, strictly: other
 * spellings (octal, hexadecimal or shortened IPv4) are no addresses here.
 */
final class IpAddressReader {

	private static final int MAX_LENGTH = 45;

	private static final int GROUPS = 8;

	private static final long INVALID = -1;

	private final CharSequence text;

	private final int[] groups = new int[GROUPS];

	private int count;

	private int gap = -1;

	private int position;

	private IpAddressReader(CharSequence text) {
		this.text = text;
	}

	static @Nullable IpAddress read(CharSequence text) {
		if (text.length() < 2 || text.length() > MAX_LENGTH) {
			return null;
		}
		for (int i = 0; i < text.length() && i <= 4; i++) {
			if (text.charAt(i) == ':') {
				return new IpAddressReader(text).readV6();
			}
		}
		long v4 = readV4(text, 0);
		return (v4 != INVALID) ? IpAddress.ofV4((int) v4) : null;
	}

	private static long readV4(CharSequence text, int start) {
		long bits = 0;
		int position = start;
		for (int part = 0; part < 4; part++) {
			if (part > 0 && (position >= text.length() || text.charAt(position++) != '.')) {
				return INVALID;
			}
			int first = position;
			int number = 0;
			while (position < text.length() && isDigit(text.charAt(position)) && position - first < 3) {
				number = number * 10 + text.charAt(position++) - '0';
			}
			boolean leadingZero = position - first > 1 && text.charAt(first) == '0';
			if (position == first || leadingZero || number > 255) {
				return INVALID;
			}
			bits = bits << 8 | number;
		}
		return (position == text.length()) ? bits : INVALID;
	}

	private @Nullable IpAddress readV6() {
		if (at(0) == ':') {
			if (at(1) != ':') {
				return null;
			}
			this.gap = 0;
			this.position = 2;
		}
		while (this.position < this.text.length()) {
			if (this.count == GROUPS || !readPart()) {
				return null;
			}
		}
		boolean complete = (this.gap < 0) ? this.count == GROUPS : this.count < GROUPS;
		return complete ? assemble() : null;
	}

	private boolean readPart() {
		int start = this.position;
		int group = 0;
		while (this.position - start < 4 && Character.digit(at(this.position), 16) >= 0 && at(this.position) < 0x80) {
			group = group << 4 | Character.digit(at(this.position++), 16);
		}
		if (at(this.position) == '.') {
			return readEmbeddedV4(start);
		}
		if (this.position == start) {
			return false;
		}
		this.groups[this.count++] = group;
		return readSeparator();
	}

	private boolean readEmbeddedV4(int start) {
		long v4 = readV4(this.text, start);
		if (v4 == INVALID || this.count > GROUPS - 2) {
			return false;
		}
		this.groups[this.count++] = (int) (v4 >>> 16);
		this.groups[this.count++] = (int) (v4 & 0xFFFF);
		this.position = this.text.length();
		return true;
	}

	private boolean readSeparator() {
		if (this.position == this.text.length()) {
			return true;
		}
		if (at(this.position++) != ':') {
			return false;
		}
		if (at(this.position) == ':') {
			if (this.gap >= 0) {
				return false;
			}
			this.gap = this.count;
			this.position++;
			return true;
		}
		return this.position < this.text.length();
	}

	private IpAddress assemble() {
		long high = 0;
		long low = 0;
		int behindGap = GROUPS - (this.count - Math.max(this.gap, 0));
		for (int i = 0; i < GROUPS; i++) {
			int group = 0;
			if (this.gap < 0 || i < this.gap) {
				group = this.groups[i];
			}
			else if (i >= behindGap) {
				group = this.groups[i - behindGap + this.gap];
			}
			if (i < 4) {
				high = high << 16 | group;
			}
			else {
				low = low << 16 | group;
			}
		}
		return new IpAddress(high, low);
	}

	private char at(int index) {
		return (index < this.text.length()) ? this.text.charAt(index) : '\0';
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

}
