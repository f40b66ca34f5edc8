package io.github.raspspring.web;

import java.io.IOException;
import java.util.List;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.JvmErrors;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Subject;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Judges the exchange again once its subject is verified: inside the security filter
 * chain where there is one, directly behind the {@link InspectionFilter} elsewhere.
 */
public final class IdentityFilter implements Filter {

	private static final String CHALLENGE = IdentityFilter.class.getName() + ".challenge";

	private final InspectionPipeline pipeline;

	private final SubjectResolver subjects;

	private final RefusalWriter refusals;

	private final AnswerHeaders headers;

	/**
	 * Create the filter.
	 * @param pipeline judges the exchange
	 * @param subjects finds the verified subject
	 * @param refusals answers what is refused
	 * @param headers adds what answers have that are given behind this filter
	 */
	public IdentityFilter(InspectionPipeline pipeline, SubjectResolver subjects, RefusalWriter refusals,
			AnswerHeaders headers) {
		this.pipeline = pipeline;
		this.subjects = subjects;
		this.refusals = refusals;
		this.headers = headers;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		Exchange exchange = ExchangeHolder.find(request);
		if (exchange == null || exchange.phase() != Phase.REQUEST
				|| RefusalWriter.isHandedOver((HttpServletRequest) request)) {
			chain.doFilter(request, response);
			return;
		}
		Subject subject = subject(exchange, (HttpServletRequest) request);
		if (subject != null || request.getDispatcherType() != DispatcherType.ERROR) {
			// An error page is anonymous, whoever was refused before.
			exchange.identifiedAs(subject);
		}
		Decision decision = this.pipeline.enter(exchange, Phase.IDENTITY, List.of());
		if (decision.refuses()) {
			if (isAnonymousOnly(exchange, decision)) {
				// An error page tells that it was refused before, in whatever way.
				boolean answered = request.getDispatcherType() == DispatcherType.ERROR;
				request.setAttribute(CHALLENGE, !answered);
				challenge(exchange, decision, (HttpServletRequest) request, (HttpServletResponse) response, chain);
				return;
			}
			refuse(exchange, decision, (HttpServletRequest) request, (HttpServletResponse) response);
			return;
		}
		this.refusals.announce(exchange, (HttpServletResponse) response);
		chain.doFilter(request, response);
	}

	private @Nullable Subject subject(Exchange exchange, HttpServletRequest request) {
		try {
			return this.subjects.resolve(request);
		}
		catch (Throwable ex) {
			JvmErrors.rethrow(ex);
			this.pipeline.failed(exchange, "subject-resolver", ex);
			return null;
		}
	}

	/**
	 * Whether all that is wrong is that nobody is authenticated.
	 */
	private static boolean isAnonymousOnly(Exchange exchange, Decision decision) {
		return decision.action() == Decision.Action.BLOCK && decision.findings()
			.stream()
			.allMatch((finding) -> finding.asksForAuthentication() || finding.confidence() == Confidence.WEAK
					|| finding.cap().softenedBy(exchange.policy().modeOf(finding.detector())) != EnforcementMode.BLOCK);
	}

	/**
	 * Let Spring Security ask who it is. A chain that translates no exception can't.
	 */
	private void challenge(Exchange exchange, Decision decision, HttpServletRequest request,
			HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
		try {
			chain.doFilter(request, response);
		}
		catch (RuntimeException ex) {
			if (request.getAttribute(CHALLENGE) != ex) {
				throw ex;
			}
			request.removeAttribute(CHALLENGE);
			refuse(exchange, decision, request, response);
		}
	}

	/**
	 * Return whether Spring Security is to ask who sends a request.
	 * @param request the request
	 * @return whether it is refused for want of authentication alone
	 */
	public static boolean isToBeChallenged(ServletRequest request) {
		return Boolean.TRUE.equals(request.getAttribute(CHALLENGE));
	}

	/**
	 * Note how Spring Security is made to ask.
	 * @param request the request
	 * @param challenge the exception that is about to be thrown
	 */
	public static void challenge(ServletRequest request, RuntimeException challenge) {
		request.setAttribute(CHALLENGE, challenge);
	}

	/**
	 * Return whether Spring Security has asked: its answer is the refusal, whatever it
	 * looks like.
	 */
	static boolean isChallenged(ServletRequest request) {
		Object challenge = request.getAttribute(CHALLENGE);
		return challenge != null && !Boolean.TRUE.equals(challenge);
	}

	private void refuse(Exchange exchange, Decision decision, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		if (!response.isCommitted()) {
			response.setStatus(RefusalWriter.statusOf(decision));
			this.headers.behindSecurity(request, response);
		}
		this.refusals.announce(exchange, response);
		this.refusals.write(decision, request, response);
	}

}
