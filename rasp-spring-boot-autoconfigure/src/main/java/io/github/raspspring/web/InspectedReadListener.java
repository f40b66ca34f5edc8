package io.github.raspspring.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the container and an application that reads without blocking. Collects a
 * body that is judged as a whole before it tells the application of it; else passes on
 * that something has arrived.
 */
final class InspectedReadListener implements ReadListener {

	private static final int BUFFER = 8192;

	private final InspectedInputStream inspected;

	private final ServletInputStream source;

	private final ReadListener delegate;

	private @Nullable ByteArrayOutputStream collected;

	private boolean allRead;

	private boolean told;

	InspectedReadListener(InspectedInputStream inspected, ServletInputStream source, ReadListener delegate,
			boolean collects) {
		this.inspected = inspected;
		this.source = source;
		this.delegate = delegate;
		this.collected = collects ? new ByteArrayOutputStream() : null;
	}

	boolean isCollecting() {
		return this.collected != null;
	}

	/**
	 * Return whether the container has more, once the application has read what there is.
	 */
	boolean isReady() {
		if (this.collected != null) {
			return false;
		}
		if (this.allRead) {
			tellEnd();
			return false;
		}
		return this.source.isReady();
	}

	@Override
	public void onDataAvailable() throws IOException {
		ByteArrayOutputStream body = this.collected;
		if (body == null) {
			this.delegate.onDataAvailable();
			return;
		}
		byte[] buffer = new byte[BUFFER];
		while (body.size() < this.inspected.limit() && this.source.isReady()) {
			int count = this.source.read(buffer, 0, Math.min(BUFFER, this.inspected.limit() - body.size()));
			if (count < 0) {
				return;
			}
			body.write(buffer, 0, count);
		}
		if (body.size() == this.inspected.limit()) {
			release(body);
		}
	}

	@Override
	public void onAllDataRead() throws IOException {
		ByteArrayOutputStream body = this.collected;
		this.allRead = true;
		if (body != null) {
			release(body);
		}
		tellEnd();
	}

	@Override
	public void onError(Throwable failure) {
		this.delegate.onError(failure);
	}

	private void release(ByteArrayOutputStream body) throws IOException {
		this.collected = null;
		this.inspected.collected(body.toByteArray());
		if (body.size() > 0) {
			this.delegate.onDataAvailable();
		}
	}

	/**
	 * Tell the application once, and not before it has read everything.
	 */
	private void tellEnd() {
		if (this.told || !this.inspected.isFinished()) {
			return;
		}
		this.told = true;
		try {
			this.delegate.onAllDataRead();
		}
		catch (IOException | RuntimeException ex) {
			this.delegate.onError(ex);
		}
	}

}
