package io.github.raspspring.attack.expression;

import io.github.raspspring.attack.DetectorContract;
import io.github.raspspring.inspect.Hit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExpressionInjectionDetectorTests extends DetectorContract {

	ExpressionInjectionDetectorTests() {
		super(new ExpressionInjectionDetector());
	}

	@Test
	void detectWhenLiteralsAreComputedThenNamesTheProbe() {
		assertThat(findings("${7*7}")).singleElement()
			.matches((finding) -> finding.rule() == ExpressionInjectionDetector.LITERAL_PROBE);
	}

	@Test
	void detectWhenHarmlessExpressionPrecedesThenStillReports() {
		assertThat(findings("${name} ".repeat(3000) + "${T(java.lang.Runtime).getRuntime()}")).singleElement()
			.matches((finding) -> finding.rule() == ExpressionInjectionDetector.SANDBOX_ESCAPE);
	}

	@Test
	void detectWhenEvidenceIsSpreadOverExpressionsThenDoesNotAddItUp() {
		assertThat(findings("${a.exec(b)} ${c.getProperty(d)}")).allMatch((finding) -> finding.score() < Hit.STRONG);
		assertThat(findings("${a.exec(b).getProperty(d)}")).anyMatch((finding) -> finding.score() >= Hit.STRONG);
	}

}
