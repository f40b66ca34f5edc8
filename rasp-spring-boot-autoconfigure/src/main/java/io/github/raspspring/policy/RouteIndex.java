package io.github.raspspring.policy;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Finds the first route that a request matches. Thread-safe.
 */
final class RouteIndex {

	private final RoutePolicy[] routes;

	private final PatternTrie patterns;

	RouteIndex(List<RoutePolicy> routes) {
		this.routes = routes.toArray(RoutePolicy[]::new);
		this.patterns = new PatternTrie(routes.stream().map(RoutePolicy::pattern).toList());
	}

	/**
	 * Return the first route that a request matches, or {@code null}.
	 */
	@Nullable RoutePolicy find(String method, String path) {
		int found = this.patterns.first(path, (number) -> this.routes[number].isAsked(method));
		return (found != PatternTrie.NONE) ? this.routes[found] : null;
	}

}
