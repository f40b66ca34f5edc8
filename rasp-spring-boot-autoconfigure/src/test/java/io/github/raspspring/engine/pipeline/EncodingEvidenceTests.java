package io.github.raspspring.engine.pipeline;

import java.time.Clock;
import java.util.List;

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
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.ValueDetector;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.ValueView;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EncodingEvidence}.
 */
class EncodingEvidenceTests {

	@ParameterizedTest
	@CsvSource({ "%252527x, 2, false, STRONG", "%2525252527x, 3, false, STRONG", "%u0027x, 1, true, STRONG",
			"%C0%A7x, 1, true, STRONG", "%27x, 1, false, WEAK", "x, 0, false, WEAK",
			"https://a.example?next=%25252Fb, 2, false, WEAK", "HTTP%25253A//a.example, 2, false, WEAK",
			"\uFF07\uFF41, 1, true, WEAK" })
	void runWhenValueIsEncodedThenWeakFindingIsConfirmedByLayersAndRareForms(String value, int encodings,
			boolean unusual, Confidence expected) {
		ValueReader reader = (input, interest, visitor) -> visitor.visit(new View(input, encodings, unusual));
		InspectionPipeline pipeline = new InspectionPipeline((method, path) -> Policy.of(EnforcementMode.BLOCK),
				List.of(new WeakOnEverything()), reader, List.of(), (event) -> {
				}, () -> "reference", Clock.systemUTC(), InspectionBudget.UNLIMITED);
		Exchange exchange = pipeline.begin(new RequestFacts("GET", "/", new ClientIdentity("192.0.2.1"), false));
		pipeline.enter(exchange, Phase.REQUEST, List.of(new InputValue(InputLocation.QUERY, "q", value)));
		assertThat(exchange.findings()).singleElement()
			.returns(expected, Finding::confidence)
			.returns(expected.score(), Finding::score);
	}

	private record View(InputValue input, int encodings, boolean unusualEncoding) implements ValueView {

		@Override
		public String text() {
			return this.input.value();
		}

		@Override
		public long traits() {
			return -1L;
		}

	}

	private static final class WeakOnEverything implements ValueDetector {

		@Override
		public String name() {
			return "weak";
		}

		@Override
		public Category category() {
			return Category.INJECTION;
		}

		@Override
		public void detect(ValueView view, Findings findings) {
			findings.add(Finding.of(this, new Rule("any", "CWE-0", "Anything.", "Nothing."))
				.confidence(Confidence.WEAK)
				.at(view.input())
				.build());
		}

	}

}
