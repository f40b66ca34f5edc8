package io.github.raspspring.ways;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;

/**
 * Reads without blocking and answers what it read.
 */
record EchoListener(AsyncContext context, ServletInputStream body, ByteArrayOutputStream read) implements ReadListener {

	EchoListener(AsyncContext context, ServletInputStream body) {
		this(context, body, new ByteArrayOutputStream());
	}

	@Override
	public void onDataAvailable() throws IOException {
		byte[] buffer = new byte[1000];
		while (this.body.isReady()) {
			int count = this.body.read(buffer);
			if (count < 0) {
				return;
			}
			this.read.write(buffer, 0, count);
		}
	}

	@Override
	public void onAllDataRead() throws IOException {
		this.context.getResponse().getOutputStream().write(this.read.toByteArray());
		this.context.complete();
	}

	@Override
	public void onError(Throwable failure) {
		this.context.complete();
	}

}
