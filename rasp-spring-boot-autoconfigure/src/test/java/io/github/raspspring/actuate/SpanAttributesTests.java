package io.github.raspspring.actuate;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.ObservationTextPublisher;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A trace leads to the event of a request.
 */
class SpanAttributesTests {

	private final ObservationRegistry registry = ObservationRegistry.create();

	private final SpanAttributes attributes = new SpanAttributes(this.registry);

	private final Inspection inspection = new InspectionPipeline((method, path) -> Policy.of(EnforcementMode.BLOCK),
			List.of(), ValueReader.AS_ARRIVED, List.of(), (event) -> {
			}, () -> "r", Clock.systemUTC())
		.begin(new RequestFacts("GET", "/", new ClientIdentity("192.0.2.1"), false));

	SpanAttributesTests() {
		this.registry.observationConfig().observationHandler(new ObservationTextPublisher((text) -> {
		}));
	}

	@Test
	void decisionBecomesAttributesOfTheObservationOfTheRequest() {
		Observation observation = Observation.start("http.server.requests", this.registry);
		try (Observation.Scope scope = observation.openScope()) {
			Finding finding = Finding.of("sql-injection", Category.INJECTION, new Rule("tautology", "CWE-89", "a", "b"))
				.build();
			this.attributes.completed(this.inspection, new Outcome(403, Duration.ZERO,
					new Decision(Decision.Action.BLOCK, 5, List.of(finding, finding), "default", "ref-1", null)));
		}
		assertThat(observation.getContext().getHighCardinalityKeyValues()).contains(KeyValue.of("rasp.action", "BLOCK"),
				KeyValue.of("rasp.reference", "ref-1"), KeyValue.of("rasp.policy", "default"),
				KeyValue.of("rasp.score", "5"), KeyValue.of("rasp.rules", "sql-injection.tautology"));
		assertThat(observation.getContext().getLowCardinalityKeyValues()).isEmpty();
	}

	@Test
	void requestInWhichNothingWasSeenHasNone() {
		Observation observation = Observation.start("http.server.requests", this.registry);
		try (Observation.Scope scope = observation.openScope()) {
			this.attributes.completed(this.inspection, new Outcome(200, Duration.ZERO, Decision.allow("default")));
		}
		assertThat(observation.getContext().getAllKeyValues()).isEmpty();
	}

}
