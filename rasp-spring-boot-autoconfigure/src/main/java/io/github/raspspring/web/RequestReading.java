package io.github.raspspring.web;

import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

import io.github.raspspring.document.BoundedValues;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.pipeline.Exchange;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import org.jspecify.annotations.Nullable;

/**
 * What has been read of a request, and judged, by now. Kept with the request: every
 * dispatch of it finds the same. Not thread-safe, as little as a request.
 */
final class RequestReading {

	private static final String ATTRIBUTE = RequestReading.class.getName();

	private final Exchange exchange;

	private final BodyInspector bodies;

	private final EarlyRefusal refusal;

	private @Nullable InspectedInputStream body;

	private @Nullable RequestRefusedException refused;

	private boolean parameters;

	private boolean parts;

	private boolean trailers;

	private RequestReading(Exchange exchange, BodyInspector bodies, EarlyRefusal refusal) {
		this.exchange = exchange;
		this.bodies = bodies;
		this.refusal = refusal;
	}

	static RequestReading of(Exchange exchange, BodyInspector bodies, EarlyRefusal refusal) {
		HttpServletRequest request = refusal.request();
		if (request.getAttribute(ATTRIBUTE) instanceof RequestReading known) {
			return known;
		}
		RequestReading reading = new RequestReading(exchange, bodies, refusal);
		request.setAttribute(ATTRIBUTE, reading);
		return reading;
	}

	/**
	 * Return whether the parts of a multipart request were judged.
	 */
	static boolean hasJudgedParts(HttpServletRequest request) {
		return request.getAttribute(ATTRIBUTE) instanceof RequestReading reading && reading.parts;
	}

	InspectedInputStream body(HttpServletRequest request, ServletInputStream source) {
		InspectedInputStream known = this.body;
		if (known == null) {
			known = new InspectedInputStream(source, new BodyReading(this, request, this.bodies));
			this.body = known;
		}
		return known;
	}

	void parameters(HttpServletRequest request, Map<String, String[]> map) {
		boolean first = !this.parameters;
		this.parameters = true;
		if (first) {
			BoundedValues fields = new BoundedValues();
			FormFields.read(request, map, this.exchange, fields);
			arrived(fields);
		}
		leaveIfRefused();
	}

	void parts(Collection<Part> received) throws IOException {
		boolean first = !this.parts;
		this.parts = true;
		if (first) {
			judge(() -> this.bodies.inspectParts(this.exchange, received));
		}
		leaveIfRefused();
	}

	void trailers(Map<String, String> fields) {
		boolean first = !this.trailers;
		this.trailers = true;
		if (first) {
			arrived(fields(fields));
		}
		leaveIfRefused();
	}

	private static BoundedValues fields(Map<String, String> fields) {
		BoundedValues values = new BoundedValues();
		fields.forEach((name, value) -> {
			values.add(InputValue.ofName(InputLocation.HEADER, name));
			values.add(new InputValue(InputLocation.HEADER, name.toLowerCase(Locale.ROOT), value));
		});
		return values;
	}

	byte[] judgeWhole(Judgement judgement) throws IOException {
		leaveIfRefused();
		try {
			return judgement.of(this.exchange);
		}
		catch (RequestRefusedException ex) {
			throw refused(ex);
		}
	}

	void arrived(BoundedValues values) {
		try {
			judge(() -> this.bodies.arrivedByContainer(this.exchange, values));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Judge, and keep what is refused away from whoever tries again.
	 */
	void judge(Step step) throws IOException {
		leaveIfRefused();
		try {
			step.run();
		}
		catch (RequestRefusedException ex) {
			throw refused(ex);
		}
	}

	private RequestRefusedException refused(RequestRefusedException thrown) {
		this.refused = thrown;
		this.refusal.answer(thrown.decision());
		return thrown;
	}

	Exchange exchange() {
		return this.exchange;
	}

	EarlyRefusal refusal() {
		return this.refusal;
	}

	void leaveIfRefused() {
		RequestRefusedException known = this.refused;
		if (known != null) {
			throw known;
		}
	}

	/**
	 * One step of judgement.
	 */
	@FunctionalInterface
	interface Step {

		void run() throws IOException;

	}

	/**
	 * Judges a body and returns what was read of it.
	 */
	@FunctionalInterface
	interface Judgement {

		byte[] of(Exchange exchange) throws IOException;

	}

}
