package io.github.raspspring.web;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Stops the answer of a handler that swallowed a refusal, before it is on its way.
 */
public final class RefusalBeforeAnswer implements ResponseBodyAdvice<Object> {

	private final HandlerInspector inspector;

	/**
	 * Create the advice.
	 * @param inspector knows the exchange
	 */
	public RefusalBeforeAnswer(HandlerInspector inspector) {
		this.inspector = inspector;
	}

	@Override
	public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
		return true;
	}

	@Override
	public @Nullable Object beforeBodyWrite(@Nullable Object body, MethodParameter returnType,
			MediaType selectedContentType, Class<? extends HttpMessageConverter<?>> selectedConverterType,
			ServerHttpRequest request, ServerHttpResponse response) {
		this.inspector.leaveIfRefused();
		return body;
	}

}
