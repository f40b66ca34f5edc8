package io.github.raspspring.web;

import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Tells what handlers make of a body, as far as their arguments tell. Thread-safe.
 */
final class BodyArguments {

	/**
	 * Has one entry per handler of the application at most, under its first parameter.
	 */
	private final Map<MethodParameter, Argument> byHandler = new ConcurrentHashMap<>();

	Argument of(HttpServletRequest request) {
		if (!(request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod method)
				|| method.getMethodParameters().length == 0) {
			return Argument.UNKNOWN;
		}
		MethodParameter first = method.getMethodParameters()[0];
		Argument known = this.byHandler.get(first);
		return (known != null) ? known : this.byHandler.computeIfAbsent(first, (key) -> ofHandler(method));
	}

	private static Argument ofHandler(HandlerMethod method) {
		for (MethodParameter parameter : method.getMethodParameters()) {
			boolean entity = HttpEntity.class.isAssignableFrom(parameter.getParameterType());
			if (entity || parameter.hasParameterAnnotation(RequestBody.class)) {
				ResolvableType type = ResolvableType.forMethodParameter(parameter);
				return ofType((entity ? type.as(HttpEntity.class).getGeneric(0) : type).toClass());
			}
		}
		return Argument.UNKNOWN;
	}

	private static Argument ofType(Class<?> type) {
		if (CharSequence.class.isAssignableFrom(type)) {
			return Argument.TEXT;
		}
		boolean stream = InputStream.class.isAssignableFrom(type) || Resource.class.isAssignableFrom(type);
		return stream ? Argument.UNKNOWN : Argument.OBJECT;
	}

	/**
	 * What becomes of a body.
	 */
	enum Argument {

		/** Nothing, or nobody knows. */
		UNKNOWN,
		/** Text, whatever the body calls itself. */
		TEXT,
		/** Whatever a message converter makes of all of it. */
		OBJECT;

		/**
		 * Return whether the whole body is read before the handler runs.
		 */
		boolean isRead() {
			return this != UNKNOWN;
		}

	}

}
