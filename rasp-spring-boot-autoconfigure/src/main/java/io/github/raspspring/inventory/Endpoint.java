package io.github.raspspring.inventory;

import java.util.List;

/**
 * One thing that clients can call.
 *
 * @param methods HTTP methods, empty for all
 * @param patterns path patterns, or the predicate of a functional route
 * @param handler class and method, or {@code functional}
 * @param consumes media types of bodies it takes, empty if not declared
 * @param produces media types of answers, empty if not declared
 * @param parameters what it takes from the request
 * @param coverage which way its input is covered
 * @param open what that leaves open
 * @param sensitive names of what it takes or answers that hold sensitive data
 */
public record Endpoint(List<String> methods, List<String> patterns, String handler, List<String> consumes,
		List<String> produces, List<EndpointParameter> parameters, Coverage coverage, String open,
		List<String> sensitive) {

	public Endpoint {
		methods = List.copyOf(methods);
		patterns = List.copyOf(patterns);
		consumes = List.copyOf(consumes);
		produces = List.copyOf(produces);
		parameters = List.copyOf(parameters);
		sensitive = List.copyOf(sensitive);
	}

}
