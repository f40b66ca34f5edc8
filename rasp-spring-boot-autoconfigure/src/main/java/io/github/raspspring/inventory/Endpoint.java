package io.github.raspspring.inventory;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.web.method.HandlerMethod;

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
 * @param kind what serves it
 * @param method the method of a controller, {@code null} for everything else
 */
public record Endpoint(List<String> methods, List<String> patterns, String handler, List<String> consumes,
		List<String> produces, List<EndpointParameter> parameters, Coverage coverage, String open,
		List<String> sensitive, EndpointKind kind, @Nullable HandlerMethod method) {

	public Endpoint {
		methods = List.copyOf(methods);
		patterns = List.copyOf(patterns);
		consumes = List.copyOf(consumes);
		produces = List.copyOf(produces);
		parameters = List.copyOf(parameters);
		sensitive = List.copyOf(sensitive);
	}

	/**
	 * Create an endpoint whose input is known to its code only.
	 * @param kind what serves it
	 * @param methods HTTP methods, empty for all
	 * @param patterns path patterns
	 * @param handler what serves it, by name
	 * @param parameters what it takes, as far as that is known
	 * @param coverage which way its input is covered
	 * @param open what that leaves open
	 * @return the endpoint
	 */
	public static Endpoint of(EndpointKind kind, List<String> methods, List<String> patterns, String handler,
			List<EndpointParameter> parameters, Coverage coverage, String open) {
		return new Endpoint(methods, patterns, handler, List.of(), List.of(), parameters, coverage, open, List.of(),
				kind, null);
	}

	/**
	 * Return the path patterns, those of a functional route as they stand in its
	 * predicate.
	 * @return patterns that begin with a slash, never empty
	 */
	public List<String> paths() {
		return this.patterns.stream().map(Endpoint::path).distinct().toList();
	}

	private static String path(String pattern) {
		if (pattern.startsWith("/")) {
			return pattern;
		}
		StringBuilder joined = new StringBuilder();
		for (String word : pattern.split("[\\s()]+")) {
			if (word.startsWith("/")) {
				joined.append(word);
			}
		}
		return joined.isEmpty() ? "/**" : joined.toString();
	}

}
