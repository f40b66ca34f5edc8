package io.github.raspspring.token.claims;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a claim must be where there is one.
 *
 * @param type its type, or {@code null} for any
 * @param values texts it may have, any if empty; each element of a list must be one
 * @param patterns globs of which its text must match one, any if empty
 */
public record ClaimExpectation(@Nullable Type type, Set<String> values, List<Glob> patterns) {

	public ClaimExpectation {
		values = Set.copyOf(values);
		patterns = List.copyOf(patterns);
	}

	@Nullable String violation(String claim, Object value) {
		if (this.type != null && !this.type.describes(value)) {
			return claim + " is no " + this.type.name().toLowerCase(java.util.Locale.ROOT);
		}
		Collection<?> elements = (value instanceof Collection<?> many) ? many : List.of(value);
		for (Object element : elements) {
			String text = String.valueOf(element);
			if (!this.values.isEmpty() && !this.values.contains(text)) {
				return claim + " has another value";
			}
			if (!this.patterns.isEmpty() && !matches(text)) {
				return claim + " matches no pattern";
			}
		}
		return null;
	}

	private boolean matches(String text) {
		for (Glob pattern : this.patterns) {
			if (pattern.matches(text)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The types of JSON.
	 */
	public enum Type {

		/** Text. */
		STRING,

		/** A number or a time. */
		NUMBER,

		/** True or false. */
		BOOLEAN,

		/** An array. */
		LIST,

		/** An object. */
		OBJECT;

		boolean describes(Object value) {
			return switch (this) {
				case STRING -> value instanceof String;
				case NUMBER -> value instanceof Number || value instanceof Instant;
				case BOOLEAN -> value instanceof Boolean;
				case LIST -> value instanceof Collection<?>;
				case OBJECT -> value instanceof Map<?, ?>;
			};
		}

	}

}
