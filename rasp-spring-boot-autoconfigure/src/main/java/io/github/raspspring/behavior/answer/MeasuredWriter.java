package io.github.raspspring.behavior.answer;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * Counts the characters that go through.
 */
final class MeasuredWriter extends Writer {

	private final PrintWriter delegate;

	private volatile long written;

	MeasuredWriter(PrintWriter delegate) {
		this.delegate = delegate;
	}

	/**
	 * A client that is gone shows as an error of the writer, as without measuring.
	 */
	@Override
	@SuppressWarnings("NonAtomicVolatileUpdate")
	public void write(char[] characters, int offset, int length) throws IOException {
		this.delegate.write(characters, offset, length);
		this.written += length;
	}

	@Override
	public void flush() throws IOException {
		this.delegate.flush();
		if (this.delegate.checkError()) {
			throw new IOException("The client is gone");
		}
	}

	@Override
	public void close() {
		this.delegate.close();
	}

	long written() {
		return this.written;
	}

	void forget() {
		this.written = 0;
	}

}
