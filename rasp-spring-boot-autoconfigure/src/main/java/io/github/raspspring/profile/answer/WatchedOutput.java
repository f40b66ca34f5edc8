package io.github.raspspring.profile.answer;

import java.io.IOException;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;

/**
 * Hands what is written to the answer.
 */
final class WatchedOutput extends ServletOutputStream {

	private final WatchedAnswer answer;

	private final ServletOutputStream delegate;

	WatchedOutput(WatchedAnswer answer, ServletOutputStream delegate) {
		this.answer = answer;
		this.delegate = delegate;
	}

	@Override
	public void write(int b) throws IOException {
		this.answer.take(new byte[] { (byte) b }, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		this.answer.take(bytes, offset, length);
	}

	@Override
	public boolean isReady() {
		return this.delegate.isReady();
	}

	@Override
	public void setWriteListener(WriteListener listener) {
		this.delegate.setWriteListener(listener);
	}

	@Override
	public void flush() throws IOException {
		if (!this.answer.isHeld()) {
			this.delegate.flush();
		}
	}

	@Override
	public void close() throws IOException {
		if (!this.answer.isHeld()) {
			this.delegate.close();
		}
	}

}
