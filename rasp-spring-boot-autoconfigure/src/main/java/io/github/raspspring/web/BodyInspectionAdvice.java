package io.github.raspspring.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.reflect.Type;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.pipeline.Exchange;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Judges a body before a message converter binds it, and hands on the very bytes that
 * were sent. Binary bodies pass unread.
 */
public final class BodyInspectionAdvice extends RequestBodyAdviceAdapter {

	private static final Rule BODY_TOO_LARGE = new Rule("body-too-large", "CWE-770",
			"The body is larger than what can be judged, which could hide an attack behind padding.",
			"Raise rasp.inspection.max-body-size if the route has to accept such bodies.");

	private final HandlerInspector inspector;

	private final JsonLeaves json = new JsonLeaves();

	private final int maxBodySize;

	/**
	 * Create the advice.
	 * @param inspector judges what becomes known
	 * @param maxBodySize bytes of a body that are judged at most
	 */
	public BodyInspectionAdvice(HandlerInspector inspector, int maxBodySize) {
		this.inspector = inspector;
		this.maxBodySize = maxBodySize;
	}

	@Override
	public boolean supports(MethodParameter parameter, Type targetType,
			Class<? extends HttpMessageConverter<?>> converterType) {
		return true;
	}

	@Override
	public HttpInputMessage beforeBodyRead(HttpInputMessage message, MethodParameter parameter, Type targetType,
			Class<? extends HttpMessageConverter<?>> converterType) throws IOException {
		Exchange exchange = this.inspector.current();
		MediaType contentType = message.getHeaders().getContentType();
		InputLocation location = locate(contentType, converterType);
		if (exchange == null || location == null) {
			return message;
		}
		byte[] body = message.getBody().readNBytes(this.maxBodySize);
		if (body.length == this.maxBodySize) {
			this.inspector.report(exchange,
					Finding.of("protocol", Category.PROTOCOL, BODY_TOO_LARGE).evidence(body.length + " bytes").build());
		}
		this.inspector.arrived(exchange, values(body, location, contentType));
		return new ReadMessage(message.getHeaders(), body, message.getBody());
	}

	private List<InputValue> values(byte[] body, InputLocation location, @Nullable MediaType contentType) {
		List<InputValue> values = new ArrayList<>();
		if (location != InputLocation.JSON || !this.json.read(body, body.length, values)) {
			Charset charset = (contentType != null) ? contentType.getCharset() : null;
			String text = new String(body, (charset != null) ? charset : StandardCharsets.UTF_8);
			InputLocation raw = (location == InputLocation.XML) ? location : InputLocation.BODY;
			values.add(new InputValue(raw, "body", text));
		}
		return values;
	}

	/**
	 * Return how a body is read, or {@code null} if it is binary or was read as a form.
	 */
	private static @Nullable InputLocation locate(@Nullable MediaType contentType, Class<?> converterType) {
		if (converterType.getSimpleName().contains("Json")) {
			return InputLocation.JSON;
		}
		if (contentType == null) {
			return InputLocation.BODY;
		}
		String subtype = contentType.getSubtype().toLowerCase(Locale.ROOT);
		if (subtype.contains("json")) {
			return InputLocation.JSON;
		}
		if (subtype.equals("xml") || subtype.endsWith("+xml")) {
			return InputLocation.XML;
		}
		return "text".equalsIgnoreCase(contentType.getType()) ? InputLocation.BODY : null;
	}

	/**
	 * The message again, from its start.
	 */
	private record ReadMessage(HttpHeaders headers, byte[] start, InputStream rest) implements HttpInputMessage {

		@Override
		public InputStream getBody() {
			return new SequenceInputStream(new ByteArrayInputStream(this.start), this.rest);
		}

		@Override
		public HttpHeaders getHeaders() {
			return this.headers;
		}

	}

}
