package io.github.raspspring.inventory.openapi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.github.raspspring.inventory.StoredDocument;
import org.jspecify.annotations.Nullable;

/**
 * Holds values against schemas of a document. Knows what schemas of answers mostly say:
 * types, properties, elements, enumerations, bounds and combinations of schemas. Patterns
 * and formats are left alone. Tells places and rules, never values.
 */
final class JsonShape {

	private static final int DEEPEST = 40;

	private static final int MOST = 20;

	private final Map<String, Object> document;

	JsonShape(Map<String, Object> document) {
		this.document = document;
	}

	/**
	 * Return what is wrong with a value.
	 * @param schema its schema
	 * @param value maps, lists, texts, numbers, booleans or {@code null}
	 */
	List<String> violations(Object schema, @Nullable Object value) {
		List<String> violations = new ArrayList<>();
		check(schema, value, "", violations, 0);
		return violations;
	}

	private void check(@Nullable Object declared, @Nullable Object value, String place, List<String> violations,
			int depth) {
		if (!(declared instanceof Map) || depth > DEEPEST || violations.size() >= MOST) {
			return;
		}
		Map<String, Object> schema = JsonReference.resolve(this.document, StoredDocument.map(declared));
		if (!isOfType(schema, value)) {
			violations.add(at(place) + " is no " + schema.get("type"));
			return;
		}
		if (schema.get("enum") instanceof Collection<?> values && !values.contains(value)) {
			violations.add(at(place) + " is none of the values");
		}
		checkBounds(schema, value, place, violations);
		if (value instanceof Map<?, ?> object) {
			checkObject(schema, StoredDocument.map(object), place, violations, depth);
		}
		if (value instanceof List<?> list && !list.isEmpty()) {
			check(schema.get("items"), list.get(0), place + "/0", violations, depth + 1);
			check(schema.get("items"), list.get(list.size() - 1), place + "/-", violations, depth + 1);
		}
		for (Object part : StoredDocument.list(schema.get("allOf"))) {
			check(part, value, place, violations, depth + 1);
		}
		checkAny(schema, value, place, violations);
	}

	private void checkObject(Map<String, Object> schema, Map<String, Object> object, String place,
			List<String> violations, int depth) {
		Map<String, Object> properties = StoredDocument.map(schema.get("properties"));
		for (Object required : StoredDocument.list(schema.get("required"))) {
			if (!object.containsKey(String.valueOf(required))) {
				violations.add(at(place + '/' + required) + " is missing");
			}
		}
		object.forEach((name, item) -> {
			Object declared = properties.get(name);
			if (declared != null) {
				check(declared, item, place + '/' + name, violations, depth + 1);
			}
			else if (Boolean.FALSE.equals(schema.get("additionalProperties"))) {
				violations.add(at(place) + " has a property that is not declared: " + name);
			}
			else {
				check(schema.get("additionalProperties"), item, place + "/*", violations, depth + 1);
			}
		});
	}

	private void checkAny(Map<String, Object> schema, @Nullable Object value, String place, List<String> violations) {
		for (String keyword : List.of("anyOf", "oneOf")) {
			List<?> choices = StoredDocument.list(schema.get(keyword));
			if (!choices.isEmpty() && choices.stream().noneMatch((choice) -> violations(choice, value).isEmpty())) {
				violations.add(at(place) + " is none of the choices");
			}
		}
	}

	private static void checkBounds(Map<String, Object> schema, @Nullable Object value, String place,
			List<String> violations) {
		if (value instanceof Number number) {
			double actual = number.doubleValue();
			if (actual < bound(schema, "minimum", Double.NEGATIVE_INFINITY)
					|| actual > bound(schema, "maximum", Double.POSITIVE_INFINITY)) {
				violations.add(at(place) + " is out of range");
			}
		}
		int size = (value instanceof String text) ? text.codePointCount(0, text.length())
				: (value instanceof List<?> list) ? list.size() : -1;
		String unit = (value instanceof String) ? "Length" : "Items";
		if (size >= 0 && (size < bound(schema, "min" + unit, 0)
				|| size > bound(schema, "max" + unit, Double.POSITIVE_INFINITY))) {
			violations.add(at(place) + " has a length that is not allowed");
		}
	}

	private static double bound(Map<String, Object> schema, String keyword, double unset) {
		return (schema.get(keyword) instanceof Number number) ? number.doubleValue() : unset;
	}

	private static boolean isOfType(Map<String, Object> schema, @Nullable Object value) {
		Object type = schema.get("type");
		if (type == null || value == null && Boolean.TRUE.equals(schema.get("nullable"))) {
			return true;
		}
		List<?> types = (type instanceof List<?> list) ? list : List.of(type);
		return types.stream().anyMatch((name) -> isOf(String.valueOf(name), value));
	}

	private static boolean isOf(String type, @Nullable Object value) {
		return switch (type) {
			case "null" -> value == null;
			case "string" -> value instanceof String;
			case "boolean" -> value instanceof Boolean;
			case "number" -> value instanceof Number;
			case "integer" -> value instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue());
			case "array" -> value instanceof List;
			case "object" -> value instanceof Map;
			default -> true;
		};
	}

	private static String at(String place) {
		return place.isEmpty() ? "The answer" : place;
	}

}
