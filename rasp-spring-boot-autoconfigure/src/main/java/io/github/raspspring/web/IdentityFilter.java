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
 * chain where there is one, directly behind the {@link InspectionFilter} elsewhere. One
 * filter for all that waits for authentication: Spring Security observes each filter of
 * its chain at every request, which costs more than what the filter does.
 */
public final class IdentityFilter implements Filter {

	private static final String CHALLENGED = IdentityFilter.class.getName() + ".challenged";

	private static final Filter NOTHING = (request, response, chain) -> chain.doFilter(request, response);

	private final InspectionPipeline pipeline;

	private final SubjectResolver subjects;

	private final RefusalWriter refusals;

	private final AnswerHeaders headers;

	private final Filter tokens;

	private final Filter challenge;

	/**
	 * Create a filter for applications without Spring Security.
	 * @param pipeline judges the exchange
	 * @param subjects finds the verified subject
	 * @param refusals answers what is refused
	 * @param headers adds what answers have that are given behind this filter
	 */
	public IdentityFilter(InspectionPipeline pipeline, SubjectResolver subjects, RefusalWriter refusals,
			AnswerHeaders headers) {
		this(pipeline, subjects, refusals, headers, NOTHING, NOTHING);
	}

	/**
	 * Create the filter.
	 * @param pipeline judges the exchange
	 * @param subjects finds the verified subject
	 * @param refusals answers what is refused
	 * @param headers adds what answers have that are given behind this filter
	 * @param tokens judges what the subject was verified by, once the exchange knows who
	 * it is and before anything else is judged
	 * @param challenge asks who sends a request that is refused for want of
	 * authentication alone, or goes on where it can't
	 */
	public IdentityFilter(InspectionPipeline pipeline, SubjectResolver subjects, RefusalWriter refusals,
			AnswerHeaders headers, Filter tokens, Filter challenge) {
		this.pipeline = pipeline;
		this.subjects = subjects;
		this.refusals = refusals;
		this.headers = headers;
		this.tokens = tokens;
		this.challenge = challenge;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		Exchange exchange = ExchangeHolder.find(request);
		if (exchange == null || exchange.phase() != Phase.REQUEST) {
			this.tokens.doFilter(request, response, chain);
			return;
		}
		Subject subject = subject(exchange, (HttpServletRequest) request);
		if (subject != null) {
			exchange.identifiedAs(subject);
		}
		if (RefusalWriter.isHandedOver((HttpServletRequest) request)) {
			this.tokens.doFilter(request, response, chain);
		}
		else if (this.tokens == NOTHING) {
			judge(exchange, subject, (HttpServletRequest) request, (HttpServletResponse) response, chain);
		}
		else {
			this.tokens.doFilter(request, response, (passed, answer) -> judge(exchange, subject,
					(HttpServletRequest) passed, (HttpServletResponse) answer, chain));
		}
	}

	private void judge(Exchange exchange, @Nullable Subject subject, HttpServletRequest request,
			HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
		boolean errorPage = request.getDispatcherType() == DispatcherType.ERROR;
		if (subject == null && !errorPage) {
			// An error page is anonymous, whoever was refused before.
			exchange.identifiedAs(null);
		}
		Decision decision = this.pipeline.enter(exchange, Phase.IDENTITY, List.of());
		if (!decision.refuses()) {
			this.refusals.announce(exchange, response);
			chain.doFilter(request, response);
		}
		else if (!isAnonymousOnly(exchange, decision)) {
			refuse(exchange, decision, request, response);
		}
		else if (errorPage) {
			// It tells that the request was refused before, in whatever way.
			request.setAttribute(CHALLENGED, true);
			chain.doFilter(request, response);
		}
		else {
			challenge(exchange, decision, request, response);
		}
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
			HttpServletResponse response) throws IOException, ServletException {
		request.setAttribute(CHALLENGED, true);
		this.challenge.doFilter(request, response, (unasked, answer) -> {
			unasked.removeAttribute(CHALLENGED);
			refuse(exchange, decision, request, response);
		});
	}

	/**
	 * Return whether Spring Security has asked: its answer is the refusal, whatever it
	 * looks like.
	 */
	static boolean isChallenged(ServletRequest request) {
		return request.getAttribute(CHALLENGED) != null;
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
