package io.github.raspspring.engine.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.raspspring.engine.Answer;
import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Decision.Action;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionListener;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.ValueDetector;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.engine.event.DetectorFailed;
import io.github.raspspring.engine.event.SecurityEvent;
import io.github.raspspring.engine.event.ThreatDetected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class InspectionPipelineTests {

	private static final Rule RULE = new Rule("marker", "CWE-0", "A marker was seen.", "Send no marker.");

	private static final InputValue MARKED = new InputValue(InputLocation.QUERY, "q", "an evil' value");

	private final List<SecurityEvent> events = new ArrayList<>();

	private final List<Outcome> outcomes = new ArrayList<>();

	private int references;

	@Test
	void enterWhenNothingIsSeenThenAllowsWithoutReference() {
		InspectionPipeline pipeline = pipeline(Policy.of(EnforcementMode.BLOCK), marker(Confidence.CERTAIN));
		Exchange exchange = begin(pipeline);
		Decision decision = pipeline.enter(exchange, Phase.REQUEST,
				List.of(new InputValue(InputLocation.QUERY, "q", "good")));
		pipeline.complete(exchange, 200);
		assertThat(decision).isEqualTo(Decision.allow("default"));
		assertThat(this.events).isEmpty();
		assertThat(this.outcomes).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "BLOCK, WEAK, MONITOR", "BLOCK, STRONG, BLOCK", "BLOCK, CERTAIN, BLOCK", "MONITOR, CERTAIN, MONITOR",
			"OFF, CERTAIN, ALLOW" })
	void enterWhenMarkerIsSeenThenDecidesByModeAndConfidence(EnforcementMode mode, Confidence confidence,
			Action expected) {
		InspectionPipeline pipeline = pipeline(Policy.of(mode), marker(confidence));
		assertThat(pipeline.enter(begin(pipeline), Phase.REQUEST, List.of(MARKED)).action()).isEqualTo(expected);
	}

	@Test
	void enterWhenManyWeakFindingsAddUpThenStillDoesNotBlock() {
		InspectionPipeline pipeline = pipeline(Policy.of(EnforcementMode.BLOCK), marker(Confidence.WEAK));
		Decision decision = pipeline.enter(begin(pipeline), Phase.REQUEST, List.of(MARKED, MARKED, MARKED));
		assertThat(decision.action()).isEqualTo(Action.MONITOR);
		assertThat(decision.score()).isEqualTo(9);
	}

	@Test
	void enterWhenDetectorModeIsSofterThenDetectorOnlyMonitors() {
		Policy policy = new Policy("default", EnforcementMode.BLOCK, 5, FailureMode.OPEN, Set.of(),
				Map.of("marker", EnforcementMode.MONITOR));
		InspectionPipeline pipeline = pipeline(policy, marker(Confidence.CERTAIN));
		assertThat(pipeline.enter(begin(pipeline), Phase.REQUEST, List.of(MARKED)).action()).isEqualTo(Action.MONITOR);
	}

	@Test
	void enterWhenDetectorModeIsStricterThanTheRouteThenRouteWins() {
		Policy policy = new Policy("default", EnforcementMode.MONITOR, 5, FailureMode.OPEN, Set.of(),
				Map.of("marker", EnforcementMode.BLOCK));
		InspectionPipeline pipeline = pipeline(policy, marker(Confidence.CERTAIN));
		assertThat(pipeline.enter(begin(pipeline), Phase.REQUEST, List.of(MARKED)).action()).isEqualTo(Action.MONITOR);
	}

	@Test
	void enterWhenDetectorIsExcludedThenItDoesNotRun() {
		Policy policy = new Policy("default", EnforcementMode.BLOCK, 5, FailureMode.OPEN, Set.of("marker"), Map.of());
		InspectionPipeline pipeline = pipeline(policy, marker(Confidence.CERTAIN));
		assertThat(pipeline.enter(begin(pipeline), Phase.REQUEST, List.of(MARKED)).action()).isEqualTo(Action.ALLOW);
	}

	@Test
	void enterWhenParameterIsExcludedThenDetectorsLeaveItAloneAndSinksSeeIt() {
		Policy policy = new Policy("default", EnforcementMode.BLOCK, 5, FailureMode.OPEN, Set.of(), Map.of(), Map.of(),
				Set.of("q"));
		InspectionPipeline pipeline = pipeline(policy, marker(Confidence.CERTAIN));
		Exchange exchange = begin(pipeline);
		assertThat(pipeline.enter(exchange, Phase.REQUEST, List.of(MARKED)).action()).isEqualTo(Action.ALLOW);
		assertThat(exchange.values()).containsExactly(MARKED);
		InputValue other = new InputValue(InputLocation.QUERY, "other", MARKED.value());
		assertThat(pipeline.arrived(exchange, List.of(other)).action()).isEqualTo(Action.BLOCK);
	}

	@ParameterizedTest
	@CsvSource({ "JSON, MONITOR", "ANYTHING, BLOCK" })
	void answeredWithWhenFindingWaitedForTheRouteThenAnswerDecides(Answer answer, Action expected) {
		InspectionPipeline pipeline = pipeline(softOnJsonRoutes(), marker(Confidence.CERTAIN));
		Exchange exchange = begin(pipeline);
		assertThat(pipeline.enter(exchange, Phase.REQUEST, List.of(MARKED)).action()).isEqualTo(Action.MONITOR);
		assertThat(pipeline.answeredWith(exchange, answer).action()).isEqualTo(expected);
		assertThat(pipeline.arrived(exchange, List.of(MARKED)).action()).isEqualTo(expected);
		assertThat(exchange.decision().findings()).hasSize(2);
	}

	@Test
	void answeredWithWhenAnswerIsKnownThenAnotherOneIsOfNoInterest() {
		InspectionPipeline pipeline = pipeline(softOnJsonRoutes(), marker(Confidence.CERTAIN));
		Exchange exchange = begin(pipeline);
		pipeline.answeredWith(exchange, Answer.JSON);
		pipeline.enter(exchange, Phase.REQUEST, List.of(MARKED));
		assertThat(pipeline.answeredWith(exchange, Answer.ANYTHING).action()).isEqualTo(Action.MONITOR);
	}

	private static Policy softOnJsonRoutes() {
		return new Policy("default", EnforcementMode.BLOCK, 5, FailureMode.OPEN, Set.of(), Map.of(),
				Map.of("marker", EnforcementMode.MONITOR), Set.of());
	}

	@Test
	void completeWhenFindingIsWeakThenListenersAndEventTellOfIt() {
		InspectionPipeline pipeline = pipeline(Policy.of(EnforcementMode.BLOCK), marker(Confidence.WEAK));
		Exchange exchange = begin(pipeline);
		pipeline.enter(exchange, Phase.REQUEST, List.of(MARKED));
		pipeline.complete(exchange, 200);
		assertThat(this.outcomes).singleElement()
			.satisfies((outcome) -> assertThat(outcome.decision().findings()).singleElement()
				.satisfies((finding) -> assertThat(finding.confidence()).isEqualTo(Confidence.WEAK)));
		assertThat(this.events).singleElement()
			.isInstanceOfSatisfying(ThreatDetected.class,
					(threat) -> assertThat(threat.decision()).isEqualTo(this.outcomes.get(0).decision()));
	}

	@Test
	void enterWhenSeveralPhasesFindThenThereIsOneReferenceAndOneEvent() {
		InspectionPipeline pipeline = pipeline(Policy.of(EnforcementMode.MONITOR), marker(Confidence.STRONG));
		Exchange exchange = begin(pipeline);
		String first = pipeline.enter(exchange, Phase.REQUEST, List.of(MARKED)).reference();
		String second = pipeline.arrived(exchange, List.of(MARKED)).reference();
		pipeline.complete(exchange, 200);
		assertThat(second).isEqualTo(first);
		assertThat(this.events).singleElement()
			.isInstanceOfSatisfying(ThreatDetected.class,
					(threat) -> assertThat(threat.decision().findings()).hasSize(2));
	}

	@Test
	void enterWhenRefusedThenEventIsPublishedBeforeTheAnswer() {
		InspectionPipeline pipeline = pipeline(Policy.of(EnforcementMode.BLOCK), marker(Confidence.STRONG));
		Exchange exchange = begin(pipeline);
		pipeline.enter(exchange, Phase.REQUEST, List.of(MARKED));
		assertThat(this.events).hasSize(1);
		pipeline.complete(exchange, 403);
		assertThat(this.events).hasSize(1);
	}

	@Test
	void enterWhenFindingThrottlesThenClientIsPutOff() {
		InspectionPipeline pipeline = pipeline(Policy.of(EnforcementMode.BLOCK), limit());
		Decision decision = pipeline.enter(begin(pipeline), Phase.REQUEST, List.of());
		assertThat(decision.action()).isEqualTo(Action.THROTTLE);
		assertThat(decision.retryAfter()).isEqualTo(Duration.ofSeconds(7));
	}

	@Test
	void enterWhenDetectorThrowsThenOthersStillRunAndFailureIsReported() {
		InspectionPipeline pipeline = pipeline(Policy.of(EnforcementMode.BLOCK), failing(), marker(Confidence.CERTAIN));
		Decision decision = pipeline.enter(begin(pipeline), Phase.REQUEST, List.of(MARKED));
		assertThat(decision.action()).isEqualTo(Action.BLOCK);
		assertThat(this.events).hasAtLeastOneElementOfType(DetectorFailed.class);
	}

	@ParameterizedTest
	@CsvSource({ "OPEN, ALLOW", "CLOSED, BLOCK" })
	void enterWhenDetectorThrowsThenFailureModeDecides(FailureMode failureMode, Action expected) {
		Policy policy = new Policy("default", EnforcementMode.BLOCK, 5, failureMode, Set.of(), Map.of());
		InspectionPipeline pipeline = pipeline(policy, failing());
		assertThat(pipeline.enter(begin(pipeline), Phase.REQUEST, List.of()).action()).isEqualTo(expected);
	}

	@Test
	void enterWhenEvidenceIsKeptThenLettersAndDigitsAreMasked() {
		InspectionPipeline pipeline = pipeline(Policy.of(EnforcementMode.MONITOR), marker(Confidence.STRONG));
		Decision decision = pipeline.enter(begin(pipeline), Phase.REQUEST, List.of(MARKED));
		assertThat(decision.findings()).singleElement()
			.satisfies((finding) -> assertThat(finding.evidence()).isEqualTo("aa aaaa' aaaaa (3-7 of 14)"));
	}

	private InspectionPipeline pipeline(Policy policy, Detector... detectors) {
		return pipeline(policy, InspectionBudget.UNLIMITED, detectors);
	}

	private InspectionPipeline pipeline(Policy policy, InspectionBudget budget, Detector... detectors) {
		InspectionListener listener = (inspection, outcome) -> this.outcomes.add(outcome);
		return new InspectionPipeline((method, path) -> policy, List.of(detectors), ValueReader.AS_ARRIVED,
				List.of(listener), this.events::add, () -> "reference-" + this.references++,
				Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), budget);
	}

	private static Exchange begin(InspectionPipeline pipeline) {
		return pipeline.begin(new RequestFacts("GET", "/", new ClientIdentity("192.0.2.1"), false));
	}

	private static Detector marker(Confidence confidence) {
		return new Marker(confidence);
	}

	private static Detector limit() {
		return new RequestDetector("limit", (detector, findings) -> findings
			.add(Finding.of(detector, RULE).retryAfter(Duration.ofSeconds(7)).build()));
	}

	private static Detector failing() {
		return new RequestDetector("failing", (detector, findings) -> {
			throw new IllegalStateException("broken");
		});
	}

	private record Marker(Confidence confidence) implements ValueDetector {

		@Override
		public String name() {
			return "marker";
		}

		@Override
		public Category category() {
			return Category.INJECTION;
		}

		@Override
		public void detect(ValueView view, Findings findings) {
			int start = view.text().indexOf("evil");
			if (start >= 0) {
				findings.add(Finding.of(this, RULE)
					.confidence(this.confidence)
					.at(view.input())
					.evidence(view.text(), start, start + 4)
					.build());
			}
		}

	}

	private record RequestDetector(String name, Behavior behavior) implements Detector {

		@Override
		public Category category() {
			return Category.RATE_LIMIT;
		}

		@Override
		public Phase phase() {
			return Phase.REQUEST;
		}

		@Override
		public void detect(Inspection inspection, Findings findings) {
			this.behavior.detect(this, findings);
		}

		interface Behavior {

			void detect(Detector detector, Findings findings);

		}

	}

}
