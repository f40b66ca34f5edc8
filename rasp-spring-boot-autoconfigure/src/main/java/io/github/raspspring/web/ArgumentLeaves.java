package io.github.raspspring.web;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;

/**
 * Finds the texts in an argument that was bound from single values of the request.
 * Numbers, identifiers, enumerations and dates are safe by type.
 */
final class ArgumentLeaves {

	private ArgumentLeaves() {
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
