package io.github.raspspring.web.tomcat;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.apache.tomcat.util.buf.ByteChunk;
import org.apache.tomcat.util.buf.MessageBytes;
import org.jspecify.annotations.Nullable;

/**
 * Values of headers that come again with each request of a client: the text of each is
 * made once, and with it what is remembered of the text, as long as no other takes its
 * place. Thread-safe.
 */
final class HeaderValues {

	/** A power of two. */
	private static final int PLACES = 1024;

	/** Longer ones keep no memory. */
	private static final int LONGEST = 512;

	/** So many bytes at both ends tell values apart well enough to find a place. */
	private static final int ENDS = 12;

	private final AtomicReferenceArray<@Nullable Known> known = new AtomicReferenceArray<>(PLACES);

	/**
	 * Return the text, which the header has from now on.
	 */
	String of(MessageBytes value) {
		ByteChunk bytes = value.getByteChunk();
		int length = (value.getType() == MessageBytes.T_BYTES) ? bytes.getLength() : 0;
		if (length == 0 || length > LONGEST) {
			return value.toStringType();
		}
		int place = place(bytes.getBuffer(), bytes.getStart(), bytes.getEnd());
		Known first = this.known.get(place);
		Known one = (first != null && first.isSentAs(bytes)) ? first : this.known.get(place + 1);
		if (one != null && (one == first || one.isSentAs(bytes))) {
			value.setString(one.text);
			return one.text;
		}
		byte[] sent = Arrays.copyOfRange(bytes.getBuffer(), bytes.getStart(), bytes.getEnd());
		String text = value.toStringType();
		if (isAscii(sent)) {
			this.known.lazySet(place + 1, first);
			this.known.lazySet(place, new Known(sent, text));
		}
		return text;
	}

	/**
	 * Return the first of two places.
	 */
	private static int place(byte[] buffer, int start, int end) {
		int hash = end - start;
		for (int i = start; i < Math.min(end, start + ENDS); i++) {
			hash = 31 * hash + buffer[i];
		}
		for (int i = Math.max(start, end - ENDS); i < end; i++) {
			hash = 31 * hash + buffer[i];
		}
		return (hash ^ hash >>> 16) & PLACES - 2;
	}

	/**
	 * Other bytes may mean something else next time.
	 */
	private static boolean isAscii(byte[] sent) {
		for (byte b : sent) {
			if (b < 0) {
				return false;
			}
		}
		return true;
	}

	/**
	 * A value as it was sent, and its text.
	 */
	private record Known(byte[] sent, String text) {

		boolean isSentAs(ByteChunk bytes) {
			return Arrays.equals(this.sent, 0, this.sent.length, bytes.getBuffer(), bytes.getStart(), bytes.getEnd());
		}

	}

}
