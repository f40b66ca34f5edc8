package io.github.raspspring.web;

import io.github.raspspring.engine.Decision;

/**
 * Leaves the advice around a controller when the request is refused there.
 */
class RequestRefusedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Decision decision;

	RequestRefusedException(Decision decision) {
		super("Refused before the handler ran, reference " + decision.reference(), null, false, false);
		this.decision = decision;
	}

	Decision decision() {
		return this.decision;
	}

}
