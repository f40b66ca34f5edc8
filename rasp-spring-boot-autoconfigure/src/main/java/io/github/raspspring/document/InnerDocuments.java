package io.github.raspspring.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;

/**
 * Finds the documents that stand in values: JSON in a text of any kind, and the strings
 * that a GraphQL query has inline. Their values are named by the value that holds them
 * and, behind a number sign, their place in it.
 */
public final class InnerDocuments {

	private static final int DEPTH = 3;

	private static final int LONGEST_BLANK = 64;

	private InnerDocuments() {
	}

	/**
	 * Return values and what stands in them.
	 * @param values the values of a request
	 * @return the same list if nothing stands in them, else a longer one
	 */
	public static List<InputValue> unfold(List<InputValue> values) {
		List<InputValue> found = List.of();
		for (InputValue value : values) {
			if (mayHold(value)) {
				found = (found.isEmpty()) ? new ArrayList<>(values) : found;
				add(value, DEPTH, found);
			}
		}
		return found.isEmpty() ? values : found;
	}

	private static void add(InputValue value, int depth, Collection<InputValue> found) {
		List<InputValue> inner = new ArrayList<>();
		if (isGraphQl(value)) {
			List<String> literals = new ArrayList<>();
			GraphQlLiterals.read(value.value(), literals);
			literals
				.forEach((literal) -> inner.add(new InputValue(value.location(), value.name() + "#literal", literal)));
		}
		else {
			addJson(value, inner);
		}
		found.addAll(inner);
		for (InputValue one : inner) {
			if (depth > 1 && mayHold(one)) {
				add(one, depth - 1, found);
			}
		}
	}

	private static void addJson(InputValue value, List<InputValue> inner) {
		List<InputValue> leaves = JsonArrivals.document(value.value().getBytes(StandardCharsets.UTF_8));
		if (leaves != null) {
			for (InputValue leaf : leaves) {
				String separator = leaf.name().startsWith("/") ? "#" : "#/";
				inner.add(new InputValue(value.location(), value.name() + separator + leaf.name(), leaf.value(),
						leaf.kind()));
			}
		}
	}

	private static boolean mayHold(InputValue value) {
		return value.kind() == InputValue.Kind.VALUE
				&& (isGraphQl(value) ? GraphQlLiterals.mayBeIn(value.value()) : mayBeJson(value.value()));
	}

	private static boolean isGraphQl(InputValue value) {
		String name = value.name();
		return value.location() == InputLocation.GRAPHQL || name.equals("query") || name.endsWith("/query");
	}

	/**
	 * Whether a text begins and ends like a JSON document that holds a text, or is one.
	 */
	private static boolean mayBeJson(String text) {
		int start = 0;
		while (start < text.length() && start < LONGEST_BLANK && text.charAt(start) <= ' ') {
			start++;
		}
		char first = (start < text.length()) ? text.charAt(start) : ' ';
		return (first == '{' || first == '[' || first == '"') && text.indexOf('"', start + 1) >= 0;
	}

}
