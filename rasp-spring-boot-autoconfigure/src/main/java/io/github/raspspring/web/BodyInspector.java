package io.github.raspspring.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
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

	private static final Rule CONTENT_TYPE_MISMATCH = new Rule("content-type-mismatch", "CWE-436",
			"The body is not what its content type says, so that filters and the application may read it differently.",
			"Declare what the handler consumes, and refuse everything else.");

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
		if (BodyKind.of(contentType) == BodyKind.MULTIPART) {
			return body;
		}
		return new ReplayedBody(inspect(exchange, contentType, (InputStream) body), body);
	}

	/**
	 * Judge a body, or the part of one, as far as it has to be.
	 * @return what was read of it
	 */
	byte[] inspect(Exchange exchange, @Nullable String contentType, InputStream body) throws IOException {
		BodyKind declared = BodyKind.of(contentType);
		BodyStart start = BodyStart.of(declared, body, this.maxBodySize);
		if (start.bytes().length == this.maxBodySize) {
			Confidence confidence = (declared == BodyKind.BINARY) ? Confidence.WEAK : Confidence.STRONG;
			report(exchange, BODY_TOO_LARGE, confidence, start.bytes().length + " bytes");
		}
		if (start.mismatches(declared)) {
			report(exchange, CONTENT_TYPE_MISMATCH, Confidence.WEAK, "declared " + declared);
		}
		List<InputValue> arrivals = this.values.of(start, contentType);
		this.inspector.arrived(exchange, arrivals);
		return start.bytes();
	}

	private void report(Exchange exchange, Rule rule, Confidence confidence, String evidence) {
		this.inspector.report(exchange,
				Finding.of("protocol", Category.PROTOCOL, rule).confidence(confidence).evidence(evidence).build());
	}

}
