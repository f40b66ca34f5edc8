package io.github.raspspring.policy.patch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;

/**
 * What a GraphQL request passes to the fields it asks for: its variables, and its
 * literals by the arguments they stand in. Clients choose the names of variables, so one
 * is known by each argument it is passed to as well. Reads documents and variables
 * wherever the protocol has them: a JSON body, one of {@code application/graphql}, the
 * query, a form, the operations of a multipart body, and batches of those.
 */
final class GraphQlArguments implements GraphQlScan.Leaves {

	private static final String VARIABLES = "/variables/";

	private static final String QUERY = "/query";

	private final List<Leaf> variables = new ArrayList<>();

	private final List<InputValue> arguments = new ArrayList<>();

	private final Map<String, Set<String>> uses = new HashMap<>();

	private GraphQlArguments() {
	}

	/**
	 * Find the arguments of a request.
	 * @param values the values of the request
	 * @return a value of {@link InputLocation#GRAPHQL} for each, named by its path
	 */
	static List<InputValue> of(Collection<InputValue> values) {
		GraphQlArguments arguments = new GraphQlArguments();
		for (InputValue value : values) {
			if (value.kind() == InputValue.Kind.VALUE) {
				arguments.read(value);
			}
		}
		return arguments.all();
	}

	private void read(InputValue value) {
		String name = '/' + value.name().replace("#/", "/").replace('#', '/');
		int variables = name.indexOf(VARIABLES);
		if (value.location() == InputLocation.GRAPHQL || name.endsWith(QUERY)) {
			GraphQlScan.document(value.value(), this);
		}
		else if (value.location() == InputLocation.JSON && variables >= 0) {
			this.variables
				.add(new Leaf(withoutLists(name.substring(variables + VARIABLES.length() - 1)), value.value()));
		}
		else if (name.endsWith("/variables")) {
			GraphQlScan.value(value.value(), new OfJson(""));
		}
		else if (name.endsWith("/operations")) {
			GraphQlScan.value(value.value(), new OfJson(VARIABLES.substring(0, VARIABLES.length() - 1)));
		}
	}

	/**
	 * Return a path without the elements of lists.
	 */
	static String withoutLists(String path) {
		return path.replaceAll("/(-|\\*|[0-9]+)(?=/|$)", "");
	}

	private List<InputValue> all() {
		List<InputValue> all = new ArrayList<>(this.arguments);
		for (Leaf leaf : this.variables) {
			all.add(new InputValue(InputLocation.GRAPHQL, leaf.path(), leaf.text()));
			int end = leaf.path().indexOf('/', 1);
			String variable = (end < 0) ? leaf.path() : leaf.path().substring(0, end);
			for (String use : this.uses.getOrDefault(variable, Set.of())) {
				all.add(new InputValue(InputLocation.GRAPHQL, use + leaf.path().substring(variable.length()),
						leaf.text()));
			}
		}
		return all;
	}

	@Override
	public void leaf(String path, String text, boolean ofVariable) {
		if (ofVariable) {
			this.variables.add(new Leaf(path, text));
		}
		else {
			this.arguments.add(new InputValue(InputLocation.GRAPHQL, path, text));
		}
	}

	@Override
	public void passes(String path, String variable) {
		this.uses.computeIfAbsent('/' + variable, (unknown) -> new LinkedHashSet<>()).add(path);
	}

	/**
	 * A value that a variable has.
	 *
	 * @param path the name of the variable, and the way into it
	 * @param text the value
	 */
	private record Leaf(String path, String text) {

	}

	/**
	 * Takes the leaves of JSON that stands in a text.
	 */
	private final class OfJson implements GraphQlScan.Leaves {

		private final String variables;

		private OfJson(String variables) {
			this.variables = variables;
		}

		@Override
		public void leaf(String path, String text, boolean ofVariable) {
			if (path.startsWith(this.variables + '/')) {
				GraphQlArguments.this.variables.add(new Leaf(path.substring(this.variables.length()), text));
			}
			else if (path.equals(QUERY)) {
				GraphQlScan.document(text, GraphQlArguments.this);
			}
			else if (!this.variables.isEmpty() && path.equals(this.variables)) {
				GraphQlScan.value(text, new OfJson(""));
			}
		}

		@Override
		public void passes(String path, String variable) {
			// JSON has no variables.
		}

	}

}
