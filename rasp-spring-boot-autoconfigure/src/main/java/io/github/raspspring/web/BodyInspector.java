package io.github.raspspring.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.pipeline.Exchange;
import jakarta.servlet.ServletInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Judges a body before anybody gets to read it.
 */
public final class BodyInspector {

	private static final Rule BODY_TOO_LARGE = new Rule("body-too-large", "CWE-770",
			"The body is larger, deeper or of more values than what can be judged, which could hide an attack.",
			"Raise rasp.inspection.max-body-size or rasp.inspection.max-memory if the route has to accept such bodies.");

	private static final Rule CONTENT_TYPE_MISMATCH = new Rule("content-type-mismatch", "CWE-436",
			"The body is not what its content type says, so that filters and the application may read it differently.",
			"Declare what the handler consumes, and refuse everything else.");

	private final HandlerInspector inspector;

	private final BodyValues values = new BodyValues();

	private final int maxBodySize;

	private final BodyMemory memory;

	/**
	 * Create the inspector.
	 * @param inspector judges what becomes known
	 * @param maxBodySize bytes of a body that are judged at most
	 * @param memory what all bodies under judgement may take
	 */
	public BodyInspector(HandlerInspector inspector, int maxBodySize, BodyMemory memory) {
		this.inspector = inspector;
		this.maxBodySize = maxBodySize;
		this.memory = memory;
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
		BodyMemory.Lease memory = this.memory.lease();
		exchange.onCompletion(memory::giveBack);
		BodyStart start = BodyStart.of(declared, body, this.maxBodySize, memory);
		if (start.bytes().length == this.maxBodySize) {
			reportSize(exchange, declared, start.bytes().length + " bytes");
		}
		if (start.mismatches(declared)) {
			this.inspector.report(exchange, finding(CONTENT_TYPE_MISMATCH, Confidence.WEAK, "declared " + declared));
		}
		long began = exchange.judgingTime().nanoTime();
		BoundedValues arrivals = this.values.of(start, contentType, memory);
		exchange.judgingTime().spend(exchange.judgingTime().nanoTime() - began);
		if (arrivals.isFull() || memory.refused()) {
			reportSize(exchange, declared, Objects.requireNonNullElse(arrivals.exceeded(), BoundedValues.MEMORY));
		}
		this.inspector.arrived(exchange, arrivals);
		return start.bytes();
	}

	private void reportSize(Exchange exchange, BodyKind declared, String evidence) {
		Confidence confidence = (declared == BodyKind.BINARY) ? Confidence.WEAK : Confidence.STRONG;
		this.inspector.report(exchange, tooLarge(confidence, evidence));
	}

	/**
	 * Create the finding about a body that is past a bound.
	 */
	static Finding tooLarge(Confidence confidence, String evidence) {
		return finding(BODY_TOO_LARGE, confidence, evidence);
	}

	private static Finding finding(Rule rule, Confidence confidence, String evidence) {
		return Finding.of("protocol", Category.PROTOCOL, rule).confidence(confidence).evidence(evidence).build();
	}

}
