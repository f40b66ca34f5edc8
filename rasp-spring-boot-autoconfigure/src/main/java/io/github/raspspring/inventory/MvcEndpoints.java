package io.github.raspspring.inventory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Finds the endpoints of Spring MVC: methods of controllers and functional routes.
 */
public final class MvcEndpoints implements EndpointSource {

	private final Supplier<Stream<RequestMappingInfoHandlerMapping>> mappings;

	private final Supplier<Stream<RouterFunctionMapping>> routes;

	/**
	 * Create a finder.
	 * @param mappings the mappings of controllers, asked for when the endpoints are
	 * @param routes the mappings of functional routes, likewise
	 */
	public MvcEndpoints(Supplier<Stream<RequestMappingInfoHandlerMapping>> mappings,
			Supplier<Stream<RouterFunctionMapping>> routes) {
		this.mappings = mappings;
		this.routes = routes;
	}

	@Override
	public List<Endpoint> get() {
		List<Endpoint> endpoints = new ArrayList<>();
		this.mappings.get()
			.forEach((mapping) -> mapping.getHandlerMethods()
				.forEach((info, handler) -> endpoints.add(HandlerEndpoint.of(info, handler))));
		this.routes.get().forEach((mapping) -> addRoutes(mapping.getRouterFunction(), endpoints));
		endpoints.sort(Comparator.comparing((endpoint) -> String.join(",", endpoint.patterns())));
		return endpoints;
	}

	private static void addRoutes(@Nullable RouterFunction<?> function, List<Endpoint> endpoints) {
		if (function != null) {
			function.accept(new FunctionalRoutes(endpoints));
		}
	}

}
