package io.github.raspspring.client.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A feed that something else writes to a file. What counts for its age is when it was
 * read last.
 */
public final class FileFeedSource implements FeedSource {

	private final Path file;

	private final long maximumSize;

	/**
	 * Create a source.
	 * @param file the file
	 * @param maximumSize bytes that it may have
	 */
	public FileFeedSource(Path file, long maximumSize) {
		this.file = file;
		this.maximumSize = maximumSize;
	}

	@Override
	public byte[] read() throws IOException {
		if (!Files.isReadable(this.file)) {
			throw new IOException("The file can't be read");
		}
		if (Files.size(this.file) > this.maximumSize) {
			throw new IOException("The file is larger than maximum-size");
		}
		return Files.readAllBytes(this.file);
	}

}
