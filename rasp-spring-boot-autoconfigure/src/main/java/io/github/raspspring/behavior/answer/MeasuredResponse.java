package io.github.raspspring.behavior.answer;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.LongSupplier;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A response that counts what is written. Of text characters are counted, which are a
 * little less than bytes.
 */
final class MeasuredResponse extends HttpServletResponseWrapper implements LongSupplier {

	private @Nullable MeasuredStream stream;

	private @Nullable MeasuredWriter writer;

	private @Nullable PrintWriter printer;

	private long declared;

	MeasuredResponse(HttpServletResponse response) {
		super(response);
	}

	@Override
	public ServletOutputStream getOutputStream() throws IOException {
		MeasuredStream known = this.stream;
		if (known == null) {
			known = new MeasuredStream(super.getOutputStream());
			this.stream = known;
		}
		return known;
	}

	@Override
	public PrintWriter getWriter() throws IOException {
		PrintWriter known = this.printer;
		if (known == null) {
			MeasuredWriter measured = new MeasuredWriter(super.getWriter());
			known = new PrintWriter(measured);
			this.writer = measured;
			this.printer = known;
		}
		return known;
	}

	@Override
	public void setContentLength(int length) {
		this.declared = length;
		super.setContentLength(length);
	}

	@Override
	public void setContentLengthLong(long length) {
		this.declared = length;
		super.setContentLengthLong(length);
	}

	@Override
	public void reset() {
		super.reset();
		forget();
		this.declared = 0;
		this.stream = null;
		this.writer = null;
		this.printer = null;
	}

	@Override
	public void resetBuffer() {
		super.resetBuffer();
		forget();
	}

	private void forget() {
		if (this.stream != null) {
			this.stream.forget();
		}
		if (this.writer != null) {
			this.writer.forget();
		}
	}

	@Override
	public long getAsLong() {
		MeasuredStream bytes = this.stream;
		MeasuredWriter characters = this.writer;
		long written = ((bytes != null) ? bytes.written() : 0) + ((characters != null) ? characters.written() : 0);
		return Math.max(written, this.declared);
	}

}
