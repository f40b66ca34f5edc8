package io.github.raspspring.token;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.Inspection;

/**
 * Makes findings of violations. The detail goes there and nowhere else.
 */
public final class TokenReporter {

	private final TokenRules rules;

	private final FindingReporter reporter;

	public TokenReporter(TokenRules rules, FindingReporter reporter) {
		this.rules = rules;
		this.reporter = reporter;
	}

	public EnforcementMode modeOf(Inspection inspection, String check) {
		return inspection.policy().modeOf(TokenRules.SOURCE).softenedBy(this.rules.capOf(check));
	}

	public boolean isOff(Inspection inspection) {
		return inspection.policy().modeOf(TokenRules.SOURCE) == EnforcementMode.OFF;
	}

	public Decision report(Inspection inspection, Violation violation) {
		return this.reporter.report(inspection, builder(inspection, violation).build());
	}

	Finding.Builder builder(Inspection inspection, Violation violation) {
		// A token is refused for one broken check, so each reaches the threshold alone.
		int score = (violation.confidence() == Confidence.CERTAIN)
				? Math.max(violation.score(), inspection.policy().blockScore()) : violation.score();
		return Finding.of(TokenRules.SOURCE, Category.TOKEN, violation.rule())
			.confidence(violation.confidence())
			.score(score)
			.evidence(violation.evidence())
			.cap(this.rules.capOf(violation.rule().id()));
	}

	public Decision throttle(Inspection inspection, Violation violation, java.time.Duration retryAfter) {
		return this.reporter.report(inspection, builder(inspection, violation).retryAfter(retryAfter).build());
	}

}
