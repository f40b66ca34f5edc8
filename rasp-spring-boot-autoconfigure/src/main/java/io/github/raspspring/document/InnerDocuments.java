package io.github.raspspring.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;

/**
 * Finds the documents that stand in values: JSON in a text of any kind, and the strings
 * that a GraphQL query has inline. Their values are named by the value that holds them
 * and, behind a number sign, their place in it.
 */
public final class InnerDocuments {

	private static final String QUERY = "query";

	private static final int DEPTH = 3;

	private static final int LONGEST_BLANK = 64;

	/** Characters of the name of the value that holds a document. */
	private static final int LONGEST_HOLDER = 128;

	private InnerDocuments() {
	}

	/**
	 * Find what stands in values.
	 * @param values the values of a request
	 * @param taker takes each value of a document, until it takes no more; may add it to
	 * the values
	 */
	public static void unfold(Collection<InputValue> values, Predicate<InputValue> taker) {
		List<InputValue> holders = List.of();
		for (InputValue value : values) {
			if (mayHold(value)) {
				holders = holders.isEmpty() ? new ArrayList<>() : holders;
				holders.add(value);
			}
		}
		for (InputValue holder : holders) {
			if (!add(holder, DEPTH, taker)) {
				return;
			}
		}
	}

	private static boolean add(InputValue value, int depth, Predicate<InputValue> taker) {
		List<InputValue> inner = new ArrayList<>();
		String holder = value.name().substring(0, Math.min(LONGEST_HOLDER, value.name().length()));
		if (isGraphQl(value)) {
			List<String> literals = new ArrayList<>();
			GraphQlLiterals.read(value.value(), literals);
			literals.forEach((literal) -> inner.add(new InputValue(value.location(), holder + "#literal", literal)));
		}
		else {
			addJson(value, holder, inner);
		}
		for (InputValue one : inner) {
			boolean taken = taker.test(one) && (depth == 1 || !mayHold(one) || add(one, depth - 1, taker));
			if (!taken) {
				return false;
			}
		}
		return true;
	}

	private static void addJson(InputValue value, String holder, List<InputValue> inner) {
		List<InputValue> leaves = JsonArrivals.document(value.value().getBytes(StandardCharsets.UTF_8));
		if (leaves != null) {
			for (InputValue leaf : leaves) {
				String separator = leaf.name().startsWith("/") ? "#" : "#/";
				inner
					.add(new InputValue(value.location(), holder + separator + leaf.name(), leaf.value(), leaf.kind()));
			}
		}
	}

	private static boolean mayHold(InputValue value) {
		return value.kind() == InputValue.Kind.VALUE
				&& (isGraphQl(value) ? GraphQlLiterals.mayBeIn(value.value()) : mayBeJson(value.value()));
	}

	private static boolean isGraphQl(InputValue value) {
		String name = value.lastName();
		return value.location() == InputLocation.GRAPHQL || name.endsWith(QUERY)
				&& (name.length() == QUERY.length() || name.charAt(name.length() - QUERY.length() - 1) == '/');
	}

	/**
	 * Whether a text begins and ends like a JSON document that holds a text, or is one.
	 */
	static boolean mayBeJson(String text) {
		int start = 0;
		while (start < text.length() && start < LONGEST_BLANK && text.charAt(start) <= ' ') {
			start++;
		}
		char first = (start < text.length()) ? text.charAt(start) : ' ';
		return (first == '{' || first == '[' || first == '"') && text.indexOf('"', start + 1) >= 0;
	}

}
