package io.github.raspspring.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The names of entries of a ZIP archive that could lead out of the folder it is unpacked
 * to: those with two dots in a row, and absolute ones. Reads the headers of entries and
 * of the directory where they stand, and unpacks nothing, so that the cost is the one of
 * looking at the bytes. Knows no state between archives.
 */
public final class ArchiveNames {

	private static final int MOST_NAMES = 64;

	private static final int LONGEST_NAME = 1024;

	private static final int BUFFER = 16 * 1024;

	/** Where the name of an entry stands in its header, and in the directory. */
	private static final int LOCAL = 30;

	private static final int CENTRAL = 46;

	private static final int LENGTH_BEFORE_LOCAL_NAME = 4;

	private static final int LENGTH_BEFORE_CENTRAL_NAME = 18;

	private final InputStream content;

	private final byte[] buffer = new byte[BUFFER];

	private final Set<String> names = new LinkedHashSet<>();

	private int filled;

	private long left;

	private ArchiveNames(InputStream content, int limit) {
		this.content = content;
		this.left = limit;
	}

	/**
	 * Tell whether bytes begin as an archive does.
	 * @param start the first bytes of a file
	 */
	public static boolean begins(byte[] start) {
		return start.length > 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
	}

	/**
	 * Read the names.
	 * @param content the archive from its first byte on
	 * @param limit how many bytes of it are looked at
	 * @return the names that may lead out of a folder, each once
	 * @throws IOException if the content can't be read
	 */
	public static Set<String> leadingOut(InputStream content, int limit) throws IOException {
		ArchiveNames archive = new ArchiveNames(content, limit);
		archive.read();
		return archive.names;
	}

	private void read() throws IOException {
		int at = 0;
		boolean more = true;
		while (more && this.names.size() < MOST_NAMES) {
			System.arraycopy(this.buffer, at, this.buffer, 0, this.filled - at);
			this.filled -= at;
			more = fill();
			at = 0;
			int end = more ? this.filled - CENTRAL - LONGEST_NAME : this.filled;
			while (at < end) {
				if (this.buffer[at] == 'P') {
					header(at);
				}
				at++;
			}
		}
	}

	/**
	 * Fill the buffer.
	 * @return whether there may be more
	 */
	private boolean fill() throws IOException {
		int length = (int) Math.min(this.left, BUFFER - this.filled);
		int count = this.content.readNBytes(this.buffer, this.filled, length);
		this.filled += count;
		this.left -= count;
		return this.left > 0 && this.filled == BUFFER;
	}

	private void header(int at) {
		if (byteAt(at + 1) != 'K') {
			return;
		}
		if (byteAt(at + 2) == 3 && byteAt(at + 3) == 4) {
			name(at + LOCAL, LENGTH_BEFORE_LOCAL_NAME);
		}
		else if (byteAt(at + 2) == 1 && byteAt(at + 3) == 2) {
			name(at + CENTRAL, LENGTH_BEFORE_CENTRAL_NAME);
		}
	}

	private void name(int start, int lengthBefore) {
		int length = byteAt(start - lengthBefore) | byteAt(start - lengthBefore + 1) << 8;
		int end = Math.min(start + Math.min(length, LONGEST_NAME), this.filled);
		if (end > start && this.names.size() < MOST_NAMES) {
			String name = new String(this.buffer, start, end - start, StandardCharsets.UTF_8);
			if (leadsOut(name)) {
				this.names.add(name);
			}
		}
	}

	private int byteAt(int index) {
		return (index < this.filled) ? this.buffer[index] & 0xFF : -1;
	}

	private static boolean leadsOut(String name) {
		char first = name.charAt(0);
		return first == '/' || first == '\\' || name.startsWith(":", 1) || name.contains("..");
	}

}
