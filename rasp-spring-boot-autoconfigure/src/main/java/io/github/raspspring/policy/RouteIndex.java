package io.github.raspspring.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.Element;
import org.springframework.http.server.PathContainer.PathSegment;

/**
 * Finds the routes that a path matches without trying all of them: by the segments that
 * their patterns start with. Paths that come often are remembered. Thread-safe.
 */
final class RouteIndex {

	private static final int MOST_PATHS = 2_048;

	private static final int LONGEST_PATH = 256;

	private static final RoutePolicy[] NONE = new RoutePolicy[0];

	private final List<RoutePolicy> routes;

	private final Node root = new Node();

	private final Cache<String, RoutePolicy[]> known = Caffeine.newBuilder().maximumSize(MOST_PATHS).build();

	RouteIndex(List<RoutePolicy> routes) {
		this.routes = List.copyOf(routes);
		for (int i = 0; i < this.routes.size(); i++) {
			add(this.routes.get(i).pattern().getPatternString(), i);
		}
	}

	/**
	 * Return the first route that a request matches, or {@code null}.
	 */
	@Nullable RoutePolicy find(String method, String path) {
		for (RoutePolicy route : matching(path)) {
			if (route.isAsked(method)) {
				return route;
			}
		}
		return null;
	}

	private RoutePolicy[] matching(String path) {
		if (path.length() > LONGEST_PATH) {
			return search(path);
		}
		RoutePolicy[] known = this.known.getIfPresent(path);
		if (known == null) {
			known = search(path);
			this.known.put(path, known);
		}
		return known;
	}

	private RoutePolicy[] search(String path) {
		PathContainer container = PathContainer.parsePath(path);
		List<Integer> candidates = new ArrayList<>(this.root.routes);
		Node node = this.root;
		for (Element element : container.elements()) {
			if (element instanceof PathSegment segment) {
				node = node.children.get(segment.valueToMatch());
				if (node == null) {
					break;
				}
				candidates.addAll(node.routes);
			}
		}
		candidates.sort(null);
		List<RoutePolicy> matching = new ArrayList<>(2);
		for (int candidate : candidates) {
			RoutePolicy route = this.routes.get(candidate);
			if (route.pattern().matches(container)) {
				matching.add(route);
			}
		}
		return matching.isEmpty() ? NONE : matching.toArray(RoutePolicy[]::new);
	}

	/**
	 * Put a route where the first segment of its pattern stands that is no plain text.
	 */
	private void add(String pattern, int number) {
		Node node = this.root;
		for (String segment : pattern.split("/")) {
			if (!isPlain(segment)) {
				break;
			}
			if (!segment.isEmpty()) {
				node = node.children.computeIfAbsent(segment, (unknown) -> new Node());
			}
		}
		node.routes.add(number);
	}

	private static boolean isPlain(String segment) {
		for (int i = 0; i < segment.length(); i++) {
			char c = segment.charAt(i);
			if (!Character.isLetterOrDigit(c) && c != '-' && c != '_' && c != '.') {
				return false;
			}
		}
		return true;
	}

	/**
	 * A segment of patterns.
	 */
	private static final class Node {

		private final Map<String, Node> children = new HashMap<>();

		private final List<Integer> routes = new ArrayList<>(1);

	}

}
