package io.github.raspspring.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.reflect.Type;

import io.github.raspspring.engine.pipeline.Exchange;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Judges the parts of a multipart body that a message converter binds. Whole bodies are
 * judged by the {@link InspectedRequest}.
 */
public final class RequestPartAdvice extends RequestBodyAdviceAdapter {

	private final HandlerInspector inspector;

	private final BodyInspector bodies;

	/**
	 * Create the advice.
	 * @param inspector knows the exchange
	 * @param bodies judges a part as it judges a body
	 */
	public RequestPartAdvice(HandlerInspector inspector, BodyInspector bodies) {
		this.inspector = inspector;
		this.bodies = bodies;
	}

	@Override
	public boolean supports(MethodParameter parameter, Type targetType,
			Class<? extends HttpMessageConverter<?>> converterType) {
		return parameter.hasParameterAnnotation(RequestPart.class);
	}

	@Override
	public HttpInputMessage beforeBodyRead(HttpInputMessage message, MethodParameter parameter, Type targetType,
			Class<? extends HttpMessageConverter<?>> converterType) throws IOException {
		Exchange exchange = this.inspector.current();
		MediaType type = message.getHeaders().getContentType();
		@Nullable String contentType = (type != null) ? type.toString() : null;
		if (exchange == null) {
			return message;
		}
		InputStream body = message.getBody();
		byte[] start = this.bodies.inspect(exchange, contentType, body);
		return new ReplayedPart(message.getHeaders(), new SequenceInputStream(new ByteArrayInputStream(start), body));
	}

	private record ReplayedPart(HttpHeaders headers, InputStream body) implements HttpInputMessage {

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
