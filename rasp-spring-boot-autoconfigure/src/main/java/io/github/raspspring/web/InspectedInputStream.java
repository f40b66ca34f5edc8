package io.github.raspspring.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A body of which nothing is handed on before it is judged. What a client has promised is
 * judged as a whole; what it sends bit by bit is judged as it arrives. Nothing is read
 * before somebody asks for it.
 */
final class InspectedInputStream extends ServletInputStream {

	private static final int BUFFER = 8192;

	private static final byte[] NOTHING = {};

	private final ServletInputStream source;

	private final BodyReading reading;

	private @Nullable InspectedReadListener listener;

	private @Nullable BodyArrivals arrivals;

	private boolean begun;

	/** The source has nothing more, and must not be asked again. */
	private boolean exhausted;

	/** Judged, and handed on up to the next. */
	private byte[] ready = NOTHING;

	private int next;

	InspectedInputStream(ServletInputStream source, BodyReading reading) {
		this.source = source;
		this.reading = reading;
	}

	/**
	 * Whoever reads takes the body for text, whatever it calls itself.
	 */
	void readAsText() {
		this.reading.readAsText();
	}

	@Override
	public int read() throws IOException {
		fill();
		if (isLeft()) {
			return this.ready[this.next++] & 0xFF;
		}
		return this.exhausted ? -1 : this.source.read();
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		fill();
		if (isLeft()) {
			Objects.checkFromIndexSize(offset, length, buffer.length);
			int count = Math.min(length, this.ready.length - this.next);
			System.arraycopy(this.ready, this.next, buffer, offset, count);
			this.next += count;
			return count;
		}
		return this.exhausted ? -1 : this.source.read(buffer, offset, length);
	}

	@Override
	public int available() throws IOException {
		return this.ready.length - this.next + this.source.available();
	}

	@Override
	public boolean isFinished() {
		return !isLeft() && (this.listener == null || !this.listener.isCollecting()) && this.source.isFinished();
	}

	@Override
	public boolean isReady() {
		InspectedReadListener waiting = this.listener;
		if (isLeft()) {
			return true;
		}
		return (waiting != null) ? waiting.isReady() : this.source.isReady();
	}

	@Override
	public void setReadListener(ReadListener listener) {
		InspectedReadListener inspected = new InspectedReadListener(this, this.source, listener,
				!this.begun && this.reading.waitsForAll());
		this.source.setReadListener(inspected);
		this.listener = inspected;
	}

	@Override
	public void close() throws IOException {
		this.source.close();
	}

	/**
	 * Judge a body that was collected as it came.
	 */
	void collected(byte[] body) throws IOException {
		this.begun = true;
		makeReady(body);
		this.reading.whole(new ByteArrayInputStream(body));
	}

	int limit() {
		return this.reading.limit();
	}

	private void fill() throws IOException {
		this.reading.leaveIfRefused();
		if (isLeft()) {
			return;
		}
		if (!this.begun) {
			this.begun = true;
			begin();
		}
		else if (this.arrivals != null) {
			next();
		}
	}

	private void begin() throws IOException {
		boolean blocking = this.listener == null;
		if (blocking && this.reading.waitsForAll()) {
			makeReady(this.reading.whole(this.source));
			return;
		}
		Arrived arrived = Arrived.from(this.source, this.reading.limit(), blocking);
		makeReady(arrived.bytes());
		this.exhausted = arrived.ended();
		if (arrived.ended() || this.reading.isAll(arrived.bytes().length)) {
			this.reading.whole(new ByteArrayInputStream(arrived.bytes()));
			return;
		}
		this.arrivals = this.reading.arrivals();
		take(arrived.bytes());
	}

	private void next() throws IOException {
		byte[] buffer = new byte[BUFFER];
		int count = this.source.read(buffer);
		if (count < 0) {
			this.arrivals = null;
			this.exhausted = true;
			return;
		}
		byte[] bytes = Arrays.copyOf(buffer, count);
		makeReady(bytes);
		take(bytes);
	}

	private boolean isLeft() {
		return this.next < this.ready.length;
	}

	private void makeReady(byte[] bytes) {
		this.ready = bytes;
		this.next = 0;
	}

	private void take(byte[] bytes) throws IOException {
		BodyArrivals judging = this.arrivals;
		if (judging != null) {
			this.reading.judge(() -> judging.arrived(bytes));
			if (!judging.judgesMore()) {
				this.arrivals = null;
			}
		}
	}

	/**
	 * What has arrived of a body by now.
	 *
	 * @param bytes at least one, unless the body is empty
	 * @param ended whether nothing more will come
	 */
	private record Arrived(byte[] bytes, boolean ended) {

		/**
		 * Wait for something to arrive, and take what there is.
		 * @param source the body
		 * @param limit number of bytes at which to stop
		 * @param blocking whether it may be asked again at once
		 */
		static Arrived from(ServletInputStream source, int limit, boolean blocking) throws IOException {
			ByteArrayOutputStream arrived = new ByteArrayOutputStream();
			byte[] buffer = new byte[Math.min(BUFFER, limit)];
			boolean more = true;
			while (more) {
				int count = source.read(buffer, 0, Math.min(buffer.length, limit - arrived.size()));
				if (count < 0) {
					return new Arrived(arrived.toByteArray(), true);
				}
				arrived.write(buffer, 0, count);
				more = blocking && arrived.size() < limit && source.available() > 0;
			}
			return new Arrived(arrived.toByteArray(), source.isFinished());
		}

	}

}
