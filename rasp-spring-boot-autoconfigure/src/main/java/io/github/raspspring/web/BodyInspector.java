package io.github.raspspring.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.github.raspspring.document.InnerDocuments;
import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.pipeline.Exchange;
import jakarta.servlet.http.Part;
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

	private final PartValues parts;

	private final int maxBodySize;

	/**
	 * Create the inspector.
	 * @param inspector judges what becomes known
	 * @param maxBodySize bytes of a body that are judged at most
	 * @param maxUploadSize bytes of an uploaded file that are judged at most
	 */
	public BodyInspector(HandlerInspector inspector, int maxBodySize, int maxUploadSize) {
		this.inspector = inspector;
		this.maxBodySize = maxBodySize;
		this.parts = new PartValues(this.values, maxBodySize, maxUploadSize);
	}

	int maxBodySize() {
		return this.maxBodySize;
	}

	/**
	 * Judge a body, or the part of one, as far as it has to be.
	 * @param asText whether it is read as text, whatever it calls itself
	 * @return what was read of it
	 */
	byte[] inspect(Exchange exchange, @Nullable String contentType, InputStream body, boolean asText)
			throws IOException {
		BodyKind declared = BodyKind.of(contentType);
		BodyKind kind = (asText && declared == BodyKind.BINARY) ? BodyKind.TEXT : declared;
		BodyStart start = BodyStart.of(kind, body, this.maxBodySize);
		List<InputValue> arrivals = new ArrayList<>();
		boolean upload = false;
		if (declared == BodyKind.MULTIPART) {
			upload = this.parts.addPieces(start.bytes(), contentType, arrivals);
		}
		else {
			arrivals.addAll(this.values.of(start, contentType));
		}
		if (start.bytes().length == this.maxBodySize) {
			tooLarge(exchange, upload || declared == BodyKind.BINARY, start.bytes().length);
		}
		if (start.mismatches(declared)) {
			report(exchange, CONTENT_TYPE_MISMATCH, Confidence.WEAK, "declared " + declared);
		}
		arrived(exchange, arrivals);
		return start.bytes();
	}

	/**
	 * Judge the parts that the container has received.
	 */
	void inspectParts(Exchange exchange, Collection<Part> received) throws IOException {
		List<InputValue> arrivals = new ArrayList<>();
		for (Part part : received) {
			this.parts.add(part, arrivals);
		}
		arrived(exchange, arrivals);
	}

	void arrived(Exchange exchange, List<InputValue> arrivals) {
		this.inspector.arrived(exchange, InnerDocuments.unfold(arrivals));
	}

	/**
	 * Report that a body goes on where judgement ends.
	 * @param binary whether it is no text, so far as it can be told
	 */
	void tooLarge(Exchange exchange, boolean binary, long size) {
		report(exchange, BODY_TOO_LARGE, binary ? Confidence.WEAK : Confidence.STRONG, size + " bytes");
	}

	private void report(Exchange exchange, Rule rule, Confidence confidence, String evidence) {
		this.inspector.report(exchange,
				Finding.of("protocol", Category.PROTOCOL, rule).confidence(confidence).evidence(evidence).build());
	}

}
