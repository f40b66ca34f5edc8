package io.github.raspspring.autoconfigure.actuate;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.EndpointMediaTypes;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpointDiscoverer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class ExplainOperationTests {

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "/actuator,-,/actuator/rasp/explain", "/manage,-,/manage/rasp/explain", "'',-,/rasp/explain",
					"/actuator,mvc=/shop,/shop/actuator/rasp/explain", "/actuator,mvc=/,/actuator/rasp/explain",
					"/a/b,mvc=/c/,/c/a/b/rasp/explain" })
	void isAskedByWhenOperatorsMayActThenKnowsTheOneAddress(String base, String servlet, String path) {
		ExplainOperation operation = operation(base, environment(servlet), true);
		assertThat(operation.isAskedBy("POST", path)).isTrue();
		assertThat(operation.isAskedBy("POST", path + "/")).isFalse();
		assertThat(operation.isAskedBy("POST", "/x" + path)).isFalse();
		assertThat(operation.isAskedBy("GET", path)).isFalse();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "/actuator,-,false,-", "/actuator,-,true,9999", "/actuator,-,true,-1",
			"/manage,mvc=/a,false,-", "/manage,-,true,1", "-,-,true,-" })
	void isAskedByWhenItIsClosedOrElsewhereThenKnowsNone(String base, String servlet, boolean writable, String port) {
		MockEnvironment environment = environment(servlet);
		if (port != null) {
			environment.setProperty("management.server.port", port);
		}
		ExplainOperation operation = operation(base, environment, writable);
		for (String prefix : List.of("", "/actuator", "/manage", "/a/manage")) {
			assertThat(operation.isAskedBy("POST", prefix + "/rasp/explain")).isFalse();
		}
		assertThat(operation.isAskedBy("POST", "")).isFalse();
	}

	private static MockEnvironment environment(String servlet) {
		MockEnvironment environment = new MockEnvironment();
		if (servlet != null) {
			environment.setProperty("spring.mvc.servlet.path", servlet.substring("mvc=".length()));
		}
		return environment;
	}

	private static ExplainOperation operation(String base, MockEnvironment environment, boolean writable) {
		PathMappedEndpoints endpoints = (base != null) ? endpoints(base) : null;
		return new ExplainOperation(() -> endpoints, () -> writable, environment);
	}

	private static PathMappedEndpoints endpoints(String base) {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Known.class)) {
			WebEndpointDiscoverer discoverer = new WebEndpointDiscoverer(context, (type, value) -> value,
					EndpointMediaTypes.DEFAULT, List.of(), List.of(), List.of(), List.of(), List.of());
			discoverer.getEndpoints();
			return new PathMappedEndpoints(base, List.of(discoverer));
		}
	}

	/**
	 * Is called like the endpoint.
	 */
	@Endpoint(id = "rasp")
	static class Known {

		@ReadOperation
		String nothing() {
			return "";
		}

	}

}
