package io.github.raspspring.selfcheck;

import java.util.List;

import io.github.raspspring.carrier.RaspGuards;
import io.github.raspspring.engine.Answer;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.SinkBlockedException;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import io.github.raspspring.selfcheck.Verdict.Result;
import org.jspecify.annotations.Nullable;

/**
 * Tries samples under one policy, with the detectors and judges of the application, apart
 * from its traffic.
 *
 * @param policy the policy
 * @param edge judges values as the pipeline of the application does, and tells nobody
 * @param behind judges no values, so that samples reach the sinks
 * @param scope where the guards find the exchange
 * @param guards judge calls and tell the pipeline behind; {@code null} where sinks are
 * off
 */
record Trial(Policy policy, InspectionPipeline edge, InspectionPipeline behind, InspectionScope scope,
		@Nullable RaspGuards guards) {

	private static final RequestFacts FACTS = new RequestFacts("POST", "/", new ClientIdentity("192.0.2.1"), false);

	Verdict of(SampleRequest sample, boolean present) {
		if (!present) {
			return missed(sample.detector(), "The detector is switched off.");
		}
		Exchange exchange = enter(this.edge, sample.value());
		return verdict(sample.detector(), exchange.decision());
	}

	Verdict of(SampleCall sample) {
		String source = sample.kind().source();
		RaspGuards guards = this.guards;
		if (guards == null) {
			return missed(source, "rasp.sinks.enabled is false.");
		}
		Exchange exchange = enter(this.behind, new InputValue(InputLocation.QUERY, "q", sample.input()));
		try (InspectionScope.Binding binding = this.scope.bind(exchange)) {
			sample.call().accept(guards, sample.input());
		}
		catch (SinkBlockedException ex) {
			// What was decided tells it.
		}
		return verdict(source, exchange.decision());
	}

	private static Exchange enter(InspectionPipeline pipeline, InputValue value) {
		Exchange exchange = pipeline.begin(FACTS);
		pipeline.enter(exchange, Phase.REQUEST, List.of(value));
		pipeline.answeredWith(exchange, Answer.ANYTHING);
		pipeline.enter(exchange, Phase.HANDLER, List.of());
		return exchange;
	}

	private Verdict verdict(String source, Decision decision) {
		if (decision.findings().stream().noneMatch((finding) -> finding.detector().equals(source))) {
			return missed(source, (this.policy.modeOf(source) == EnforcementMode.OFF) ? "The policy leaves it out."
					: "Its judge does not see the sample.");
		}
		return decision.refuses() ? new Verdict(source, this.policy.id(), Result.REFUSED, null)
				: new Verdict(source, this.policy.id(), Result.WATCHED, reason(source, decision));
	}

	private String reason(String source, Decision decision) {
		if (this.policy.mode() == EnforcementMode.MONITOR) {
			return "The mode is monitor.";
		}
		return (this.policy.modeOf(source) == EnforcementMode.MONITOR) ? "Its mode is monitor." : "It has "
				+ decision.score() + " points, and the policy refuses from " + this.policy.blockScore() + " on.";
	}

	private Verdict missed(String source, String reason) {
		return new Verdict(source, this.policy.id(), Result.MISSED, reason);
	}

}
