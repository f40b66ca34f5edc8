package io.github.raspspring.profile.answer;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * Hands on what is written, and keeps its beginning.
 */
final class WatchedText extends Writer {

	private final PrintWriter delegate;

	private final AnswerMemory memory;

	private final boolean watched;

	WatchedText(PrintWriter delegate, AnswerMemory memory, boolean watched) {
		this.delegate = delegate;
		this.memory = memory;
		this.watched = watched;
	}

	@Override
	public void write(char[] characters, int offset, int length) {
		this.delegate.write(characters, offset, length);
		if (this.watched) {
			this.memory.add(characters, offset, length);
		}
	}

	/**
	 * A client that is gone shows as an error of the writer, as without watching.
	 */
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

}
