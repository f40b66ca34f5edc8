package io.github.raspspring.profile.declared;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.JsonTape;
import io.github.raspspring.engine.pipeline.JsonTokens;
import io.github.raspspring.profile.KeptLeaves;
import io.github.raspspring.profile.LeafObserver;
import io.github.raspspring.profile.RequestLeaves;
import io.github.raspspring.profile.sealed.SignedValues;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Compares a JSON body with the type it is about to be bound to. Bodies that nothing
 * binds, such as streams, texts and those of functional routes, have no declared type.
 */
public final class DeclaredBodyAdvice extends RequestBodyAdviceAdapter {

	private final JacksonShapes shapes;

	private final DeclaredBody.Known bodies;

	private final SignedValues signed;

	private final InspectionScope scope;

	private final FindingReporter reporter;

	private final LeafObserver observer;

	private final KnownReadings known = new KnownReadings();

	private final int maxBodySize;

	private final LongAdder unread = new LongAdder();

	private final LongAdder failures = new LongAdder();

	/**
	 * Create the advice.
	 * @param model what is declared
	 * @param scope where the exchange is found
	 * @param reporter takes what is found
	 * @param observer told of values
	 * @param maxBodySize bytes from which on a body is left alone, and counted
	 */
	public DeclaredBodyAdvice(DeclaredModel model, InspectionScope scope, FindingReporter reporter,
			LeafObserver observer, int maxBodySize) {
		this.shapes = model.shapes();
		this.bodies = new DeclaredBody.Known(model.shapes(), model.handlers());
		this.signed = model.signed();
		this.scope = scope;
		this.reporter = reporter;
		this.observer = observer;
		this.maxBodySize = maxBodySize;
	}

	/**
	 * Return how many bodies were left alone because they are too large.
	 * @return the number since the start
	 */
	public long unread() {
		return this.unread.sum();
	}

	/**
	 * Return how many bodies could not be judged because of a failure of our own.
	 * @return the number since the start
	 */
	public long failures() {
		return this.failures.sum();
	}

	@Override
	public boolean supports(MethodParameter parameter, Type targetType,
			Class<? extends HttpMessageConverter<?>> converterType) {
		return JacksonJsonHttpMessageConverter.class.isAssignableFrom(converterType);
	}

	@Override
	public HttpInputMessage beforeBodyRead(HttpInputMessage message, MethodParameter parameter, Type targetType,
			Class<? extends HttpMessageConverter<?>> converterType) throws IOException {
		Inspection inspection = this.scope.current();
		if (inspection == null || inspection.policy().modeOf(DeclaredRules.SOURCE) == EnforcementMode.OFF) {
			return message;
		}
		InputStream body = message.getBody();
		HttpHeaders headers = message.getHeaders();
		BodyBeginning start = BodyBeginning.of(body, headers.getContentLength(), this.maxBodySize);
		if (start.length() < this.maxBodySize) {
			judgeSafely(inspection, start, charset(headers), parameter, targetType);
			return new Replayed(headers, start.stream());
		}
		this.unread.increment();
		return new Replayed(headers, start.followedBy(body));
	}

	private void judgeSafely(Inspection inspection, BodyBeginning body, Charset charset, MethodParameter parameter,
			Type targetType) {
		try {
			judge(inspection, body, charset, parameter, targetType);
		}
		catch (RuntimeException | StackOverflowError ex) {
			this.failures.increment();
		}
	}

	private void judge(Inspection inspection, BodyBeginning body, Charset charset, MethodParameter parameter,
			Type targetType) {
		RequestLeaves leaves = this.observer.begin(inspection);
		DeclaredBody declared = this.bodies.of(parameter, targetType);
		JsonTape tape = (inspection instanceof Exchange exchange) ? exchange.tape() : null;
		if (tape == null || !isUnicode(charset) || !tape.isOf(body.bytes(), body.length())) {
			DeclaredReading reading = reading(inspection, leaves);
			parse(body, charset, reading, declared);
			end(inspection, reading);
		}
		else if (leaves == null) {
			end(inspection, walked(inspection, tape, declared, null));
		}
		else {
			walk(inspection, tape, declared, leaves);
		}
	}

	/**
	 * A body that came before is not walked again if nothing is to be found in it.
	 */
	private void walk(Inspection inspection, JsonTape tape, DeclaredBody declared, RequestLeaves leaves) {
		KnownReadings.Known known = this.known.find(tape, declared);
		KeptLeaves kept = (known != null) ? known.leaves() : null;
		if (kept != null) {
			leaves.addAll(kept);
			leaves.end();
			return;
		}
		boolean keep = known == null && this.known.isWorthKeeping(tape);
		if (keep) {
			leaves.keep();
		}
		DeclaredReading reading = walked(inspection, tape, declared, leaves);
		if (keep) {
			this.known.add(tape, declared, reading.isPlain() ? leaves.kept() : null);
		}
		end(inspection, reading);
	}

	private DeclaredReading walked(Inspection inspection, JsonTape tape, DeclaredBody declared,
			@Nullable RequestLeaves leaves) {
		DeclaredReading reading = reading(inspection, leaves);
		walk(tape.read(), reading, declared);
		return reading;
	}

	private DeclaredReading reading(Inspection inspection, @Nullable RequestLeaves leaves) {
		return new DeclaredReading(inspection, InputLocation.JSON, this.signed, leaves);
	}

	private void end(Inspection inspection, DeclaredReading reading) {
		List<Finding> findings = reading.findings();
		for (int i = 0; i < findings.size(); i++) {
			this.reporter.report(inspection, findings.get(i));
		}
		reading.end();
	}

	private void parse(BodyBeginning body, Charset charset, DeclaredReading reading, DeclaredBody declared) {
		try (JsonParser parser = parser(body, charset)) {
			walk(new ParsedTokens(parser), reading, declared);
		}
		catch (JacksonException ex) {
			// The application can't read it either, and says so.
		}
	}

	private void walk(JsonTokens tokens, DeclaredReading reading, DeclaredBody declared) {
		new BodyWalk(tokens, reading, declared.shown(), this.shapes.unwraps()).read(declared.root());
	}

	/**
	 * Spring reads JSON in any charset that the client declares.
	 */
	private JsonParser parser(BodyBeginning body, Charset charset) {
		return isUnicode(charset) ? this.shapes.mapper().createParser(body.bytes(), 0, body.length())
				: this.shapes.mapper().createParser(new String(body.bytes(), 0, body.length(), charset));
	}

	private static boolean isUnicode(Charset charset) {
		return charset == StandardCharsets.UTF_8 || charset.name().startsWith("UTF-");
	}

	private static Charset charset(HttpHeaders headers) {
		String written = headers.getFirst(HttpHeaders.CONTENT_TYPE);
		if (written == null || written.indexOf(';') < 0) {
			return StandardCharsets.UTF_8;
		}
		MediaType type = headers.getContentType();
		Charset charset = (type != null) ? type.getCharset() : null;
		return (charset != null) ? charset : StandardCharsets.UTF_8;
	}

	private record Replayed(HttpHeaders headers, InputStream body) implements HttpInputMessage {

		@Override
		public InputStream getBody() {
			return this.body;
		}

		@Override
		public HttpHeaders getHeaders() {
			return this.headers;
		}

	}

}
