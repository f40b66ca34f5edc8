package io.github.raspspring.engine;

/**
 * Thrown at a sink instead of running what the request's input has changed. Surfaces to
 * the client as the same answer as any other block. Carries nothing about the rule, and
 * no stack: whoever attacks would fill the log of an application that logs what it
 * catches. The event of its reference tells the sink and the route.
 */
public class SinkBlockedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Decision decision;

	/**
	 * Create the exception.
	 * @param decision what was decided on the exchange
	 */
	public SinkBlockedException(Decision decision) {
		super("Refused before execution, reference " + decision.reference(), null, false, false);
		this.decision = decision;
	}

	/**
	 * Return what was decided.
	 * @return the decision that refuses the exchange
	 */
	public Decision decision() {
		return this.decision;
	}

}
