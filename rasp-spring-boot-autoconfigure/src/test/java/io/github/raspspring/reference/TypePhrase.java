package io.github.raspspring.reference;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/**
 * Names types for people.
 */
final class TypePhrase {

	private TypePhrase() {
	}

	static String of(Type type) {
		if (type instanceof ParameterizedType generic) {
			Type[] arguments = generic.getActualTypeArguments();
			String element = of(arguments[arguments.length - 1]);
			return Map.class.isAssignableFrom(raw(type)) ? "map by name: " + element : "list of " + element;
		}
		return of(raw(type));
	}

	static Class<?> raw(Type type) {
		return (type instanceof ParameterizedType generic) ? (Class<?>) generic.getRawType() : (Class<?>) type;
	}

	/**
	 * Return the record that is an element of a list or map.
	 * @return the record, or {@code null}
	 */
	static Class<?> element(Type type) {
		if (type instanceof ParameterizedType generic
				&& (Map.class.isAssignableFrom(raw(type)) || Collection.class.isAssignableFrom(raw(type)))) {
			Type[] arguments = generic.getActualTypeArguments();
			Class<?> element = raw(arguments[arguments.length - 1]);
			return element.isRecord() ? element : null;
		}
		return null;
	}

	private static String of(Class<?> type) {
		Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
		if (boxed == Boolean.class) {
			return "true or false";
		}
		if (Number.class.isAssignableFrom(boxed)) {
			return (boxed == Double.class) ? "number" : "whole number";
		}
		if (type.isEnum()) {
			return Stream.of(type.getEnumConstants())
				.map((constant) -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
				.collect(Collectors.joining(", "));
		}
		return Map.<Class<?>, String>of(Duration.class, "time", DataSize.class, "size", Path.class, "file")
			.getOrDefault(type, type.isRecord() ? "settings" : "text");
	}

}
