package io.github.raspspring.engine.pipeline;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.ValueReader;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Values that nobody judged are there for whoever asks, in their place.
 */
class OmittedValuesTests {

	private final List<String> judged = new ArrayList<>();

	private final Policy policy = Policy.of(EnforcementMode.BLOCK);

	private final InspectionPipeline pipeline = new InspectionPipeline((method, path) -> this.policy,
			List.of(new EvilDetector(this.judged::add)), ValueReader.AS_ARRIVED, List.of(), (event) -> {
			}, () -> "reference", Clock.systemUTC());

	private final Exchange exchange = this.pipeline
		.begin(new RequestFacts("POST", "/", new ClientIdentity("192.0.2.1"), false));

	private int made;

	@Test
	void valuesWhenSomeWereOmittedThenStandInTheOrderOfTheDocument() {
		this.pipeline.arrived(this.exchange, values("query"));
		this.pipeline.arrived(this.exchange, values("b", "inner"), omitted(1, "a", "b", "c"));
		this.pipeline.arrived(this.exchange, values("argument"));
		assertThat(this.judged).containsExactly("query", "b", "inner", "argument");
		assertThat(texts()).containsExactly("query", "a", "b", "c", "inner", "argument");
		assertThat(texts()).hasSize(6);
		assertThat(this.made).isOne();
	}

	@Test
	void valuesWhenSomeOfSeveralDocumentsWereOmittedThenStandInTheirPlaces() {
		this.pipeline.arrived(this.exchange, values("b"), omitted(1, "a", "b"));
		this.pipeline.arrived(this.exchange, values("c", "e"), omitted(2, "c", "d", "e"));
		assertThat(texts()).containsExactly("a", "b", "c", "d", "e");
		this.pipeline.arrived(this.exchange, values(), omitted(0, "f"));
		assertThat(texts()).containsExactly("a", "b", "c", "d", "e", "f");
	}

	@Test
	void valuesWhenNothingWasKeptThenAreThere() {
		this.pipeline.arrived(this.exchange, values(), omitted(0, "a", "b"));
		assertThat(this.judged).isEmpty();
		assertThat(texts()).containsExactly("a", "b");
	}

	@Test
	void completeWhenNobodyAskedThenMakesNothing() {
		this.pipeline.arrived(this.exchange, values("b"), omitted(1, "a", "b"));
		assertThat(this.exchange.weight()).isGreaterThan(1000);
		this.pipeline.complete(this.exchange, 200);
		assertThat(this.made).isZero();
	}

	private List<String> texts() {
		return this.exchange.values().stream().map(InputValue::value).toList();
	}

	private OmittedValues omitted(int kept, String... all) {
		return OmittedValues.together(kept, 1000, () -> {
			this.made++;
			return values(all);
		}, WalkedTexts.NONE);
	}

	private static List<InputValue> values(String... texts) {
		return Arrays.stream(texts).map((text) -> new InputValue(InputLocation.JSON, "/a", text)).toList();
	}

}
