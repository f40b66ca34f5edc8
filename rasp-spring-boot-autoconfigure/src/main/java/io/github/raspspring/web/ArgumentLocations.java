package io.github.raspspring.web;

import io.github.raspspring.engine.InputLocation;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.MatrixVariable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Tells where the value of an argument came from.
 */
final class ArgumentLocations {

	private ArgumentLocations() {
	}

	/**
	 * Return the location, or {@code null} if the argument is no single value of the
	 * request or is judged elsewhere.
	 */
	static @Nullable InputLocation of(MethodParameter parameter) {
		if (parameter.hasParameterAnnotation(RequestParam.class)) {
			return InputLocation.QUERY;
		}
		if (parameter.hasParameterAnnotation(PathVariable.class)
				|| parameter.hasParameterAnnotation(MatrixVariable.class)) {
			return InputLocation.PATH;
		}
		if (parameter.hasParameterAnnotation(RequestHeader.class)) {
			return InputLocation.HEADER;
		}
		if (parameter.hasParameterAnnotation(CookieValue.class)) {
			return InputLocation.COOKIE;
		}
		return (parameter.getParameterAnnotations().length == 0
				&& CharSequence.class.isAssignableFrom(parameter.getParameterType())) ? InputLocation.QUERY : null;
	}

}
