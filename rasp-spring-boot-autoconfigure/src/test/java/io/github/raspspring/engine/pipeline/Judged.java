package io.github.raspspring.engine.pipeline;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.ClientTreatment;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.event.SecurityEvent;

/**
 * One exchange that is judged by a detector of the word "evil" and what a test adds.
 */
final class Judged {

	final List<SecurityEvent> events = new ArrayList<>();

	final List<String> texts = new ArrayList<>();

	private final InspectionPipeline pipeline;

	private final Exchange exchange;

	private int references;

	Judged(Policy policy, InspectionBudget budget, ExchangeListeners listeners, Detector... additional) {
		List<Detector> detectors = new ArrayList<>(List.of(additional));
		detectors.add(new EvilDetector(this.texts::add));
		this.pipeline = new InspectionPipeline((method, path) -> policy, detectors, ValueReader.AS_ARRIVED, listeners,
				this.events::add, () -> "reference-" + this.references++, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
				budget, ClientTreatment.NONE);
		this.exchange = this.pipeline.begin(new RequestFacts("GET", "/", new ClientIdentity("192.0.2.1"), false));
	}

	static Policy policy(EnforcementMode mode, FailureMode failureMode, FailureMode unjudgedMode) {
		return new Policy("default", mode, 5, failureMode, Set.of(), Map.of(), Map.of(), Set.of(), unjudgedMode);
	}

	static InputValue value(String text) {
		return new InputValue(InputLocation.JSON, "/q", text);
	}

	static Detector detector(String name, BiConsumer<Inspection, Findings> judgement) {
		return new RequestDetector(name, judgement);
	}

	Decision judge(Collection<InputValue> values) {
		return this.pipeline.enter(this.exchange, Phase.REQUEST, values);
	}

	Decision more(Collection<InputValue> values) {
		return this.pipeline.arrived(this.exchange, values);
	}

	void complete() {
		this.pipeline.complete(this.exchange, 200);
	}

	private record RequestDetector(String name, BiConsumer<Inspection, Findings> judgement) implements Detector {

		@Override
		public Category category() {
			return Category.INJECTION;
		}

		@Override
		public Phase phase() {
			return Phase.REQUEST;
		}

		@Override
		public void detect(Inspection inspection, Findings findings) {
			this.judgement.accept(inspection, findings);
		}

	}

}
