package io.github.raspspring.web;

import java.nio.charset.Charset;

import io.github.raspspring.document.ArrivalReader;
import io.github.raspspring.document.BoundedValues;
import io.github.raspspring.document.JsonArrivals;
import io.github.raspspring.document.TextArrivals;
import io.github.raspspring.engine.pipeline.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Judges a body bit by bit, as it arrives and before it is handed on.
 */
final class BodyArrivals {

	private final BodyInspector bodies;

	private final Exchange exchange;

	private final @Nullable String contentType;

	private final boolean asText;

	/** What all pieces of the body together may take. */
	private final BoundedValues values;

	private @Nullable ArrivalReader reader;

	private long size;

	private boolean ended;

	BodyArrivals(BodyInspector bodies, Exchange exchange, @Nullable String contentType, boolean asText) {
		this.bodies = bodies;
		this.exchange = exchange;
		this.contentType = contentType;
		this.asText = asText;
		this.values = bodies.values(exchange);
	}

	void arrived(byte[] bytes) {
		if (this.size == 0) {
			this.reader = choose(bytes);
		}
		this.size += bytes.length;
		ArrivalReader chosen = this.reader;
		if (chosen == null) {
			this.ended = true;
			return;
		}
		BoundedValues arrivals = this.values.another();
		chosen.read(bytes).forEach(arrivals::add);
		this.bodies.arrived(this.exchange, arrivals);
		if (this.size >= this.bodies.maxBodySize()) {
			this.ended = true;
			this.bodies.tooLarge(this.exchange, BodyKind.of(this.contentType) == BodyKind.BINARY, this.size + " bytes");
		}
	}

	/**
	 * Return whether what follows has to be judged too.
	 */
	boolean judgesMore() {
		return !this.ended;
	}

	private @Nullable ArrivalReader choose(byte[] bytes) {
		BodyKind kind = BodyKind.of(this.contentType);
		if (kind == BodyKind.BINARY && !this.asText && !BodyStart.isText(bytes)) {
			return null;
		}
		Charset charset = BodyValues.charset(this.contentType);
		char first = new BodyStart(BodyKind.TEXT, bytes).first();
		boolean json = kind == BodyKind.JSON || first == '{' || first == '[';
		return (json && charset.name().equals("UTF-8")) ? new JsonArrivals() : new TextArrivals(charset);
	}

}
