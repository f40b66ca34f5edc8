package io.github.raspspring.web;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import io.github.raspspring.document.ArrivalReader;
import io.github.raspspring.document.BoundedValues;
import io.github.raspspring.document.DisputedArrivals;
import io.github.raspspring.document.FormArrivals;
import io.github.raspspring.document.JsonArrivals;
import io.github.raspspring.document.TextArrivals;
import io.github.raspspring.document.XmlArrivals;
import io.github.raspspring.document.XmlProlog;
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

	private boolean begun;

	private boolean ended;

	BodyArrivals(BodyInspector bodies, Exchange exchange, @Nullable String contentType, boolean asText) {
		this.bodies = bodies;
		this.exchange = exchange;
		this.contentType = contentType;
		this.asText = asText;
		this.values = bodies.values(exchange);
	}

	void arrived(byte[] bytes) {
		if (!this.begun) {
			this.reader = choose(bytes);
		}
		this.begun = true;
		ArrivalReader chosen = this.reader;
		if (chosen == null) {
			this.size += bytes.length;
			this.ended = !this.exchange.policy().limits().isOfBody()
					|| this.bodies.exceedsRoute(this.exchange, this.size);
			return;
		}
		BoundedValues arrivals = this.values.another();
		chosen.read(bytes).forEach(arrivals::add);
		this.size += chosen.passesOver() ? 0 : bytes.length;
		this.bodies.arrived(this.exchange, arrivals);
		if (this.bodies.exceedsRoute(this.exchange, this.size)) {
			this.ended = true;
		}
		else if (this.size >= this.bodies.maxBodySize(this.exchange)) {
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
		BodyKind kind = XmlProlog.isEbcdic(bytes) ? BodyKind.XML : BodyKind.of(this.contentType);
		char first = new BodyStart(BodyKind.TEXT, bytes).first();
		return switch (kind) {
			case MULTIPART -> this.bodies.partArrivals(this.contentType, this.values.memory());
			case XML -> (first == '<') ? new XmlArrivals() : text(first, XmlProlog.charset(bytes));
			case FORM -> (first == '{' || first == '[') ? text(first, StandardCharsets.UTF_8) : new FormArrivals();
			case JSON -> text('{', BodyValues.charset(this.contentType));
			case BINARY ->
				(this.asText || BodyStart.isText(bytes)) ? text(first, BodyValues.charset(this.contentType)) : null;
			default -> text(first, BodyValues.charset(this.contentType));
		};
	}

	private static ArrivalReader text(char first, Charset charset) {
		boolean json = (first == '{' || first == '[') && charset == StandardCharsets.UTF_8;
		if (json) {
			return new JsonArrivals();
		}
		return (charset == StandardCharsets.UTF_8) ? new TextArrivals(charset) : new DisputedArrivals(charset);
	}

}
