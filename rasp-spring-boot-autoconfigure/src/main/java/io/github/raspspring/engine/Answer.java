package io.github.raspspring.engine;

/**
 * What a route may answer with, as far as it is known.
 */
public enum Answer {

	/** Not known: the handler was not found yet. */
	UNKNOWN,

	/** JSON and nothing else, which no browser renders. */
	JSON,

	/** Anything, a page included. */
	ANYTHING

}
