package io.github.raspspring.token.admission;

import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.token.Challenge;
import io.github.raspspring.token.SentHeaders;
import io.github.raspspring.token.TokenCheck;
import io.github.raspspring.token.TokenFailures;
import io.github.raspspring.token.TokenKey;
import io.github.raspspring.token.TokenMarks;
import io.github.raspspring.token.TokenReporter;
import io.github.raspspring.token.TokenRules;
import io.github.raspspring.token.Violation;
import io.github.raspspring.token.form.TokenForm;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Decides which tokens get as far as being verified: those that come alone, in proper
 * form, and from clients that did not just send many bad ones. Looks at no claim, since
 * nothing is verified yet. Thread-safe.
 */
public final class TokenAdmission {

	private final TokenForm form;

	private final RefusedTokenCounts counts;

	private final VerifiedLately verified;

	private final TokenReporter reporter;

	private final TokenFailures failures;

	/**
	 * Create the admission.
	 * @param rules how far each check may go
	 * @param form judges form and header
	 * @param counts counts refused tokens
	 * @param verified remembers good ones
	 * @param reporter takes the findings
	 * @param failures treats failures
	 */
	public TokenAdmission(TokenRules rules, TokenForm form, RefusedTokenCounts counts, VerifiedLately verified,
			FindingReporter reporter, TokenFailures failures) {
		this.form = form;
		this.counts = counts;
		this.verified = verified;
		this.reporter = new TokenReporter(rules, reporter);
		this.failures = failures;
	}

	/**
	 * Return whether nothing is to be judged.
	 */
	boolean isOff(Inspection inspection) {
		return this.reporter.isOff(inspection);
	}

	@Nullable Refusal judge(Inspection inspection, HttpServletRequest request) {
		try {
			Credentials credentials = Credentials.of(SentHeaders.of(request), inspection);
			Refusal refusal = null;
			for (Violation violation : judge(credentials, request)) {
				Refusal next = report(inspection, violation);
				refusal = (refusal != null) ? refusal : next;
			}
			if (refusal != null) {
				return refusal;
			}
			return credentials.areThere() ? admit(credentials, inspection, request) : null;
		}
		catch (Throwable ex) {
			Violation violation = this.failures.failed(inspection, ex);
			return (violation != null) ? report(inspection, violation) : null;
		}
	}

	private List<Violation> judge(Credentials credentials, HttpServletRequest request) {
		List<Violation> violations = new ArrayList<>(2);
		if (credentials.areSeveral()) {
			violations.add(Violation.of(TokenCheck.SEVERAL_TOKENS,
					credentials.headers() + " in headers, " + credentials.queries() + " in the query",
					Challenge.INVALID_REQUEST));
		}
		if (credentials.queries() > 0) {
			violations.add(Violation.of(TokenCheck.TOKEN_IN_QUERY, "parameter access_token"));
		}
		if (credentials.cookies() > 0) {
			violations.add(Violation.of(TokenCheck.TOKEN_IN_COOKIE, "cookie access_token"));
		}
		String token = credentials.token();
		Violation violation = (token != null) ? this.form.judge(token) : null;
		if (violation != null) {
			violations.add(violation);
		}
		if (token != null && TokenForm.looksLikeJwt(token)) {
			request.setAttribute(TokenMarks.FORM, token);
		}
		return violations;
	}

	/**
	 * Tokens are counted apart by where they come from: anybody can make a browser send
	 * one in a query, and a neighbor's cookie.
	 */
	private @Nullable Refusal admit(Credentials credentials, Inspection inspection, HttpServletRequest request) {
		String token = String.valueOf(credentials.presented());
		TokenKey key = VerifiedLately.key(token);
		VerifiedLately.Standing standing = this.verified.standing(key);
		request.setAttribute(TokenMarks.PRESENTED, new PresentedToken(token, key, standing));
		if (standing == VerifiedLately.Standing.GOOD) {
			return null;
		}
		RefusedTokenCounts.Ticket ticket = this.counts.begin(credentials.place() + ' ' + inspection.client().network());
		if (ticket != null) {
			request.setAttribute(TokenMarks.TICKET, ticket);
			return null;
		}
		Violation violation = Violation.of(TokenCheck.TOO_MANY_REFUSALS, "within a minute", Challenge.LATER);
		Decision decision = this.reporter.throttle(inspection, violation, RefusedTokenCounts.WINDOW);
		return decision.refuses() ? new Refusal(decision, violation.challenge()) : null;
	}

	private @Nullable Refusal report(Inspection inspection, Violation violation) {
		if (this.reporter.modeOf(inspection, violation.rule().id()) == EnforcementMode.OFF) {
			return null;
		}
		Decision decision = this.reporter.report(inspection, violation);
		return decision.refuses() ? new Refusal(decision, violation.challenge()) : null;
	}

	/**
	 * Note a token that Spring Security refused without an event, as managers do that an
	 * application makes for itself.
	 */
	void refused(Inspection inspection, HttpServletRequest request, @Nullable TimeReason reason) {
		request.setAttribute(TokenMarks.REFUSED, Boolean.TRUE);
		boolean replayed = request.getAttribute(TokenMarks.REPLAYED) != null;
		TokenCheck check = (reason == TimeReason.EARLY) ? TokenCheck.NOT_YET_VALID : TokenCheck.REFUSED;
		this.reporter.report(inspection,
				Violation.of(replayed ? TokenCheck.PROOF_REPLAYED : check, "answered with a challenge"));
	}

	/**
	 * Note a token that Spring Security refused because it has expired.
	 */
	void late(Inspection inspection, HttpServletRequest request) {
		request.setAttribute(TokenMarks.EXPIRED, Boolean.TRUE);
		this.reporter.report(inspection, Violation.late("answered with a challenge"));
	}

	/**
	 * Leave the place of a token, of which is known by now whether it was refused.
	 */
	static void leavePlace(HttpServletRequest request) {
		if (request.getAttribute(TokenMarks.TICKET) instanceof RefusedTokenCounts.Ticket ticket) {
			ticket.settle(request.getAttribute(TokenMarks.REFUSED) != null);
		}
	}

	/**
	 * Leave the place of a token, and remember what became of it.
	 */
	void settle(HttpServletRequest request) {
		leavePlace(request);
		PresentedToken token = PresentedToken.of(request);
		if (token == null) {
			return;
		}
		if (request.getAttribute(TokenMarks.REFUSED) != null) {
			this.verified.remove(token.key());
		}
		else if (request.getAttribute(TokenMarks.EXPIRED) != null) {
			this.verified.end(token.key());
		}
		else if (token.text().equals(request.getAttribute(TokenMarks.VERIFIED))) {
			this.verified.add(token.key());
		}
	}

}
