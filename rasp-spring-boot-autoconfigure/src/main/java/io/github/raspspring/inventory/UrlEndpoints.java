package io.github.raspspring.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Finds what is mapped to addresses as a whole: static resources, views without a
 * controller and the like.
 */
public final class UrlEndpoints implements EndpointSource {

	private static final String RESOURCE = "Nothing: a file is read, whose name is judged.";

	private static final String OTHER = "What the handler takes from the request is known to its code only.";

	private final Supplier<Stream<AbstractUrlHandlerMapping>> mappings;

	/**
	 * Create a finder.
	 * @param mappings the mappings, asked for when the endpoints are
	 */
	public UrlEndpoints(Supplier<Stream<AbstractUrlHandlerMapping>> mappings) {
		this.mappings = mappings;
	}

	@Override
	public List<Endpoint> get() {
		List<Endpoint> endpoints = new ArrayList<>();
		Map<String, Object> handlers = new TreeMap<>();
		this.mappings.get().forEach((mapping) -> {
			mapping.getHandlerMap().forEach(handlers::putIfAbsent);
			Object root = mapping.getRootHandler();
			if (root != null) {
				handlers.putIfAbsent("/", root);
			}
		});
		handlers.forEach((pattern, handler) -> endpoints.add(endpoint(pattern, handler)));
		return endpoints;
	}

	private static Endpoint endpoint(String pattern, Object handler) {
		boolean resource = handler instanceof ResourceHttpRequestHandler;
		String name = resource ? "resources " + ((ResourceHttpRequestHandler) handler).getLocations()
				: (handler instanceof String bean) ? bean : handler.getClass().getSimpleName();
		return Endpoint.of(resource ? EndpointKind.RESOURCE : EndpointKind.PAGE,
				resource ? List.of("GET", "HEAD") : List.of(), List.of(pattern), name, List.of(),
				resource ? Coverage.TYPED : Coverage.RAW, resource ? RESOURCE : OTHER);
	}

}
