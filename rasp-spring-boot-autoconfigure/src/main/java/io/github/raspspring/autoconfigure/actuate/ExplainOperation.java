package io.github.raspspring.autoconfigure.actuate;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import io.github.raspspring.policy.DescriptionPolicies;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.core.env.Environment;
import org.springframework.util.function.SingletonSupplier;

/**
 * The operation of Actuator by which operators have a request explained: there is one
 * where the endpoint takes operations on the port of the application, written in one way.
 */
final class ExplainOperation implements DescriptionPolicies.Operation {

	private static final String SECTION = "/explain";

	/** Empty where there is none. */
	private final Supplier<String> path;

	ExplainOperation(Supplier<@Nullable PathMappedEndpoints> endpoints, BooleanSupplier writable,
			Environment environment) {
		this.path = SingletonSupplier.of(() -> {
			PathMappedEndpoints known = endpoints.get();
			String endpoint = (known != null) ? known.getPath(EndpointId.of("rasp")) : null;
			boolean open = endpoint != null && writable.getAsBoolean()
					&& ManagementPortType.get(environment) == ManagementPortType.SAME;
			return open ? servlet(environment) + endpoint + SECTION : "";
		});
	}

	@Override
	public boolean isAskedBy(String method, String path) {
		return method.equals("POST") && path.endsWith(SECTION) && path.equals(this.path.get());
	}

	private static String servlet(Environment environment) {
		String path = environment.getProperty("spring.mvc.servlet.path", "/").replaceAll("/+$", "");
		return (path.isEmpty() || path.startsWith("/")) ? path : "/" + path;
	}

}
