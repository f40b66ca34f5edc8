package io.github.raspspring.engine.event;

/**
 * Events can't be written, and trying again would not help: the receiver refuses them.
 */
public final class UndeliverableException extends Exception {

	private static final long serialVersionUID = 1L;

	/**
	 * Create the exception.
	 * @param message why, free of secrets
	 */
	public UndeliverableException(String message) {
		super(message);
	}

}
