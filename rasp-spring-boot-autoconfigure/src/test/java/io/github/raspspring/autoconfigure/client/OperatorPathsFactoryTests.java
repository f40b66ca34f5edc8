package io.github.raspspring.autoconfigure.client;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OperatorPathsFactory}.
 */
class OperatorPathsFactoryTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "unrelated=x | /actuator",
			"management.endpoint.health.group.deep.additional-path=management:/healthz | /actuator",
			"management.endpoint.health.group.deep.include=db | /actuator",
			"management.endpoint.health.probes.add-additional-paths=false | /actuator",
			"spring.mvc.servlet.path=/ | /actuator", "management.endpoints.web.base-path=/actuator/ | /actuator",
			"management.endpoints.web.base-path=/manage | /manage",
			"management.endpoints.web.base-path=ops/internal/ | /ops/internal",
			"management.endpoints.web.base-path=/ | /health /info /metrics /prometheus /rasp",
			"management.endpoints.web.base-path=/,management.endpoints.web.path-mapping.rasp=shield "
					+ "| /health /info /metrics /prometheus /shield",
			"management.endpoint.health.probes.add-additional-paths=true | /actuator /livez /readyz",
			"management.endpoint.health.group.deep.additional-path=server:/healthz | /actuator /healthz",
			"management.endpoint.health.group.live.additional-path=server:live | /actuator /live",
			"spring.mvc.servlet.path=/app | /app/actuator",
			"spring.mvc.servlet.path=/app/,management.endpoint.health.group.a.additional-path=server:/up "
					+ "| /app/actuator /app/up" })
	void pathsAreWhereActuatorIs(String properties, String paths) {
		MockEnvironment environment = new MockEnvironment();
		for (String property : properties.split(",")) {
			int equals = property.indexOf('=');
			environment.setProperty(property.substring(0, equals).strip(), property.substring(equals + 1).strip());
		}
		assertThat(OperatorPathsFactory.paths(environment).prefixes()).containsExactlyElementsOf(words(paths));
	}

	private static List<String> words(String text) {
		return Arrays.asList(text.split(" "));
	}

}
