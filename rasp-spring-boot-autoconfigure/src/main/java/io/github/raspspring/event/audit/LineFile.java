package io.github.raspspring.event.audit;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A file that lines are appended to.
 */
interface LineFile extends Closeable {

	/**
	 * Return the length of the file in bytes.
	 */
	long size() throws IOException;

	/**
	 * Append bytes. When it throws, some of them may have been written.
	 */
	void append(byte[] bytes) throws IOException;

	/**
	 * Cut the file off.
	 */
	void truncate(long size) throws IOException;

	/**
	 * Opens such files.
	 */
	@FunctionalInterface
	interface Opener {

		LineFile open(Path path) throws IOException;

	}

}
