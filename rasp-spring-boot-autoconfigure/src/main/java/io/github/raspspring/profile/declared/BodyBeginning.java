package io.github.raspspring.profile.declared;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;

/**
 * The beginning of a body, which is all of it unless that is too large.
 *
 * @param bytes the bytes, with room behind them
 * @param length how many there are
 */
record BodyBeginning(byte[] bytes, int length) {

	/** A length that a client declares is believed so far. */
	private static final int BELIEVED = 64 * 1024;

	/**
	 * Read a body.
	 * @param declared the length that it is said to have, negative if nothing is said
	 * @param most bytes that are read at most
	 */
	static BodyBeginning of(InputStream body, long declared, int most) throws IOException {
		if (declared < 0 || declared >= Math.min(BELIEVED, most)) {
			byte[] bytes = body.readNBytes(most);
			return new BodyBeginning(bytes, bytes.length);
		}
		byte[] bytes = new byte[(int) declared + 1];
		int length = body.readNBytes(bytes, 0, bytes.length);
		return (length < bytes.length) ? new BodyBeginning(bytes, length) : longer(bytes, body, most);
	}

	/**
	 * A body that was compressed is longer than declared.
	 */
	private static BodyBeginning longer(byte[] start, InputStream body, int most) throws IOException {
		byte[] rest = body.readNBytes(most - start.length);
		byte[] bytes = Arrays.copyOf(start, start.length + rest.length);
		System.arraycopy(rest, 0, bytes, start.length, rest.length);
		return new BodyBeginning(bytes, bytes.length);
	}

	InputStream stream() {
		return new ByteArrayInputStream(this.bytes, 0, this.length);
	}

	InputStream followedBy(InputStream rest) {
		return new SequenceInputStream(stream(), rest);
	}

}
