package io.github.raspspring.inventory;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.DispatcherServlet;

/**
 * Finds plain servlets: those that are not the front of Spring MVC.
 */
public final class ServletEndpoints implements EndpointSource {

	private static final String OPEN = "What the servlet takes from the request is known to its code only: "
			+ "it is judged as it arrives.";

	private static final Map<String, String> METHODS = Map.of("doGet", "GET", "doPost", "POST", "doPut", "PUT",
			"doDelete", "DELETE", "doPatch", "PATCH");

	private final Supplier<@Nullable ServletContext> context;

	/**
	 * Create a finder.
	 * @param context the context, asked when the endpoints are; {@code null} if there is
	 * none
	 */
	public ServletEndpoints(Supplier<@Nullable ServletContext> context) {
		this.context = context;
	}

	@Override
	public List<Endpoint> get() {
		List<Endpoint> endpoints = new ArrayList<>();
		ServletContext servlets = this.context.get();
		if (servlets != null) {
			servlets.getServletRegistrations().values().forEach((servlet) -> add(servlet, servlets, endpoints));
		}
		return endpoints;
	}

	private static void add(ServletRegistration servlet, ServletContext context, List<Endpoint> endpoints) {
		Class<?> type = type(servlet, context);
		if ((type == null || !DispatcherServlet.class.isAssignableFrom(type)) && !servlet.getMappings().isEmpty()) {
			List<String> mappings = servlet.getMappings().stream().map(ServletEndpoints::pattern).sorted().toList();
			String name = (type != null) ? type.getSimpleName() : servlet.getName();
			endpoints
				.add(Endpoint.of(EndpointKind.SERVLET, methods(type), mappings, name, List.of(), Coverage.RAW, OPEN));
		}
	}

	/**
	 * Write a mapping of a servlet as a path pattern.
	 */
	private static String pattern(String mapping) {
		if (mapping.startsWith("*.")) {
			return "/**/" + mapping;
		}
		return mapping.endsWith("/*") ? mapping + "*" : mapping.isEmpty() ? "/" : mapping;
	}

	private static @Nullable Class<?> type(ServletRegistration servlet, ServletContext context) {
		try {
			String name = servlet.getClassName();
			return (name != null) ? Class.forName(name, false, context.getClassLoader()) : null;
		}
		catch (ClassNotFoundException | LinkageError ex) {
			return null;
		}
	}

	/**
	 * A servlet answers the methods that it has a method for.
	 */
	private static List<String> methods(@Nullable Class<?> type) {
		List<String> methods = new ArrayList<>();
		for (Class<?> known = type; known != null && known != HttpServlet.class; known = known.getSuperclass()) {
			for (Method method : known.getDeclaredMethods()) {
				if (method.getName().equals("service")) {
					return List.of();
				}
				String answered = METHODS.get(method.getName());
				if (answered != null) {
					methods.add(answered);
				}
			}
		}
		return methods.stream().distinct().sorted().toList();
	}

}
