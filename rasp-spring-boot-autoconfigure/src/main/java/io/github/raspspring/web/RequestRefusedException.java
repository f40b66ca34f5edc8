package io.github.raspspring.web;

import io.github.raspspring.engine.Decision;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Leaves the advice around a controller, or whatever reads the request, when it is
 * refused there. Code that catches all exceptions can tell that the client is to blame.
 */
@ResponseStatus(HttpStatus.FORBIDDEN)
class RequestRefusedException extends RuntimeException implements ErrorResponse {

	private static final long serialVersionUID = 1L;

	private final transient Decision decision;

	RequestRefusedException(Decision decision) {
		super("Refused before the handler ran, reference " + decision.reference(), null, false, false);
		this.decision = decision;
	}

	Decision decision() {
		return this.decision;
	}

	@Override
	public HttpStatusCode getStatusCode() {
		return HttpStatusCode.valueOf(RefusalWriter.statusOf(this.decision));
	}

	@Override
	public ProblemDetail getBody() {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(getStatusCode(), "The request was refused.");
		problem.setProperty("reference", this.decision.reference());
		return problem;
	}

}
