package io.github.raspspring.engine;

/**
 * What happens to a request when the product itself fails to judge it.
 */
public enum FailureMode {

	/** The request passes; the failure is counted and reported. */
	OPEN,

	/** The request is refused where the mode is block. */
	CLOSED

}
