package io.github.raspspring.autoconfigure.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.raspspring.client.OperatorPaths;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindResult;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Finds where the endpoints of Actuator are.
 */
final class OperatorPathsFactory {

	private static final String ENDPOINT = "org.springframework.boot.actuate.endpoint.annotation.Endpoint";

	/** What is spared where endpoints share the root with the application. */
	private static final List<String> WITHOUT_BASE = List.of("health", "info", "metrics", "prometheus", "rasp");

	private static final String ON_SERVER = "server:";

	private OperatorPathsFactory() {
	}

	static OperatorPaths paths(Environment environment) {
		if (!ClassUtils.isPresent(ENDPOINT, OperatorPathsFactory.class.getClassLoader())) {
			return OperatorPaths.NONE;
		}
		String servlet = withSlash(environment.getProperty("spring.mvc.servlet.path", "/"));
		List<String> paths = new ArrayList<>();
		endpoints(environment).forEach((path) -> paths.add(servlet + path));
		if (environment.getProperty("management.endpoint.health.probes.add-additional-paths", Boolean.class, false)) {
			Stream.of("/livez", "/readyz").forEach((path) -> paths.add(servlet + path));
		}
		additionalPaths(environment).forEach((path) -> paths.add(servlet + withSlash(path)));
		return new OperatorPaths(paths);
	}

	/**
	 * Where they share the root with the application, each is known by its own name.
	 */
	private static Stream<String> endpoints(Environment environment) {
		String base = withSlash(environment.getProperty("management.endpoints.web.base-path", "/actuator"));
		return !base.isEmpty() ? Stream.of(base) : WITHOUT_BASE.stream()
			.map((id) -> withSlash(environment.getProperty("management.endpoints.web.path-mapping." + id, id)));
	}

	/**
	 * Groups of health may have a path on the port of the application.
	 */
	private static Stream<String> additionalPaths(Environment environment) {
		BindResult<Map<String, Group>> groups = Binder.get(environment)
			.bind("management.endpoint.health.group", Bindable.mapOf(String.class, Group.class));
		return (groups.isBound() ? groups.get() : Map.<String, Group>of()).values()
			.stream()
			.map(Group::additionalPath)
			.filter((path) -> path != null && path.startsWith(ON_SERVER))
			.map((path) -> path.substring(ON_SERVER.length()));
	}

	/**
	 * Return a path that begins with a slash and ends without, empty for the root.
	 */
	private static String withSlash(String path) {
		String plain = path.replaceAll("^/+|/+$", "");
		return plain.isEmpty() ? "" : "/" + plain;
	}

	/**
	 * Of a group of health what matters here.
	 *
	 * @param additionalPath where else it is, such as {@code server:/healthz}
	 */
	record Group(@Nullable String additionalPath) {

	}

}
