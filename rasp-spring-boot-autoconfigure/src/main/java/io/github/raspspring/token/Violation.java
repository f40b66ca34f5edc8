package io.github.raspspring.token;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Rule;

/**
 * A check that a token or its use does not pass.
 *
 * @param rule what it is reported as
 * @param confidence how sure it is that nothing honest does so
 * @param score points towards the threshold
 * @param evidence what is wrong, free of the token's content
 * @param challenge what the client is told if the request is refused
 */
public record Violation(Rule rule, Confidence confidence, int score, String evidence, Challenge challenge) {

	public static Violation of(TokenCheck check, String evidence) {
		return of(check, evidence, Challenge.INVALID_TOKEN);
	}

	public static Violation of(TokenCheck check, String evidence, Challenge challenge) {
		return new Violation(check.rule(), check.confidence(), check.score(), evidence, challenge);
	}

	/**
	 * Create a violation that is worth a note here and never a reason to refuse.
	 */
	public static Violation noted(TokenCheck check, String evidence) {
		return new Violation(check.rule(), Confidence.WEAK, 1, evidence, Challenge.INVALID_TOKEN);
	}

	/**
	 * Create the violation of a token that was good and has run out of time: a note, and
	 * nothing held against anybody.
	 */
	public static Violation late(String evidence) {
		return new Violation(TokenCheck.EXPIRED.rule(), Confidence.WEAK, 0, evidence, Challenge.INVALID_TOKEN);
	}

	/**
	 * Create the violation of a rule, which always suffices alone.
	 */
	public static Violation of(TokenRule rule, String evidence) {
		return new Violation(rule.rule(), Confidence.CERTAIN, Confidence.CERTAIN.score(), evidence,
				Challenge.INVALID_TOKEN);
	}

}
