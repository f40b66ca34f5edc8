package io.github.raspspring.autoconfigure.client;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.raspspring.client.OperatorPaths;

import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Finds where the endpoints of Actuator are.
 */
final class OperatorPathsFactory {

	private static final String ENDPOINT = "org.springframework.boot.actuate.endpoint.annotation.Endpoint";

	/** What is spared where endpoints share the root with the application. */
	private static final List<String> WITHOUT_BASE = List.of("health", "info", "metrics", "prometheus", "rasp");

	private OperatorPathsFactory() {
	}

	static OperatorPaths paths(Environment environment) {
		if (!ClassUtils.isPresent(ENDPOINT, OperatorPathsFactory.class.getClassLoader())) {
			return OperatorPaths.NONE;
		}
		List<String> paths = new ArrayList<>();
		String base = environment.getProperty("management.endpoints.web.base-path", "/actuator").replaceAll("/+$", "");
		if (base.isEmpty()) {
			WITHOUT_BASE.forEach((id) -> paths.add("/" + id));
		}
		else {
			paths.add(base.startsWith("/") ? base : "/" + base);
		}
		if (environment.getProperty("management.endpoint.health.probes.add-additional-paths", Boolean.class, false)) {
			Stream.of("/livez", "/readyz").forEach(paths::add);
		}
		return new OperatorPaths(paths);
	}

}
