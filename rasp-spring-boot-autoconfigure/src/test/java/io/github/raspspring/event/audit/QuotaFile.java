package io.github.raspspring.event.audit;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * A file on a disk that holds so many bytes, and takes a part of what does not fit.
 */
final class QuotaFile implements LineFile {

	private final LineFile file;

	private final LongSupplier quota;

	QuotaFile(LineFile file, LongSupplier quota) {
		this.file = file;
		this.quota = quota;
	}

	@Override
	public long size() throws IOException {
		return this.file.size();
	}

	@Override
	public void append(byte[] bytes) throws IOException {
		int room = (int) Math.max(0, Math.min(bytes.length, this.quota.getAsLong() - this.file.size()));
		this.file.append(Arrays.copyOf(bytes, room));
		if (room < bytes.length) {
			throw new IOException("No space left on device");
		}
	}

	@Override
	public void truncate(long size) throws IOException {
		this.file.truncate(size);
	}

	@Override
	public void close() throws IOException {
		this.file.close();
	}

}
