package io.github.raspspring.carrier.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.util.FastByteArrayOutputStream;

/**
 * The body of a request, written as it is made. If it can be made once only, so much of
 * it is kept as a redirect may ask for again, and nothing of one that is larger.
 */
final class OutgoingBody implements StreamingHttpOutputMessage.Body {

	/**
	 * Bytes kept of a body. Forms and documents are smaller, uploads are not sent twice.
	 */
	static final int MOST_KEPT = 1024 * 1024;

	/** Of a server that redirects before it has read everything. */
	private static final int MOST_SECONDS = 1;

	private final StreamingHttpOutputMessage.Body source;

	private final CompletableFuture<@Nullable FastByteArrayOutputStream> kept = new CompletableFuture<>();

	OutgoingBody(StreamingHttpOutputMessage.Body source) {
		this.source = source;
	}

	/**
	 * Return whether the body can be sent to where a redirect leads. The answer may be
	 * there a moment before the thread that writes the body is done.
	 */
	boolean canBeSentAgain() {
		if (this.source.repeatable()) {
			return true;
		}
		try {
			return this.kept.get(MOST_SECONDS, TimeUnit.SECONDS) != null;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		catch (ExecutionException | TimeoutException ex) {
			return false;
		}
	}

	@Override
	public boolean repeatable() {
		return this.source.repeatable();
	}

	@Override
	public void writeTo(OutputStream outputStream) throws IOException {
		FastByteArrayOutputStream known = this.kept.getNow(null);
		if (known != null) {
			known.writeTo(outputStream);
		}
		else if (this.source.repeatable()) {
			this.source.writeTo(outputStream);
		}
		else {
			Keeping keeping = new Keeping(outputStream);
			this.source.writeTo(keeping);
			this.kept.complete(keeping.all);
		}
	}

	/**
	 * Passes everything on, and keeps a copy until it becomes too large.
	 */
	private static final class Keeping extends OutputStream {

		private final OutputStream target;

		private @Nullable FastByteArrayOutputStream all = new FastByteArrayOutputStream(1024);

		Keeping(OutputStream target) {
			this.target = target;
		}

		@Override
		public void write(int b) throws IOException {
			write(new byte[] { (byte) b }, 0, 1);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			this.target.write(bytes, offset, length);
			FastByteArrayOutputStream copy = this.all;
			if (copy != null && copy.size() + (long) length <= MOST_KEPT) {
				copy.write(bytes, offset, length);
			}
			else {
				this.all = null;
			}
		}

		@Override
		public void flush() throws IOException {
			this.target.flush();
		}

		@Override
		public void close() throws IOException {
			this.target.close();
		}

	}

}
