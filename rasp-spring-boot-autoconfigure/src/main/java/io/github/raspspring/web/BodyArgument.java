package io.github.raspspring.web;

import java.io.InputStream;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * What the handler of a request makes of the body, as far as its arguments tell.
 */
enum BodyArgument {

	/** Nothing, or nobody knows. */
	UNKNOWN,
	/** Text, whatever the body calls itself. */
	TEXT,
	/** Whatever a message converter makes of all of it. */
	OBJECT;

	static BodyArgument of(HttpServletRequest request) {
		if (!(request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod method)) {
			return UNKNOWN;
		}
		for (MethodParameter parameter : method.getMethodParameters()) {
			boolean entity = HttpEntity.class.isAssignableFrom(parameter.getParameterType());
			if (entity || parameter.hasParameterAnnotation(RequestBody.class)) {
				ResolvableType type = ResolvableType.forMethodParameter(parameter);
				return ofType((entity ? type.as(HttpEntity.class).getGeneric(0) : type).toClass());
			}
		}
		return UNKNOWN;
	}

	/**
	 * Return whether the whole body is read before the handler runs.
	 */
	boolean isRead() {
		return this != UNKNOWN;
	}

	private static BodyArgument ofType(Class<?> type) {
		if (CharSequence.class.isAssignableFrom(type)) {
			return TEXT;
		}
		boolean stream = InputStream.class.isAssignableFrom(type) || Resource.class.isAssignableFrom(type);
		return stream ? UNKNOWN : OBJECT;
	}

}
