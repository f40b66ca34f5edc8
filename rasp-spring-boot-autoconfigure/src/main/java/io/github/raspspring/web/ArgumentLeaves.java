package io.github.raspspring.web;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.MatrixVariable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Finds the texts in an argument that was bound from single values of the request, and
 * tells where they came from. Numbers, identifiers, enumerations and dates are safe by
 * type.
 */
final class ArgumentLeaves {

	private ArgumentLeaves() {
	}

	/**
	 * Return the location, or {@code null} if the argument is no single value of the
	 * request or is judged elsewhere.
	 */
	static @Nullable InputLocation locationOf(MethodParameter parameter) {
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

	static void add(InputLocation location, String name, Object argument, Collection<InputValue> leaves) {
		if (argument instanceof CharSequence text) {
			leaves.add(new InputValue(location, name, text.toString()));
		}
		else if (argument instanceof Object[] array) {
			for (Object element : array) {
				addElement(location, name, element, leaves);
			}
		}
		else if (argument instanceof Collection<?> collection) {
			collection.forEach((element) -> addElement(location, name, element, leaves));
		}
		else if (argument instanceof Map<?, ?> map) {
			map.forEach((key, value) -> addElement(location, String.valueOf(key), value, leaves));
		}
		else if (argument instanceof Optional<?> optional) {
			optional.ifPresent((value) -> addElement(location, name, value, leaves));
		}
	}

	private static void addElement(InputLocation location, String name, Object element, Collection<InputValue> leaves) {
		if (element instanceof CharSequence || element instanceof Collection<?>) {
			add(location, name, element, leaves);
		}
	}

}
