package io.github.raspspring.web;

import java.io.IOException;
import java.util.List;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.pipeline.Exchange;
import jakarta.servlet.ServletInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Judges a body before anybody gets to read it.
 */
public final class BodyInspector {

	private static final Rule BODY_TOO_LARGE = new Rule("body-too-large", "CWE-770",
			"The body is larger than what can be judged, which could hide an attack behind padding.",
			"Raise rasp.inspection.max-body-size if the route has to accept such bodies.");

	/** Enough to tell what a binary body is. */
	private static final int MAGIC = 64;

	private final HandlerInspector inspector;

	private final BodyValues values = new BodyValues();

	private final int maxBodySize;

	/**
	 * Create the inspector.
	 * @param inspector judges what becomes known
	 * @param maxBodySize bytes of a body that are judged at most
	 */
	public BodyInspector(HandlerInspector inspector, int maxBodySize) {
		this.inspector = inspector;
		this.maxBodySize = maxBodySize;
	}

	ServletInputStream inspect(Exchange exchange, @Nullable String contentType, ServletInputStream body)
			throws IOException {
		BodyKind kind = BodyKind.of(contentType);
		if (kind == BodyKind.MULTIPART) {
			return body;
		}
		byte[] start = body.readNBytes((kind == BodyKind.BINARY) ? MAGIC : this.maxBodySize);
		inspect(exchange, contentType, start);
		return new ReplayedBody(start, body);
	}

	/**
	 * Judge a body, or the part of one, that was read as far as it is judged.
	 */
	void inspect(Exchange exchange, @Nullable String contentType, byte[] body) {
		if (body.length == this.maxBodySize) {
			this.inspector.report(exchange,
					Finding.of("protocol", Category.PROTOCOL, BODY_TOO_LARGE).evidence(body.length + " bytes").build());
		}
		List<InputValue> arrivals = this.values.of(body, contentType);
		this.inspector.arrived(exchange, arrivals);
	}

	int maxBodySize() {
		return this.maxBodySize;
	}

}
