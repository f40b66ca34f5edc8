package io.github.raspspring.client;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.github.raspspring.client.ClientTraffic.Time;
import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.ClientScores;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Decision.Action;
import io.github.raspspring.engine.Deliveries;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.Subject;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.ExchangeListeners;
import io.github.raspspring.engine.pipeline.InspectionBudget;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RuleBreakerTests {

	private static final Rule WRONG = new Rule("wrong", "CWE-0", "A rule that is wrong.", "Mend it.");

	private static final Rule RIGHT = new Rule("right", "CWE-0", "A rule that is right.", "Mend it.");

	private final Time time = new Time();

	private final RuleBreaker breaker = new RuleBreaker(0.05, this.time.clock());

	private final Policy policy = Policy.of(EnforcementMode.BLOCK);

	private final InspectionPipeline pipeline = pipeline(this.time.clock());

	@Test
	void ruleThatWouldRefuseManySubjectsIsDroppedAndOthersAreNot() {
		honestSubjects(100);
		for (int i = 0; i < 9; i++) {
			assertThat(send("user" + i, i, WRONG, Confidence.STRONG).action()).isEqualTo(Action.BLOCK);
		}
		assertThat(send("user9", 9, WRONG, Confidence.STRONG).action()).isEqualTo(Action.MONITOR);
		assertThat(send("user1", 1, WRONG, Confidence.STRONG).action()).isEqualTo(Action.MONITOR);
		assertThat(send("user1", 1, RIGHT, Confidence.STRONG).action()).isEqualTo(Action.BLOCK);
		assertThat(this.breaker.dropped()).containsExactly("test/wrong");
	}

	@Test
	void ruleIsEnforcedAgainAfterTheNextWindow() {
		honestSubjects(100);
		for (int i = 0; i < 10; i++) {
			send("user" + i, i, WRONG, Confidence.STRONG);
		}
		this.time.advance(Duration.ofMinutes(10));
		assertThat(send("user1", 1, WRONG, Confidence.STRONG).action()).isEqualTo(Action.MONITOR);
		this.time.advance(Duration.ofMinutes(10));
		assertThat(send("user1", 1, WRONG, Confidence.STRONG).action()).isEqualTo(Action.BLOCK);
		assertThat(this.breaker.dropped()).isEmpty();
	}

	@Test
	void fewAmongManyAreRefused() {
		honestSubjects(2000);
		for (int i = 0; i < 50; i++) {
			assertThat(send("user" + i, i, WRONG, Confidence.STRONG).action()).isEqualTo(Action.BLOCK);
		}
	}

	@Test
	void accountsOfOneAttackerDropNoRule() {
		for (int i = 0; i < 500; i++) {
			assertThat(send("registered" + i, 1, WRONG, Confidence.STRONG).action()).as("one network")
				.isEqualTo(Action.BLOCK);
			assertThat(send("mallory", i, RIGHT, Confidence.STRONG).action()).as("one account").isEqualTo(Action.BLOCK);
		}
	}

	@Test
	void whatIsCertainIsNeverSpared() {
		for (int i = 0; i < 100; i++) {
			assertThat(send("user" + i, i, WRONG, Confidence.CERTAIN).action()).isEqualTo(Action.BLOCK);
		}
	}

	@Test
	void anonymousRequestsDropNoRule() {
		for (int i = 0; i < 100; i++) {
			assertThat(send(null, i, WRONG, Confidence.STRONG).action()).isEqualTo(Action.BLOCK);
		}
	}

	private void honestSubjects(int count) {
		for (int i = 0; i < count; i++) {
			send("honest" + i, 1000 + i, null, Confidence.STRONG);
		}
	}

	private Decision send(@Nullable String subject, int network, @Nullable Rule rule, Confidence confidence) {
		Exchange exchange = this.pipeline
			.begin(new RequestFacts("GET", "/", new ClientIdentity("n" + network), subject != null));
		exchange.identifiedAs((subject != null) ? new Subject(subject, null) : null);
		this.pipeline.enter(exchange, Phase.IDENTITY, List.of());
		if (rule != null) {
			this.pipeline.report(exchange, Finding.of("test", Category.INJECTION, rule).confidence(confidence).build());
		}
		this.pipeline.complete(exchange, 200);
		return exchange.decision();
	}

	private InspectionPipeline pipeline(Clock clock) {
		return new InspectionPipeline((method, path) -> this.policy, List.of(), ValueReader.AS_ARRIVED,
				new ExchangeListeners(List.of(this.breaker), Deliveries.inline()), (event) -> {
				}, () -> "reference", clock, InspectionBudget.UNLIMITED,
				new ScoredTreatment(ClientScores.NONE, this.breaker));
	}

}
