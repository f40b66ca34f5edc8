package io.github.raspspring.web.tomcat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.apache.tomcat.util.buf.ByteChunk;
import org.apache.tomcat.util.buf.MessageBytes;
import org.jspecify.annotations.Nullable;

/**
 * Names of headers in lower case. Clients send the same few again and again, so each is
 * read from its bytes once, as long as no other takes its place. Thread-safe.
 */
final class HeaderNames {

	/** A power of two. */
	private static final int PLACES = 512;

	/** Takes numbers in a row far apart, by their upper bits. */
	private static final int SPREAD = 0x9E3779B9;

	private static final int SHIFT = Integer.SIZE - Integer.numberOfTrailingZeros(PLACES);

	/** Say the same with each request of a client, and are nobody's secret. */
	private static final Set<String> REPEATED = Set.of("accept", "accept-charset", "accept-encoding", "accept-language",
			"cache-control", "connection", "content-length", "content-type", "dnt", "host", "origin", "pragma",
			"priority", "te", "upgrade-insecure-requests", "user-agent", "x-requested-with");

	/** Longer ones are few, and keep no memory. */
	private static final int LONGEST = 64;

	private final AtomicReferenceArray<@Nullable Known> known = new AtomicReferenceArray<>(PLACES);

	Name of(MessageBytes name) {
		ByteChunk bytes = name.getByteChunk();
		if (name.getType() != MessageBytes.T_BYTES || bytes.getLength() > LONGEST) {
			return new Name(name.toString().toLowerCase(Locale.ROOT), false);
		}
		int place = place(bytes);
		Known first = this.known.get(place);
		if (first != null && first.isSentAs(bytes)) {
			return first.name;
		}
		Known second = this.known.get(place + 1);
		if (second != null && second.isSentAs(bytes)) {
			return second.name;
		}
		Known one = Known.of(bytes);
		this.known.lazySet(place + 1, first);
		this.known.lazySet(place, one);
		return one.name;
	}

	/**
	 * Return the first of two places. Names that are numbered differ in their last
	 * letters only, and are not to stand in a row.
	 */
	private static int place(ByteChunk bytes) {
		byte[] buffer = bytes.getBuffer();
		int hash = 0;
		for (int i = bytes.getStart(); i < bytes.getEnd(); i++) {
			hash = 31 * hash + buffer[i];
		}
		return (hash * SPREAD >>> SHIFT) & PLACES - 2;
	}

	/**
	 * The name of a header.
	 *
	 * @param text the name in lower case
	 * @param repeated whether clients send the same value again and again
	 */
	record Name(String text, boolean repeated) {

	}

	/**
	 * A name as it was sent, and in lower case.
	 */
	private record Known(byte[] sent, Name name) {

		static Known of(ByteChunk bytes) {
			byte[] sent = Arrays.copyOfRange(bytes.getBuffer(), bytes.getStart(), bytes.getEnd());
			String text = new String(sent, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
			return new Known(sent, new Name(text, REPEATED.contains(text) || text.startsWith("sec-")));
		}

		boolean isSentAs(ByteChunk bytes) {
			return Arrays.equals(this.sent, 0, this.sent.length, bytes.getBuffer(), bytes.getStart(), bytes.getEnd());
		}

	}

}
