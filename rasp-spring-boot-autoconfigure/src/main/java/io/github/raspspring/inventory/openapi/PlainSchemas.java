package io.github.raspspring.inventory.openapi;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Schemas of types without properties.
 */
final class PlainSchemas {

	private static final Map<Class<?>, Map<String, Object>> ALL = all();

	private PlainSchemas() {
	}

	/**
	 * Return the schema of a type, or {@code null} if it has elements or properties.
	 */
	static @Nullable Map<String, Object> of(Class<?> type) {
		Map<String, Object> known = ALL.get(type);
		if (known != null) {
			return known;
		}
		if (type.isEnum()) {
			return Map.of("type", "string", "enum",
					Arrays.stream(type.getEnumConstants()).map((constant) -> ((Enum<?>) constant).name()).toList());
		}
		if (CharSequence.class.isAssignableFrom(type)) {
			return Map.of("type", "string");
		}
		return type.getName().startsWith("org.springframework.web.multipart.") ? Map.of("type", "string") : null;
	}

	/**
	 * Tell whether nothing can be said of a type: anything, or one of a platform.
	 */
	static boolean hasNoProperties(Class<?> type) {
		String name = type.getName();
		return type == Object.class || type.isInterface() && name.startsWith("java.") || name.startsWith("java.")
				|| name.startsWith("jakarta.") || name.startsWith("org.springframework.")
				|| name.startsWith("tools.jackson.") || type.isPrimitive();
	}

	private static Map<Class<?>, Map<String, Object>> all() {
		Map<Class<?>, Map<String, Object>> all = new HashMap<>();
		put(all, Map.of("type", "boolean"), boolean.class, Boolean.class);
		put(all, Map.of("type", "integer", "format", "int32"), int.class, Integer.class, short.class, Short.class,
				byte.class, Byte.class);
		put(all, Map.of("type", "integer", "format", "int64"), long.class, Long.class);
		put(all, Map.of("type", "integer"), BigInteger.class);
		put(all, Map.of("type", "number"), BigDecimal.class, Number.class);
		put(all, Map.of("type", "number", "format", "double"), double.class, Double.class, float.class, Float.class);
		put(all, Map.of("type", "string"), char.class, Character.class, byte[].class, Duration.class);
		put(all, Map.of("type", "string", "format", "uuid"), UUID.class);
		put(all, Map.of("type", "string", "format", "date"), LocalDate.class);
		put(all, Map.of("type", "string", "format", "date-time"), Instant.class, OffsetDateTime.class,
				ZonedDateTime.class, LocalDateTime.class, Date.class);
		return Map.copyOf(all);
	}

	private static void put(Map<Class<?>, Map<String, Object>> all, Map<String, Object> schema, Class<?>... types) {
		for (Class<?> type : types) {
			all.put(type, schema);
		}
	}

}
