package io.github.raspspring.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Objects;

import io.github.raspspring.document.ArrivalReader;
import io.github.raspspring.document.BodyMemory;
import io.github.raspspring.document.BoundedValues;
import io.github.raspspring.document.InnerDocuments;
import io.github.raspspring.document.MultipartArrivals;
import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.Exchange;
import jakarta.servlet.http.Part;
import org.jspecify.annotations.Nullable;

/**
 * Judges a body before anybody gets to read it.
 */
public final class BodyInspector {

	private static final Rule BODY_TOO_LARGE = new Rule("body-too-large", "CWE-770",
			"The body is larger, deeper or of more values than what can be judged, which could hide an attack.",
			"Raise rasp.inspection.max-body-size, rasp.inspection.max-memory or the body-limit of the route if it has "
					+ "to accept such bodies.");

	private static final Rule CONTENT_TYPE_MISMATCH = new Rule("content-type-mismatch", "CWE-436",
			"The body is not what its content type says, so that filters and the application may read it differently.",
			"Declare what the handler consumes, and refuse everything else.");

	private final HandlerInspector inspector;

	private final BodyValues values = new BodyValues();

	private final BodyArguments arguments = new BodyArguments();

	private final PartValues parts;

	private final int maxBodySize;

	private final BodyMemory memory;

	/**
	 * Create the inspector.
	 * @param inspector judges what becomes known
	 * @param maxBodySize bytes from which on a body is too large
	 * @param maxUploadSize bytes of an uploaded file that are judged at most
	 * @param memory what all bodies under judgement may take
	 */
	public BodyInspector(HandlerInspector inspector, int maxBodySize, int maxUploadSize, BodyMemory memory) {
		this.inspector = inspector;
		this.maxBodySize = maxBodySize;
		this.memory = memory;
		this.parts = new PartValues(this.values, maxBodySize, maxUploadSize);
	}

	/**
	 * Return whether a request is refused for nothing but the size of its body.
	 */
	static boolean isTooLarge(Decision decision) {
		return decision.findings()
			.stream()
			.filter((finding) -> finding.confidence() != Confidence.WEAK)
			.allMatch((finding) -> finding.rule().equals(BODY_TOO_LARGE));
	}

	/**
	 * Return what tells what handlers make of bodies.
	 */
	BodyArguments arguments() {
		return this.arguments;
	}

	/**
	 * Return from how many bytes on a body of an exchange is too large.
	 */
	int maxBodySize(Exchange exchange) {
		Policy.Limits limits = exchange.policy().limits();
		return limits.isOfBody() ? Math.min(this.maxBodySize, limits.bodySize() + 1) : this.maxBodySize;
	}

	/**
	 * Hold the length of a body against the limit of its route, whatever it is.
	 * @param length how many bytes it has or is said to have
	 * @return whether it is too large
	 */
	boolean exceedsRoute(Exchange exchange, long length) {
		boolean exceeds = length > exchange.policy().limits().bodySize();
		if (exceeds) {
			tooLarge(exchange, false, length + " bytes");
		}
		return exceeds;
	}

	/**
	 * Judge a body, or the part of one, as far as it has to be.
	 * @param announced how many bytes it is said to have, or {@link BodyStart#UNKNOWN}
	 * @param asText whether it is read as text, whatever it calls itself
	 * @return what was read of it
	 */
	byte[] inspect(Exchange exchange, @Nullable String contentType, InputStream body, long announced, boolean asText)
			throws IOException {
		BodyKind declared = BodyKind.of(contentType);
		BodyKind kind = (asText && declared == BodyKind.BINARY) ? BodyKind.TEXT : declared;
		BodyMemory.Lease memory = lease(exchange);
		int most = maxBodySize(exchange);
		BodyStart start = BodyStart.of(kind, body, announced, most, memory);
		if (start.mismatches(declared)) {
			report(exchange, CONTENT_TYPE_MISMATCH, Confidence.WEAK, "declared " + declared);
		}
		long began = exchange.judgingTime().nanoTime();
		BoundedValues arrivals = this.inspector.collecting(exchange, memory);
		boolean upload = !addKept(exchange, start, contentType, arrivals)
				&& add(start, declared, contentType, arrivals);
		exchange.judgingTime().spend(exchange.judgingTime().nanoTime() - began);
		if (!exceedsRoute(exchange, Math.max(announced, start.bytes().length)) && start.bytes().length == most) {
			tooLarge(exchange, upload || declared == BodyKind.BINARY, start.bytes().length + " bytes");
		}
		reportBound(exchange, declared, arrivals, memory);
		arrived(exchange, arrivals);
		return start.bytes();
	}

	private boolean addKept(Exchange exchange, BodyStart start, @Nullable String contentType, BoundedValues arrivals) {
		ValueReader.Sieve sieve = BodyValues.mayOmit(start.kind(), contentType) ? this.inspector.sieve(exchange) : null;
		return sieve != null && this.values.addKept(start, contentType, sieve, arrivals);
	}

	/**
	 * Add the values of a body.
	 * @return whether it ends in a file that was uploaded
	 */
	private boolean add(BodyStart start, BodyKind declared, @Nullable String contentType, BoundedValues arrivals)
			throws IOException {
		if (declared == BodyKind.MULTIPART) {
			return this.parts.addPieces(start.bytes(), contentType, arrivals);
		}
		this.values.add(start, contentType, arrivals);
		if (BodyKind.mayBeOfParts(contentType)) {
			this.parts.addPieces(start.bytes(), contentType, arrivals);
		}
		return false;
	}

	/**
	 * Return what reads a multipart body that arrives bit by bit.
	 */
	ArrivalReader partArrivals(@Nullable String contentType, BodyMemory.Lease memory) {
		return new PartArrivals(this.parts, new MultipartArrivals(contentType, this.maxBodySize, memory), memory);
	}

	/**
	 * Judge the parts that the container has received.
	 */
	void inspectParts(Exchange exchange, Collection<Part> received) throws IOException {
		BodyMemory.Lease memory = lease(exchange);
		BoundedValues arrivals = this.inspector.collecting(exchange, memory);
		long size = 0;
		for (Part part : received) {
			size += part.getSize();
			this.parts.add(part, arrivals);
		}
		exceedsRoute(exchange, size);
		reportBound(exchange, BodyKind.MULTIPART, arrivals, memory);
		arrived(exchange, arrivals);
	}

	/**
	 * Judge values, and what stands in them, which counts to the same bounds.
	 */
	void arrived(Exchange exchange, BoundedValues arrivals) {
		InnerDocuments.unfold(arrivals, arrivals::add);
		this.inspector.arrived(exchange, arrivals, arrivals.omitted());
	}

	/**
	 * Judge values that the container holds anyway.
	 */
	void arrivedByContainer(Exchange exchange, BoundedValues arrivals) {
		if (exchange.policy().limits().isOfBody()) {
			exceedsRoute(exchange, arrivals.stream().mapToLong((value) -> value.value().length()).sum());
		}
		arrived(exchange, arrivals);
		if (arrivals.isFull()) {
			tooLarge(exchange, false, String.valueOf(arrivals.exceeded()));
		}
	}

	/**
	 * Return what collects values of an exchange.
	 */
	BoundedValues values(Exchange exchange) {
		return this.inspector.collecting(exchange, lease(exchange));
	}

	private BodyMemory.Lease lease(Exchange exchange) {
		BodyMemory.Lease lease = this.memory.lease();
		exchange.onCompletion(lease::giveBack);
		return lease;
	}

	private void reportBound(Exchange exchange, BodyKind declared, BoundedValues arrivals, BodyMemory.Lease memory) {
		if (arrivals.isFull() || memory.refused()) {
			tooLarge(exchange, declared == BodyKind.BINARY,
					Objects.requireNonNullElse(arrivals.exceeded(), BoundedValues.MEMORY));
		}
	}

	/**
	 * Report that a body goes on where judgement ends.
	 * @param binary whether it is no text, so far as it can be told
	 */
	void tooLarge(Exchange exchange, boolean binary, String evidence) {
		report(exchange, BODY_TOO_LARGE, binary ? Confidence.WEAK : Confidence.STRONG, evidence);
	}

	private void report(Exchange exchange, Rule rule, Confidence confidence, String evidence) {
		this.inspector.report(exchange,
				Finding.of("protocol", Category.PROTOCOL, rule).confidence(confidence).evidence(evidence).build());
	}

}
