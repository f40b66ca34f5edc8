package io.github.raspspring.token.claims;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.JvmErrors;
import io.github.raspspring.engine.Subject;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.token.Challenge;
import io.github.raspspring.token.TokenCheck;
import io.github.raspspring.token.TokenMarks;
import io.github.raspspring.token.TokenReporter;
import io.github.raspspring.token.TokenRule;
import io.github.raspspring.token.TokenRules;
import io.github.raspspring.token.VerifiedToken;
import io.github.raspspring.token.Violation;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Holds every token against the rules, as part of decoding it: the early form of what
 * {@code TokenAuthority} does for every set-up. A broken rule is a finding of the current
 * exchange; the token is refused where the exchange's policy is to block. Outside of an
 * exchange there is nothing to report to, and the application's mode decides. The client
 * is told nothing about the rule. Thread-safe.
 */
public final class TokenRulesValidator implements OAuth2TokenValidator<Jwt> {

	private static final OAuth2TokenValidatorResult REFUSED = OAuth2TokenValidatorResult.failure(new OAuth2Error(
			"invalid_token", Challenge.UNACCEPTABLE, "https://tools.ietf.org/html/rfc6750#section-3.1"));

	private final TokenRule[] rules;

	/** How far each of them may go. */
	private final EnforcementMode[] caps;

	private final InspectionScope scope;

	private final TokenReporter reporter;

	private final EnforcementMode applicationMode;

	private final Function<Jwt, @Nullable Subject> subjects;

	/**
	 * Create the validator of tokens that name nobody.
	 * @param rules the rules
	 * @param scope holds the current exchange
	 * @param reporter takes the findings
	 * @param applicationMode how far to go when a token is decoded outside of an exchange
	 */
	public TokenRulesValidator(TokenRules rules, InspectionScope scope, FindingReporter reporter,
			EnforcementMode applicationMode) {
		this(rules, scope, reporter, applicationMode, (token) -> null);
	}

	/**
	 * Create the validator.
	 * @param rules the rules
	 * @param scope holds the current exchange
	 * @param reporter takes the findings
	 * @param applicationMode how far to go when a token is decoded outside of an exchange
	 * @param subjects tells whom a token names whose signature is verified
	 */
	public TokenRulesValidator(TokenRules rules, InspectionScope scope, FindingReporter reporter,
			EnforcementMode applicationMode, Function<Jwt, @Nullable Subject> subjects) {
		this.rules = rules.rules().toArray(TokenRule[]::new);
		this.caps = new EnforcementMode[this.rules.length];
		for (int i = 0; i < this.caps.length; i++) {
			this.caps[i] = rules.capOf(this.rules[i].rule().id());
		}
		this.scope = scope;
		this.reporter = new TokenReporter(rules, reporter);
		this.applicationMode = applicationMode;
		this.subjects = subjects;
	}

	@Override
	public OAuth2TokenValidatorResult validate(Jwt token) {
		Inspection inspection = this.scope.current();
		EnforcementMode allowed = (inspection != null) ? inspection.policy().modeOf(TokenRules.SOURCE)
				: this.applicationMode;
		VerifiedToken verified = VerifiedToken.of(token);
		Map<TokenRule, String> broken = Map.of();
		boolean refused = false;
		boolean failed = false;
		for (int i = 0; i < this.rules.length; i++) {
			TokenRule rule = this.rules[i];
			EnforcementMode mode = allowed.softenedBy(this.caps[i]);
			try {
				String violation = (mode != EnforcementMode.OFF) ? rule.violation(verified) : null;
				if (violation != null) {
					broken = broken.isEmpty() ? new LinkedHashMap<>() : broken;
					broken.put(rule, violation);
					refused |= mode == EnforcementMode.BLOCK;
				}
			}
			catch (Throwable ex) {
				JvmErrors.rethrow(ex);
				failed = true;
			}
		}
		if (failed && !refused) {
			// TokenAuthority asks all of them again, and treats what fails.
			return OAuth2TokenValidatorResult.success();
		}
		if (inspection != null && !broken.isEmpty()) {
			identify(inspection, token);
			report(inspection, broken);
		}
		TokenMarks.set(TokenMarks.RULES, token.getTokenValue());
		return refused ? REFUSED : OAuth2TokenValidatorResult.success();
	}

	/**
	 * A token that has expired and is good in all else is nothing to hold against
	 * anybody.
	 */
	private void report(Inspection inspection, Map<TokenRule, String> broken) {
		boolean late = broken.keySet().stream().allMatch((rule) -> rule.rule().equals(TokenCheck.EXPIRED.rule()));
		if (late) {
			TokenMarks.set(TokenMarks.EXPIRED, Boolean.TRUE);
		}
		if (broken.keySet().stream().allMatch((rule) -> rule.rule().equals(TokenCheck.NOT_YET_VALID.rule()))) {
			TokenMarks.set(TokenMarks.EARLY, Boolean.TRUE);
		}
		broken.forEach((rule, violation) -> this.reporter.report(inspection,
				late ? Violation.late(violation) : Violation.of(rule, violation)));
	}

	/**
	 * A decoder asks validators once it has verified the signature, so what the token
	 * says of its subject is true, even if nobody is authenticated by it.
	 */
	private void identify(Inspection inspection, Jwt token) {
		if (inspection instanceof Exchange exchange && exchange.subject() == null) {
			exchange.identifiedAs(subject(token));
		}
	}

	private @Nullable Subject subject(Jwt token) {
		try {
			return this.subjects.apply(token);
		}
		catch (Throwable ex) {
			// A converter of the application need not cope with tokens that are refused.
			JvmErrors.rethrow(ex);
			return null;
		}
	}

}
