package io.github.raspspring.client.feed;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The last good copy of a feed, for the next start. The time of the file is when the feed
 * was fetched.
 */
final class FeedCopy {

	private final Path file;

	private final long maximumSize;

	FeedCopy(Path folder, String feed, long maximumSize) {
		this.file = folder.resolve(feed + ".feed");
		this.maximumSize = maximumSize;
	}

	void write(byte[] content, Instant fetched) throws IOException {
		Files.createDirectories(this.file.toAbsolutePath().getParent());
		Path draft = this.file.resolveSibling(this.file.getFileName() + ".new");
		Files.write(draft, content);
		Files.setLastModifiedTime(draft, FileTime.from(fetched));
		try {
			Files.move(draft, this.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (AtomicMoveNotSupportedException ex) {
			Files.move(draft, this.file, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/**
	 * Note that the copy is still what the source has.
	 */
	void confirm(Instant fetched) throws IOException {
		if (Files.exists(this.file)) {
			Files.setLastModifiedTime(this.file, FileTime.from(fetched));
		}
	}

	byte @Nullable [] read() throws IOException {
		boolean usable = Files.isReadable(this.file) && Files.size(this.file) <= this.maximumSize;
		return usable ? Files.readAllBytes(this.file) : null;
	}

	Instant fetched() throws IOException {
		return Files.getLastModifiedTime(this.file).toInstant();
	}

}
