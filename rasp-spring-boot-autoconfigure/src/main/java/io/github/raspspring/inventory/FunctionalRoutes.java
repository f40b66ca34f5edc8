package io.github.raspspring.inventory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.springframework.core.io.Resource;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Collects functional routes. What they take from the request is known to their code
 * only.
 */
final class FunctionalRoutes implements RouterFunctions.Visitor {

	private static final String OPEN = "What the route takes from the request is not declared: "
			+ "the body is judged by its content type, all else as it arrives.";

	private final Deque<String> nesting = new ArrayDeque<>();

	private final List<Endpoint> endpoints;

	FunctionalRoutes(List<Endpoint> endpoints) {
		this.endpoints = endpoints;
	}

	@Override
	public void startNested(RequestPredicate predicate) {
		this.nesting.addLast(predicate.toString());
	}

	@Override
	public void endNested(RequestPredicate predicate) {
		this.nesting.removeLast();
	}

	@Override
	public void route(RequestPredicate predicate, HandlerFunction<?> handlerFunction) {
		add(predicate.toString());
	}

	@Override
	public void resources(Function<ServerRequest, Optional<Resource>> lookupFunction) {
		add("resources");
	}

	@Override
	public void attributes(Map<String, Object> attributes) {
		// Nothing that tells how a route is covered.
	}

	@Override
	public void unknown(RouterFunction<?> routerFunction) {
		add("unknown");
	}

	private void add(String predicate) {
		List<String> parts = new ArrayList<>(this.nesting);
		parts.add(predicate);
		this.endpoints.add(Endpoint.of(EndpointKind.FUNCTIONAL, List.of(), List.of(String.join(" && ", parts)),
				"functional", List.of(), Coverage.RAW, OPEN));
	}

}
