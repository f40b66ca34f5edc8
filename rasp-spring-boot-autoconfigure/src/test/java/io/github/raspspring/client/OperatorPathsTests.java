package io.github.raspspring.client;

import java.time.Clock;
import java.util.List;

import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OperatorPaths}.
 */
class OperatorPathsTests {

	private final OperatorPaths paths = new OperatorPaths(List.of("/actuator", "/livez"));

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/rasp", "/actuator/rasp/clients", "/actuator/health",
			"/actuator/health/liveness", "/actuator/prometheus", "/livez" })
	void containWhenOperatorsCallThenSpared(String path) {
		assertThat(contain(path)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/api/actuator", "/actuators", "/actuator2/rasp", "/livezz", "/actuator/../api/books",
			"/actuator/..;/api", "/actuator/%2e%2e/api", "/actuator//api", "/actuator\\..\\api", "/actuator;x=1/rasp",
			"/actuator/./rasp", "/ACTUATOR/rasp" })
	void containWhenAnythingElseThenNot(String path) {
		assertThat(contain(path)).isFalse();
	}

	private boolean contain(String path) {
		InspectionPipeline pipeline = new InspectionPipeline((method, asked) -> Policy.of(EnforcementMode.BLOCK),
				List.of(), ValueReader.AS_ARRIVED, List.of(), (event) -> {
				}, () -> "reference", Clock.systemUTC());
		return this.paths
			.contain(pipeline.begin(new RequestFacts("GET", path, new ClientIdentity("192.0.2.1"), false)));
	}

}
