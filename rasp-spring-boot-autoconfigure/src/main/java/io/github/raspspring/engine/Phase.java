package io.github.raspspring.engine;

/**
 * The moments of a request at which detectors run, in order.
 */
public enum Phase {

	/** Before authentication: path, raw query, headers and cookies are known. */
	REQUEST,

	/** After authentication: the verified subject is known as well. */
	IDENTITY,

	/** Around the handler: the route and the bound arguments are known as well. */
	HANDLER

}
