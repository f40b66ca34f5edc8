package io.github.raspspring.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;

/**
 * A body again from its start: first what was read to be judged, then the rest.
 */
final class ReplayedBody extends ServletInputStream {

	private final ByteArrayInputStream start;

	private final ServletInputStream rest;

	ReplayedBody(byte[] start, ServletInputStream rest) {
		this.start = new ByteArrayInputStream(start);
		this.rest = rest;
	}

	@Override
	public int read() throws IOException {
		return source().read();
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		return source().read(buffer, offset, length);
	}

	@Override
	public int available() throws IOException {
		return this.start.available() + this.rest.available();
	}

	@Override
	public boolean isFinished() {
		return this.start.available() == 0 && this.rest.isFinished();
	}

	@Override
	public boolean isReady() {
		return this.start.available() > 0 || this.rest.isReady();
	}

	@Override
	public void setReadListener(ReadListener listener) {
		this.rest.setReadListener(listener);
	}

	private InputStream source() {
		return (this.start.available() > 0) ? this.start : this.rest;
	}

}
