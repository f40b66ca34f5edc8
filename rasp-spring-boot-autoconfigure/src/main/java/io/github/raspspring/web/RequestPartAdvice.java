package io.github.raspspring.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.reflect.Type;

import io.github.raspspring.engine.pipeline.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
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
		if (exchange == null || isJudged(message)) {
			return message;
		}
		InputStream body = message.getBody();
		byte[] start = this.bodies.inspect(exchange, contentType, body, BodyStart.UNKNOWN,
				CharSequence.class.isAssignableFrom(parameter.getParameterType()));
		return new ReplayedPart(message.getHeaders(), new SequenceInputStream(new ByteArrayInputStream(start), body));
	}

	/**
	 * What the container has received was judged then, but for most files.
	 */
	private static boolean isJudged(HttpInputMessage message) {
		HttpServletRequest request = (RequestContextHolder
			.getRequestAttributes() instanceof ServletRequestAttributes attributes) ? attributes.getRequest() : null;
		return request != null && RequestReading.hasJudgedParts(request)
				&& message.getHeaders().getContentDisposition().getFilename() == null;
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
