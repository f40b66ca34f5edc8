package io.github.raspspring.inventory.openapi;

import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Map;

import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;

/**
 * Constraints of Jakarta Validation as they are said in a JSON schema. Known by their
 * names, so that nothing is needed where an application has none.
 */
final class Constraints {

	private static final String PACKAGE = "jakarta.validation.constraints.";

	private static final List<String> REQUIRED = List.of("NotNull", "NotBlank", "NotEmpty");

	private final MergedAnnotations annotations;

	Constraints(AnnotatedElement declared) {
		this.annotations = MergedAnnotations.from(declared);
	}

	boolean isRequired() {
		return REQUIRED.stream().anyMatch((name) -> this.annotations.isPresent(PACKAGE + name));
	}

	/**
	 * Add what can be said of a type to its schema.
	 */
	void addTo(Map<String, Object> schema) {
		boolean list = "array".equals(schema.get("type"));
		MergedAnnotation<?> size = this.annotations.get(PACKAGE + "Size");
		if (size.isPresent()) {
			schema.put(list ? "minItems" : "minLength", size.getInt("min"));
			if (size.getInt("max") < Integer.MAX_VALUE) {
				schema.put(list ? "maxItems" : "maxLength", size.getInt("max"));
			}
		}
		else if (this.annotations.isPresent(PACKAGE + "NotBlank") || this.annotations.isPresent(PACKAGE + "NotEmpty")) {
			schema.put(list ? "minItems" : "minLength", 1);
		}
		addNumbers(schema);
		MergedAnnotation<?> pattern = this.annotations.get(PACKAGE + "Pattern");
		if (pattern.isPresent()) {
			schema.put("pattern", "^(?:" + pattern.getString("regexp") + ")$");
		}
		if (this.annotations.isPresent(PACKAGE + "Email")) {
			schema.put("format", "email");
		}
	}

	private void addNumbers(Map<String, Object> schema) {
		put("Min", "minimum", schema);
		put("Max", "maximum", schema);
		if (this.annotations.isPresent(PACKAGE + "Positive")) {
			schema.put("exclusiveMinimum", 0);
		}
		if (this.annotations.isPresent(PACKAGE + "PositiveOrZero")) {
			schema.put("minimum", 0);
		}
	}

	private void put(String name, String keyword, Map<String, Object> schema) {
		MergedAnnotation<?> found = this.annotations.get(PACKAGE + name);
		if (found.isPresent()) {
			schema.put(keyword, found.getLong("value"));
		}
	}

}
