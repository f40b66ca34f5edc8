package io.github.raspspring.inventory.openapi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

/**
 * An answer of which a copy is kept while it passes, if somebody wants to look at it:
 * JSON that is not too long, whoever writes it. Used by one thread at a time.
 */
final class CheckedAnswer extends HttpServletResponseWrapper {

	private static final int LONGEST = 256 * 1024;

	private final Predicate<CheckedAnswer> wanted;

	private final ByteArrayOutputStream copy = new ByteArrayOutputStream(0);

	private final StringBuilder text = new StringBuilder(0);

	private @Nullable ServletOutputStream output;

	private @Nullable PrintWriter writer;

	/** Whether it is copied, {@code null} as long as nothing is written. */
	private @Nullable Boolean copied;

	private int status;

	private String type = "";

	/**
	 * Create the answer.
	 * @param response the answer of the container
	 * @param wanted asked once, when the first byte is written, with the status and the
	 * type that it has then
	 */
	CheckedAnswer(HttpServletResponse response, Predicate<CheckedAnswer> wanted) {
		super(response);
		this.wanted = wanted;
	}

	int status() {
		return this.status;
	}

	String type() {
		return this.type;
	}

	/**
	 * Return the whole body.
	 * @return the body in UTF-8, or {@code null} if it was not copied
	 */
	byte @Nullable [] body() {
		if (!Boolean.TRUE.equals(this.copied)) {
			return null;
		}
		return this.text.isEmpty() ? this.copy.toByteArray() : this.text.toString().getBytes(StandardCharsets.UTF_8);
	}

	private boolean isCopied(int more) {
		if (this.copied == null) {
			this.status = getStatus();
			this.type = String.valueOf(getContentType());
			this.copied = getHeader("Content-Encoding") == null && this.wanted.test(this);
		}
		if (this.copied && this.copy.size() + this.text.length() + more > LONGEST) {
			this.copied = false;
			forget();
		}
		return this.copied;
	}

	private void forget() {
		this.copy.reset();
		this.text.setLength(0);
	}

	@Override
	public ServletOutputStream getOutputStream() throws IOException {
		ServletOutputStream known = this.output;
		if (known == null) {
			known = new Copying(super.getOutputStream());
			this.output = known;
		}
		return known;
	}

	@Override
	public PrintWriter getWriter() throws IOException {
		PrintWriter known = this.writer;
		if (known == null) {
			known = new PrintWriter(new CopyingText(super.getWriter()));
			this.writer = known;
		}
		return known;
	}

	@Override
	public void reset() {
		super.reset();
		forget();
		this.output = null;
		this.writer = null;
		this.copied = null;
	}

	@Override
	public void resetBuffer() {
		super.resetBuffer();
		forget();
		this.copied = null;
	}

	private final class Copying extends ServletOutputStream {

		private final ServletOutputStream delegate;

		private Copying(ServletOutputStream delegate) {
			this.delegate = delegate;
		}

		@Override
		public void write(int b) throws IOException {
			if (isCopied(1)) {
				CheckedAnswer.this.copy.write(b);
			}
			this.delegate.write(b);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			if (isCopied(length)) {
				CheckedAnswer.this.copy.write(bytes, offset, length);
			}
			this.delegate.write(bytes, offset, length);
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

	}

	private final class CopyingText extends Writer {

		private final PrintWriter delegate;

		private CopyingText(PrintWriter delegate) {
			this.delegate = delegate;
		}

		@Override
		public void write(char[] characters, int offset, int length) {
			if (isCopied(length)) {
				CheckedAnswer.this.text.append(characters, offset, length);
			}
			this.delegate.write(characters, offset, length);
		}

		/**
		 * A client that is gone shows as an error of the writer.
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

}
