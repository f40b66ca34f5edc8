package io.github.raspspring.profile.answer;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

/**
 * An answer of which the beginning is kept while it passes, or which is held back until
 * it is complete, where its route asks for that. What is no text, grows too large or is a
 * stream passes as ever, and is counted.
 */
final class WatchedAnswer extends HttpServletResponseWrapper {

	private static final String LENGTH = "Content-Length";

	private final HttpServletRequest request;

	private final boolean holdsBack;

	private final AnswerCounts counts;

	private final AnswerMemory memory;

	private Way way = Way.UNKNOWN;

	/** What it was when the first byte was written. */
	private AnswerType type = AnswerType.OTHER;

	private @Nullable WatchedOutput output;

	private @Nullable PrintWriter writer;

	WatchedAnswer(HttpServletRequest request, HttpServletResponse response, boolean holdsBack, int most,
			AnswerCounts counts) {
		super(response);
		this.request = request;
		this.holdsBack = holdsBack;
		this.counts = counts;
		this.memory = new AnswerMemory(most);
	}

	/**
	 * Decide, when the first byte is written, what becomes of the answer.
	 */
	Way way() {
		if (this.way == Way.UNKNOWN) {
			this.way = decide();
		}
		return this.way;
	}

	private Way decide() {
		this.type = AnswerType.of(getContentType());
		if (this.type == AnswerType.STREAM || this.request.isAsyncStarted()) {
			this.counts.stream();
			return Way.PASS;
		}
		if (this.type == AnswerType.OTHER || getHeader("Content-Encoding") != null) {
			this.counts.otherType();
			return Way.PASS;
		}
		return this.holdsBack ? Way.HOLD : Way.WATCH;
	}

	void take(byte[] bytes, int offset, int length) throws IOException {
		switch (way()) {
			case WATCH -> {
				this.memory.add(bytes, offset, length);
				getResponse().getOutputStream().write(bytes, offset, length);
			}
			case HOLD -> {
				if (this.memory.hasRoom(length)) {
					this.memory.add(bytes, offset, length);
				}
				else {
					giveUp();
					getResponse().getOutputStream().write(bytes, offset, length);
				}
			}
			default -> getResponse().getOutputStream().write(bytes, offset, length);
		}
	}

	/**
	 * It has grown too large to be held back.
	 */
	private void giveUp() throws IOException {
		this.way = Way.PASS;
		this.counts.tooLarge();
		getResponse().getOutputStream().write(this.memory.bytes(), 0, this.memory.length());
	}

	@Override
	public ServletOutputStream getOutputStream() throws IOException {
		WatchedOutput known = this.output;
		if (known == null) {
			known = new WatchedOutput(this, super.getOutputStream());
			this.output = known;
		}
		return known;
	}

	@Override
	public PrintWriter getWriter() throws IOException {
		PrintWriter known = this.writer;
		if (known == null) {
			known = (way() == Way.HOLD) ? heldWriter()
					: new PrintWriter(new WatchedText(super.getWriter(), this.memory, way() == Way.WATCH));
			this.writer = known;
		}
		return known;
	}

	/**
	 * The container tells the charset only to those who ask it for a writer.
	 */
	private PrintWriter heldWriter() throws IOException {
		setCharacterEncoding(getCharacterEncoding());
		return new PrintWriter(new OutputStreamWriter(getOutputStream(), getCharacterEncoding()));
	}

	boolean isHeld() {
		return this.way == Way.HOLD;
	}

	/**
	 * Return what is known of the answer, {@code null} if it was not looked at.
	 */
	@Nullable AnswerMemory complete() {
		if (this.writer != null && isHeld()) {
			this.writer.flush();
		}
		return (this.way == Way.WATCH || this.way == Way.HOLD) ? this.memory : null;
	}

	boolean isJson() {
		return this.type == AnswerType.JSON;
	}

	/**
	 * Let go what was held back.
	 */
	void release(byte[] bytes, int length) throws IOException {
		this.way = Way.PASS;
		if (!getResponse().isCommitted()) {
			getResponse().setContentLength(length);
		}
		getResponse().getOutputStream().write(bytes, 0, length);
		getResponse().flushBuffer();
	}

	/**
	 * Forget what was held back: something else is answered instead.
	 */
	void drop() {
		this.way = Way.PASS;
	}

	@Override
	public void flushBuffer() throws IOException {
		if (!isHeld()) {
			super.flushBuffer();
		}
	}

	@Override
	public void setContentLength(int length) {
		if (!this.holdsBack) {
			super.setContentLength(length);
		}
	}

	@Override
	public void setContentLengthLong(long length) {
		if (!this.holdsBack) {
			super.setContentLengthLong(length);
		}
	}

	@Override
	public void setHeader(String name, String value) {
		if (!this.holdsBack || !name.equalsIgnoreCase(LENGTH)) {
			super.setHeader(name, value);
		}
	}

	@Override
	public void addHeader(String name, String value) {
		if (!this.holdsBack || !name.equalsIgnoreCase(LENGTH)) {
			super.addHeader(name, value);
		}
	}

	@Override
	public void reset() {
		super.reset();
		forget();
		this.output = null;
		this.writer = null;
		this.way = Way.UNKNOWN;
	}

	@Override
	public void resetBuffer() {
		super.resetBuffer();
		forget();
	}

	@Override
	public void sendError(int status) throws IOException {
		forget();
		super.sendError(status);
	}

	@Override
	public void sendError(int status, String message) throws IOException {
		forget();
		super.sendError(status, message);
	}

	private void forget() {
		this.memory.forget();
	}

	/**
	 * What becomes of an answer.
	 */
	enum Way {

		/** Nothing was written yet. */
		UNKNOWN,

		/** It passes, and nobody looks. */
		PASS,

		/** It passes, and its beginning is kept. */
		WATCH,

		/** It waits for its end. */
		HOLD

	}

}
