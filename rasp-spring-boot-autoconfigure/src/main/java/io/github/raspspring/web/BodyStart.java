package io.github.raspspring.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.github.raspspring.document.BodyMemory;
import io.github.raspspring.document.XmlProlog;

/**
 * The beginning of a body, as much of it as is judged.
 *
 * @param kind how it is read to be judged
 * @param bytes what was read of it
 */
record BodyStart(BodyKind kind, byte[] bytes) {

	/** Enough to tell what a binary body is. */
	private static final int MAGIC = 64;

	private static final int FIRST_STEP = 8 * 1024;

	/** A body that announces less gets its place at once. */
	private static final int SMALL = 16 * 1024;

	private static final int END = -1;

	private static final int NOT_READ = -2;

	/** No length was announced. */
	static final long UNKNOWN = -1;

	private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

	/**
	 * Read the beginning of a body. The client chooses the content type: what calls
	 * itself binary and begins like text is read as text.
	 * @param declared what the body says it is
	 * @param body the body
	 * @param announced how many bytes it is said to have, or {@link #UNKNOWN}
	 * @param max bytes to read at most
	 * @param memory where the bytes are kept; what finds no place there is not read
	 */
	static BodyStart of(BodyKind declared, InputStream body, long announced, int max, BodyMemory.Lease memory)
			throws IOException {
		if (declared != BodyKind.BINARY) {
			byte[] bytes = read(body, announced, max, memory);
			return new BodyStart(XmlProlog.isEbcdic(bytes) ? BodyKind.XML : declared, bytes);
		}
		byte[] magic = body.readNBytes(Math.min(MAGIC, max));
		boolean document = XmlProlog.isEbcdic(magic);
		if (!document && !isText(magic)) {
			return new BodyStart(declared, magic);
		}
		byte[] rest = read(body, UNKNOWN, max - magic.length, memory);
		byte[] all = Arrays.copyOf(magic, magic.length + rest.length);
		System.arraycopy(rest, 0, all, magic.length, rest.length);
		return new BodyStart(document ? BodyKind.XML : BodyKind.TEXT, all);
	}

	/**
	 * Read step by step, so that memory is taken for what came and not for what was
	 * announced, unless that is little.
	 */
	private static byte[] read(InputStream body, long announced, int max, BodyMemory.Lease memory) throws IOException {
		long first = (announced >= 0 && announced < SMALL) ? announced : FIRST_STEP;
		byte[] bytes = new byte[(int) Math.min(max, first)];
		int length = 0;
		while (true) {
			length += body.readNBytes(bytes, length, bytes.length - length);
			if (length < bytes.length || length == max) {
				return (length == bytes.length) ? bytes : Arrays.copyOf(bytes, length);
			}
			int next = (length == announced) ? body.read() : NOT_READ;
			if (next == END) {
				return bytes;
			}
			int longer = (int) Math.min(max, Math.max(MAGIC, 2L * length));
			boolean taken = memory.take(longer - length);
			if (next != NOT_READ) {
				bytes = Arrays.copyOf(bytes, taken ? longer : length + 1);
				bytes[length++] = (byte) next;
			}
			else if (taken) {
				bytes = Arrays.copyOf(bytes, longer);
			}
			if (!taken) {
				return bytes;
			}
		}
	}

	/**
	 * Return whether the body begins otherwise than what it says it is.
	 */
	boolean mismatches(BodyKind declared) {
		return switch (declared) {
			case JSON -> first() == '<';
			case XML -> first() == '{' || first() == '[';
			case BINARY -> first() == '<' || first() == '{' || first() == '[';
			default -> false;
		};
	}

	/**
	 * Return the first sign that is neither a blank nor part of a byte order mark or of a
	 * wider encoding, or a blank.
	 */
	char first() {
		for (byte b : this.bytes) {
			if (b > ' ') {
				return (char) b;
			}
		}
		return ' ';
	}

	/**
	 * Some signs that no text has don't make a text binary: the client may put them
	 * there.
	 */
	static boolean isText(byte[] magic) {
		char first = new BodyStart(BodyKind.TEXT, magic).first();
		int controls = 0;
		int zeros = 0;
		int others = 0;
		for (byte b : magic) {
			boolean space = b == '\t' || b == '\n' || b == '\r' || b == '\f';
			controls += (b >= 0 && b < ' ' && !space) ? 1 : 0;
			zeros += (b == 0) ? 1 : 0;
			others += (b < 0) ? 1 : 0;
		}
		boolean structured = first == '<' || first == '{' || first == '[';
		boolean text = controls == 0 || zeros == 0 && (controls + others) * 8 <= magic.length;
		return magic.length > 0 && (text || structured && isWide(magic)) && !beginsWith(magic, PDF);
	}

	/**
	 * Return whether this may be UTF-16 or UTF-32: a byte in a pair is zero or a mark.
	 */
	private static boolean isWide(byte[] magic) {
		return magic.length > 1 && (magic[0] <= 0 && magic[0] >= -2 || magic[1] == 0);
	}

	private static boolean beginsWith(byte[] bytes, byte[] prefix) {
		return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
	}

}
