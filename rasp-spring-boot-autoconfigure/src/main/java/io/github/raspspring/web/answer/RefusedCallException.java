package io.github.raspspring.web.answer;

import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.SinkBlockedException;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * A refused call as code of Spring MVC knows what clients are to blame for: an
 * {@link ErrorResponse} of status 403, and annotated with it. Code that catches all
 * exceptions and asks for one of both leaves the answer to it.
 */
@ResponseStatus(HttpStatus.FORBIDDEN)
public final class RefusedCallException extends SinkBlockedException implements ErrorResponse {

	private static final long serialVersionUID = 1L;

	/**
	 * Create the exception.
	 * @param decision what was decided on the exchange
	 */
	public RefusedCallException(Decision decision) {
		super(decision);
	}

	@Override
	public HttpStatusCode getStatusCode() {
		return HttpStatus.FORBIDDEN;
	}

	@Override
	public ProblemDetail getBody() {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(getStatusCode(), "The request was refused.");
		problem.setProperty("reference", decision().reference());
		return problem;
	}

}
