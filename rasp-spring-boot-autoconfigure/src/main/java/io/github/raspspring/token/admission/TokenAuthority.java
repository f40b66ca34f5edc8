package io.github.raspspring.token.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.token.RouteRequirement;
import io.github.raspspring.token.TokenFailures;
import io.github.raspspring.token.TokenKey;
import io.github.raspspring.token.TokenMarks;
import io.github.raspspring.token.TokenReporter;
import io.github.raspspring.token.TokenRule;
import io.github.raspspring.token.TokenRules;
import io.github.raspspring.token.TokenUse;
import io.github.raspspring.token.UseRule;
import io.github.raspspring.token.VerifiedToken;
import io.github.raspspring.token.Violation;
import io.github.raspspring.token.form.TokenForm;
import io.github.raspspring.token.use.UseChecks;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Judges every token that Spring Security has verified, whichever decoder, resolver or
 * introspector did so: what it says, what the route asks for, whether it is revoked, and
 * how it is used. What costs nothing comes first; a token is used up only if nothing else
 * speaks against it. Thread-safe.
 */
public final class TokenAuthority {

	private final TokenRules rules;

	private final TokenForm form;

	private final List<RouteRequirement> routes;

	private final List<List<UseRule>> stages;

	private final TokenReporter reporter;

	private final TokenFailures failures;

	/**
	 * Create the authority.
	 * @param rules what holds for every token
	 * @param form judges form and header
	 * @param routes what routes ask for; the first that matches counts
	 * @param checks what is asked of the use of tokens
	 * @param reporter takes the findings
	 * @param failures treats failures
	 */
	public TokenAuthority(TokenRules rules, TokenForm form, List<RouteRequirement> routes, UseChecks checks,
			FindingReporter reporter, TokenFailures failures) {
		this.rules = rules;
		this.form = form;
		this.routes = List.copyOf(routes);
		this.stages = checks.stages();
		this.reporter = new TokenReporter(rules, reporter);
		this.failures = failures;
	}

	/**
	 * Judge a token.
	 * @param token the token, verified
	 * @param inspection the exchange
	 * @param request the request that brings it
	 * @return the refusal, or {@code null} if the request may go on
	 */
	@Nullable Refusal judge(VerifiedToken token, Inspection inspection, HttpServletRequest request) {
		if (this.reporter.isOff(inspection)) {
			return null;
		}
		try {
			List<Violation> violations = new ArrayList<>(2);
			judgeToken(token, inspection, request, violations);
			Refusal refusal = report(inspection, violations);
			return (refusal != null) ? refusal : judgeUse(use(token, inspection, request));
		}
		catch (Throwable ex) {
			Violation violation = this.failures.failed(inspection, ex);
			return (violation != null) ? report(inspection, List.of(violation)) : null;
		}
	}

	private void judgeToken(VerifiedToken token, Inspection inspection, HttpServletRequest request,
			List<Violation> violations) {
		if (!token.value().equals(request.getAttribute(TokenMarks.FORM))) {
			Violation violation = this.form.judge(token);
			if (violation != null) {
				violations.add(violation);
			}
		}
		if (token.isJwt() && token.value().equals(request.getAttribute(TokenMarks.RULES))) {
			return;
		}
		for (TokenRule rule : this.rules.rules()) {
			try {
				String violation = rule.violation(token);
				if (violation != null) {
					violations.add(Violation.of(rule, violation));
				}
			}
			catch (Throwable ex) {
				failed(inspection, ex, violations);
			}
		}
	}

	/**
	 * One rule that fails leaves the others at work.
	 */
	private void failed(Inspection inspection, Throwable failure, List<Violation> violations) {
		Violation violation = this.failures.failed(inspection, failure);
		if (violation != null) {
			violations.add(violation);
		}
	}

	private @Nullable Refusal judgeUse(TokenUse use) {
		Refusal refusal = null;
		for (List<UseRule> stage : this.stages) {
			List<Violation> violations = new ArrayList<>(2);
			for (UseRule rule : stage) {
				try {
					rule.check(use, violations::add);
				}
				catch (Throwable ex) {
					failed(use.inspection(), ex, violations);
				}
			}
			refusal = report(use.inspection(), violations);
			if (refusal != null) {
				break;
			}
		}
		Decision decision = (refusal != null) ? refusal.decision() : Decision.allow(use.inspection().policy().id());
		for (List<UseRule> stage : this.stages) {
			for (UseRule rule : stage) {
				rule.decided(use, decision);
			}
		}
		return refusal;
	}

	private TokenUse use(VerifiedToken token, Inspection inspection, HttpServletRequest request) {
		TokenKey key = TokenKey.of(token);
		if (!this.routes.isEmpty()) {
			PathContainer path = PathContainer.parsePath(inspection.path());
			for (RouteRequirement route : this.routes) {
				PathPattern.PathMatchInfo match = route.match(inspection.method(), path);
				if (match != null) {
					return new TokenUse(token, key, inspection, request, route, match.getUriVariables());
				}
			}
		}
		return new TokenUse(token, key, inspection, request, null, Map.of());
	}

	private @Nullable Refusal report(Inspection inspection, List<Violation> violations) {
		Refusal refusal = null;
		for (Violation violation : violations) {
			if (this.reporter.modeOf(inspection, violation.rule().id()) == EnforcementMode.OFF) {
				continue;
			}
			Decision decision = this.reporter.report(inspection, violation);
			if (decision.refuses()) {
				refusal = new Refusal(decision, (refusal != null) ? refusal.challenge() : violation.challenge());
			}
		}
		return refusal;
	}

}
