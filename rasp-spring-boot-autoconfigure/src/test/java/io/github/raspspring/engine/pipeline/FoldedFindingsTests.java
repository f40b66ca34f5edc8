package io.github.raspspring.engine.pipeline;

import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.RepeatableDetector;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.ValueView;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Of the findings of one kind in a request a few are kept, and evidence is made for those
 * only.
 */
class FoldedFindingsTests {

	private static final int KEPT = 8;

	private static final int VALUES = 30;

	private final Suspicious detector = new Suspicious();

	private final InspectionPipeline pipeline = new InspectionPipeline(
			(method, path) -> Policy.of(EnforcementMode.MONITOR), List.of(this.detector), ValueReader.AS_ARRIVED,
			List.of(), (event) -> {
			}, () -> "reference", Clock.systemUTC());

	@Test
	void judgeWhenOneKindIsFoundOftenThenMakesEvidenceForThoseThatAreKept() {
		Exchange exchange = judge("weak");
		assertThat(exchange.findings()).hasSize(KEPT);
		assertThat(this.detector.made).isEqualTo(KEPT);
	}

	@Test
	void judgeWhenAnotherKindFollowsThenKeepsItToo() {
		Exchange exchange = judge("weak");
		this.pipeline.arrived(exchange, List.of(value("strong")));
		assertThat(exchange.findings()).hasSize(KEPT + 1);
	}

	@Test
	void judgeWhenThereAreEnoughThenDoesNotTakeTheValueForClean() {
		judge("weak");
		int asked = this.detector.asked;
		judge("weak");
		assertThat(this.detector.asked).isEqualTo(2 * asked);
	}

	private Exchange judge(String text) {
		Exchange exchange = this.pipeline.begin(new RequestFacts("POST", "/", new ClientIdentity("192.0.2.1"), false));
		this.pipeline.enter(exchange, Phase.REQUEST,
				IntStream.range(0, VALUES).mapToObj((i) -> value(text + " " + i)).toList());
		return exchange;
	}

	private static InputValue value(String text) {
		return new InputValue(InputLocation.QUERY, "q", text);
	}

	private static final class Suspicious implements RepeatableDetector {

		private static final Rule RULE = new Rule("rule", "CWE-20", "Said.", "Mend it.");

		private int asked;

		private int made;

		@Override
		public String name() {
			return "suspicious";
		}

		@Override
		public Category category() {
			return Category.INJECTION;
		}

		@Override
		public long triggers() {
			return EVERY_VALUE;
		}

		@Override
		public void detect(ValueView view, Findings findings) {
			this.asked++;
			Confidence confidence = view.text().startsWith("weak") ? Confidence.WEAK : Confidence.STRONG;
			if (!findings.haveEnoughOf(this, RULE, confidence)) {
				this.made++;
				findings.add(Finding.of(this, RULE).confidence(confidence).at(view.input()).build());
			}
		}

	}

}
