package io.github.raspspring.event.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file on disk. What is appended has been handed to the operating system, so that it
 * outlives the process.
 */
final class ChannelFile implements LineFile {

	private final FileChannel channel;

	private ChannelFile(FileChannel channel) {
		this.channel = channel;
	}

	static LineFile open(Path path) throws IOException {
		return new ChannelFile(FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
	}

	@Override
	public long size() throws IOException {
		return this.channel.size();
	}

	@Override
	public void append(byte[] bytes) throws IOException {
		this.channel.position(this.channel.size());
		for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining();) {
			this.channel.write(rest);
		}
	}

	@Override
	public void truncate(long size) throws IOException {
		this.channel.truncate(size);
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
