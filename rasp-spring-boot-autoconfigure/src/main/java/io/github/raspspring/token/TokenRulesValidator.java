package io.github.raspspring.token;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionScope;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Holds every token against the rules, as part of decoding it. A broken rule is a finding
 * of the current exchange; the token is refused where the exchange's policy is to block.
 * Outside of an exchange there is nothing to report to, and the application's mode
 * decides. The client is told nothing about the rule. Thread-safe.
 */
public final class TokenRulesValidator implements OAuth2TokenValidator<Jwt> {

	private static final OAuth2TokenValidatorResult REFUSED = OAuth2TokenValidatorResult.failure(new OAuth2Error(
			"invalid_token", "The token is not acceptable", "https://tools.ietf.org/html/rfc6750#section-3.1"));

	private final TokenRules rules;

	private final InspectionScope scope;

	private final FindingReporter reporter;

	private final EnforcementMode applicationMode;

	/**
	 * Create the validator.
	 * @param rules the rules
	 * @param scope holds the current exchange
	 * @param reporter takes the findings
	 * @param applicationMode how far to go when a token is decoded outside of an exchange
	 */
	public TokenRulesValidator(TokenRules rules, InspectionScope scope, FindingReporter reporter,
			EnforcementMode applicationMode) {
		this.rules = rules;
		this.scope = scope;
		this.reporter = reporter;
		this.applicationMode = applicationMode;
	}

	@Override
	public OAuth2TokenValidatorResult validate(Jwt token) {
		Inspection inspection = this.scope.current();
		EnforcementMode allowed = (inspection != null) ? inspection.policy().modeOf(TokenRules.SOURCE)
				: this.applicationMode;
		boolean refused = false;
		for (TokenRule rule : this.rules.rules()) {
			EnforcementMode mode = allowed.softenedBy(this.rules.capOf(rule));
			if (mode != EnforcementMode.OFF) {
				refused |= isBroken(rule, token, inspection) && mode == EnforcementMode.BLOCK;
			}
		}
		return refused ? REFUSED : OAuth2TokenValidatorResult.success();
	}

	private boolean isBroken(TokenRule rule, Jwt token, @Nullable Inspection inspection) {
		String violation = rule.violation(token);
		if (violation == null) {
			return false;
		}
		if (inspection != null) {
			this.reporter.report(inspection, finding(rule, violation, inspection));
		}
		return true;
	}

	private Finding finding(TokenRule rule, String violation, Inspection inspection) {
		// A token is refused for one broken rule, so each reaches the threshold alone.
		int score = Math.max(Confidence.CERTAIN.score(), inspection.policy().blockScore());
		return Finding.of(TokenRules.SOURCE, Category.TOKEN, rule.rule())
			.confidence(Confidence.CERTAIN)
			.score(score)
			.evidence(violation)
			.cap(this.rules.capOf(rule))
			.build();
	}

}
