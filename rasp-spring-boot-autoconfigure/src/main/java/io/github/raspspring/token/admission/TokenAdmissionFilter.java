package io.github.raspspring.token.admission;

import java.io.IOException;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.token.TokenMarks;
import io.github.raspspring.token.TokenRules;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Judges tokens right before Spring Security verifies them, and completes the answer
 * where Spring Security refuses one. Once per request, whatever its dispatches.
 */
public final class TokenAdmissionFilter implements Filter {

	private static final String SEEN = TokenAdmissionFilter.class.getName();

	private final TokenAdmission admission;

	private final InspectionScope scope;

	/**
	 * Create the filter.
	 * @param admission judges the tokens
	 * @param scope where the exchange is found
	 */
	public TokenAdmissionFilter(TokenAdmission admission, InspectionScope scope) {
		this.admission = admission;
		this.scope = scope;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		Inspection inspection = this.scope.current();
		if (inspection == null || request.getAttribute(SEEN) != null || this.admission.isOff(inspection)) {
			chain.doFilter(request, response);
			return;
		}
		request.setAttribute(SEEN, Boolean.TRUE);
		filter(inspection, (HttpServletRequest) request, (HttpServletResponse) response, chain);
	}

	private void filter(Inspection inspection, HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws IOException, ServletException {
		Refusal refusal = this.admission.judge(inspection, request);
		if (refusal != null) {
			TokenAnswer.write(refusal, request, response);
			return;
		}
		try {
			chain.doFilter(request, response);
			if (isRefusedSilently(request, response)) {
				note(inspection, request, response.getHeader("WWW-Authenticate"));
			}
		}
		finally {
			// Neither a key server that is down nor a failure behind is the client's
			// fault.
			this.admission.settle(request);
		}
		if (request.getAttribute(TokenMarks.REFUSED) != null && inspection instanceof Exchange exchange
				&& !exchange.findings().isEmpty() && isBlocking(inspection)) {
			TokenAnswer.complete(exchange.decision(), response);
		}
	}

	private void note(Inspection inspection, HttpServletRequest request, String challenge) {
		TimeReason reason = TimeReason.in(challenge);
		if (reason == TimeReason.EXPIRED) {
			this.admission.late(inspection, request);
		}
		else {
			this.admission.refused(inspection, request, reason);
		}
	}

	private static boolean isRefusedSilently(HttpServletRequest request, HttpServletResponse response) {
		if (response.getStatus() != 401 || request.getAttribute(TokenMarks.REFUSED) != null
				|| request.getAttribute(TokenMarks.PRESENTED) == null && !Credentials.isBearer(request)
				|| request.getAttribute(VerifiedTokenFilter.SEEN) != null
				|| request.getAttribute(TokenMarks.EXPIRED) != null) {
			return false;
		}
		String challenge = response.getHeader("WWW-Authenticate");
		return challenge != null && (challenge.contains("error=\"invalid_token\"")
				|| challenge.contains("error=\"invalid_dpop_proof\""));
	}

	private static boolean isBlocking(Inspection inspection) {
		return inspection.policy().modeOf(TokenRules.SOURCE) == EnforcementMode.BLOCK;
	}

}
