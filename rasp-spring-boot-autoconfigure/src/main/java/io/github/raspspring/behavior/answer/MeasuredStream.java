package io.github.raspspring.behavior.answer;

import java.io.IOException;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;

/**
 * Counts the bytes that go through.
 */
final class MeasuredStream extends ServletOutputStream {

	private final ServletOutputStream delegate;

	private volatile long written;

	MeasuredStream(ServletOutputStream delegate) {
		this.delegate = delegate;
	}

	@Override
	public void write(int b) throws IOException {
		this.delegate.write(b);
		count(1);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		this.delegate.write(bytes, offset, length);
		count(length);
	}

	/**
	 * One thread writes at a time.
	 */
	@SuppressWarnings("NonAtomicVolatileUpdate")
	private void count(int more) {
		this.written += more;
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
		this.delegate.flush();
	}

	@Override
	public void close() throws IOException {
		this.delegate.close();
	}

	long written() {
		return this.written;
	}

	void forget() {
		this.written = 0;
	}

}
