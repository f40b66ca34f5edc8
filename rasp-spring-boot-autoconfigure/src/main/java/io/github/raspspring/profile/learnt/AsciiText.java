package io.github.raspspring.profile.learnt;

import java.nio.charset.StandardCharsets;

/**
 * A text in ASCII where it stands in a body, for who looks at a few of its signs.
 *
 * @param body what it stands in
 * @param start index of its first byte
 * @param length how many there are
 */
record AsciiText(byte[] body, int start, int length) implements CharSequence {

	@Override
	public char charAt(int index) {
		return (char) this.body[this.start + index];
	}

	@Override
	public AsciiText subSequence(int from, int to) {
		return new AsciiText(this.body, this.start + from, to - from);
	}

	@Override
	public String toString() {
		return new String(this.body, this.start, this.length, StandardCharsets.ISO_8859_1);
	}

}
