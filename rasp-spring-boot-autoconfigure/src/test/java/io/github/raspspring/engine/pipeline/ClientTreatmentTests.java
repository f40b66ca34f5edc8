package io.github.raspspring.engine.pipeline;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.ClientTreatment;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Decision.Action;
import io.github.raspspring.engine.Deliveries;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.event.DetectorFailed;
import io.github.raspspring.engine.event.SecurityEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClientTreatmentTests {

	private static final InputValue EXCLUDED = new InputValue(InputLocation.QUERY, "excluded", "evil");

	private static final InputValue OTHER = new InputValue(InputLocation.QUERY, "other", "evil");

	private final List<SecurityEvent> events = new ArrayList<>();

	@Test
	void enterWhenNothingIsKnownThenExcludedParametersAreLeftAlone() {
		assertThat(judge(ClientTreatment.NONE, EXCLUDED).action()).isEqualTo(Action.ALLOW);
		assertThat(judge(ClientTreatment.NONE, OTHER).action()).isEqualTo(Action.BLOCK);
	}

	@Test
	void enterWhenTrustHasFallenThenExcludedParametersAreInspectedToo() {
		ClientTreatment suspicious = new ClientTreatment() {

			@Override
			public boolean inspectsEverything(Inspection inspection) {
				return true;
			}

		};
		assertThat(judge(suspicious, EXCLUDED).action()).isEqualTo(Action.BLOCK);
	}

	@Test
	void enterWhenRuleIsSoftenedThenRecordsOnly() {
		ClientTreatment sparing = new ClientTreatment() {

			@Override
			public Finding moderate(Inspection inspection, Finding finding) {
				return finding.cappedAt(EnforcementMode.MONITOR);
			}

		};
		assertThat(judge(sparing, OTHER).action()).isEqualTo(Action.MONITOR);
	}

	@Test
	void enterWhenTreatmentFailsThenJudgesAsUsualAndReportsIt() {
		ClientTreatment broken = new ClientTreatment() {

			@Override
			public boolean inspectsEverything(Inspection inspection) {
				throw new IllegalStateException("broken");
			}

			@Override
			public Finding moderate(Inspection inspection, Finding finding) {
				throw new IllegalStateException("broken");
			}

		};
		assertThat(judge(broken, OTHER).action()).isEqualTo(Action.BLOCK);
		assertThat(judge(broken, EXCLUDED).action()).isEqualTo(Action.ALLOW);
		assertThat(this.events).hasAtLeastOneElementOfType(DetectorFailed.class);
	}

	private Decision judge(ClientTreatment treatment, InputValue value) {
		Policy policy = new Policy("default", EnforcementMode.BLOCK, Policy.DEFAULT_BLOCK_SCORE, FailureMode.OPEN,
				Set.of(), Map.of(), Map.of(), Set.of("excluded"));
		InspectionPipeline pipeline = new InspectionPipeline((method, path) -> policy,
				List.of(new EvilDetector((text) -> {
				})), ValueReader.AS_ARRIVED, new ExchangeListeners(List.of(), Deliveries.inline()), this.events::add,
				() -> "reference", Clock.systemUTC(), InspectionBudget.UNLIMITED, treatment);
		Exchange exchange = pipeline.begin(new RequestFacts("GET", "/", new ClientIdentity("192.0.2.1"), false));
		return pipeline.enter(exchange, Phase.REQUEST, List.of(value));
	}

}
