package io.github.raspspring.web.answer;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Set;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Takes the headers of an answer, and nothing else of it: neither status nor body, nor
 * what describes the body or follows from the status.
 */
final class HeadersOnly extends HttpServletResponseWrapper {

	private static final Set<String> OF_THE_ANSWER = Set.of("content-type", "content-length", "content-encoding",
			"content-disposition", "content-range", "content-language", "content-location", "accept-ranges", "etag",
			"last-modified", "location", "refresh", "retry-after", "www-authenticate", "transfer-encoding",
			"connection", "trailer", "upgrade");

	HeadersOnly(HttpServletResponse response) {
		super(response);
	}

	private static boolean isOfTheAnswer(String name) {
		return OF_THE_ANSWER.contains(name.toLowerCase(Locale.ROOT));
	}

	@Override
	public void setHeader(String name, @Nullable String value) {
		if (!isOfTheAnswer(name)) {
			super.setHeader(name, value);
		}
	}

	@Override
	public void addHeader(String name, String value) {
		if (!isOfTheAnswer(name)) {
			super.addHeader(name, value);
		}
	}

	@Override
	public void setDateHeader(String name, long date) {
		if (!isOfTheAnswer(name)) {
			super.setDateHeader(name, date);
		}
	}

	@Override
	public void addDateHeader(String name, long date) {
		if (!isOfTheAnswer(name)) {
			super.addDateHeader(name, date);
		}
	}

	@Override
	public void setIntHeader(String name, int value) {
		if (!isOfTheAnswer(name)) {
			super.setIntHeader(name, value);
		}
	}

	@Override
	public void addIntHeader(String name, int value) {
		if (!isOfTheAnswer(name)) {
			super.addIntHeader(name, value);
		}
	}

	@Override
	public void setStatus(int status) {
		// The status is that of the refusal.
	}

	@Override
	public void sendError(int status) {
		// As above.
	}

	@Override
	public void sendError(int status, String message) {
		// As above.
	}

	@Override
	public void sendRedirect(String location) {
		// As above.
	}

	@Override
	public void sendRedirect(String location, int status, boolean clearBuffer) {
		// As above.
	}

	@Override
	public void setContentType(@Nullable String type) {
		// It describes a body that nobody gets.
	}

	@Override
	public void setCharacterEncoding(@Nullable String charset) {
		// As above.
	}

	@Override
	public void setContentLength(int length) {
		// As above.
	}

	@Override
	public void setContentLengthLong(long length) {
		// As above.
	}

	@Override
	public void setLocale(@Nullable Locale locale) {
		// As above.
	}

	@Override
	public void setBufferSize(int size) {
		// As above.
	}

	@Override
	public void reset() {
		// What others have added stays.
	}

	@Override
	public void resetBuffer() {
		// There is none.
	}

	@Override
	public void flushBuffer() {
		// The answer is not there yet.
	}

	@Override
	public ServletOutputStream getOutputStream() {
		return new Nowhere();
	}

	@Override
	public PrintWriter getWriter() {
		return new PrintWriter(OutputStream.nullOutputStream());
	}

	private static final class Nowhere extends ServletOutputStream {

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setWriteListener(WriteListener listener) {
			throw new IllegalStateException("Nothing is written");
		}

		@Override
		public void write(int value) {
			// The body is that of the refusal.
		}

		@Override
		public void write(byte[] bytes, int offset, int length) {
			// As above.
		}

	}

}
