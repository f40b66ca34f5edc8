package io.github.raspspring.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import jakarta.servlet.ServletInputStream;

/**
 * What has arrived of a body by now.
 *
 * @param bytes at least one, unless the body is empty
 * @param ended whether nothing more will come
 */
record Arrived(byte[] bytes, boolean ended) {

	private static final int BUFFER = 8192;

	/**
	 * Wait for something to arrive, and take what there is.
	 * @param source the body
	 * @param limit number of bytes at which to stop
	 * @param blocking whether it may be asked again at once
	 */
	static Arrived from(ServletInputStream source, int limit, boolean blocking) throws IOException {
		ByteArrayOutputStream arrived = new ByteArrayOutputStream();
		byte[] buffer = new byte[Math.min(BUFFER, limit)];
		boolean more = true;
		while (more) {
			int count = source.read(buffer, 0, Math.min(buffer.length, limit - arrived.size()));
			if (count < 0) {
				return new Arrived(arrived.toByteArray(), true);
			}
			arrived.write(buffer, 0, count);
			more = blocking && arrived.size() < limit && source.available() > 0;
		}
		return new Arrived(arrived.toByteArray(), source.isFinished());
	}

}
