package io.github.raspspring.web;

import java.io.IOException;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Redaction;
import io.github.raspspring.engine.event.AnswerAborted;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import io.github.raspspring.engine.pipeline.Exchange;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Cuts the connection of a refused request whose answer is on its way already: an
 * exception that leaves the filters then makes the container close it.
 */
public final class CommittedAnswer {

	private static final String ABORTED = CommittedAnswer.class.getName();

	private final SecurityEventPublisher publisher;

	private final Supplier<String> references;

	private final Clock clock;

	private final Function<String, ? extends IOException> quietly;

	/**
	 * Create the end of such answers.
	 * @param publisher told when a connection is cut
	 * @param references makes a new unique reference at each call
	 * @param clock tells the time
	 * @param quietly makes an exception that the container does not log
	 */
	public CommittedAnswer(SecurityEventPublisher publisher, Supplier<String> references, Clock clock,
			Function<String, ? extends IOException> quietly) {
		this.publisher = publisher;
		this.references = references;
		this.clock = clock;
		this.quietly = quietly;
	}

	/**
	 * Note that the answer of a refused request can't be replaced.
	 * @return whether the connection has to be cut: the request is refused, and the
	 * answer on its way is none that says so
	 */
	private boolean note(Exchange exchange, ServletRequest request, HttpServletResponse response) {
		Decision decision = exchange.decision();
		if (!decision.refuses() || !response.isCommitted() || refuses(response)
				|| IdentityFilter.isChallenged(request)) {
			return false;
		}
		if (request.getAttribute(ABORTED) == null) {
			request.setAttribute(ABORTED, true);
			String where = Redaction.where(exchange.route(), exchange.path());
			this.publisher.publish(new AnswerAborted(this.references.get(), this.clock.instant(),
					String.valueOf(decision.reference()), exchange.method(), where));
		}
		return true;
	}

	/**
	 * Return the exception by which a refusal passes through the container unlogged.
	 */
	IOException quietly(Exchange exchange) {
		return this.quietly.apply("Refused, reference " + exchange.decision().reference());
	}

	/**
	 * Cut the connection if need be.
	 */
	void abortIfRefused(Exchange exchange, ServletRequest request, HttpServletResponse response) throws IOException {
		if (note(exchange, request, response)) {
			throw quietly(exchange);
		}
	}

	/**
	 * A bad request is refused in other words than the rest (RFC 6750, section 3.1).
	 */
	private static boolean refuses(HttpServletResponse response) {
		int status = response.getStatus();
		boolean problem = status == 400 && "application/problem+json".equals(response.getContentType());
		return problem || status == 401 || status == 429 || RefusalWriter.isRefusal(response);
	}

}
