package io.github.raspspring.event.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * How a file ends: a process that is killed leaves a part of a line behind.
 *
 * @param line the last whole line without its end, empty if there is none
 * @param whole length of the file up to the end of that line in bytes
 * @param torn bytes behind it
 */
record FileEnd(String line, long whole, long torn) {

	private static final int CHUNK = 8192;

	static FileEnd of(Path path) throws IOException {
		try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
			long length = file.length();
			long end = lastBreak(file, length);
			if (end < 0) {
				return new FileEnd("", 0, length);
			}
			long start = lastBreak(file, end) + 1;
			byte[] line = new byte[(int) (end - start)];
			file.seek(start);
			file.readFully(line);
			return new FileEnd(new String(line, StandardCharsets.UTF_8).strip(), end + 1, length - end - 1);
		}
	}

	/**
	 * Return where the last line break before an index is, or -1 if there is none.
	 */
	private static long lastBreak(RandomAccessFile file, long before) throws IOException {
		byte[] chunk = new byte[CHUNK];
		for (long end = before; end > 0;) {
			long start = Math.max(0, end - CHUNK);
			int length = (int) (end - start);
			file.seek(start);
			file.readFully(chunk, 0, length);
			for (int i = length - 1; i >= 0; i--) {
				if (chunk[i] == '\n') {
					return start + i;
				}
			}
			end = start;
		}
		return -1;
	}

}
