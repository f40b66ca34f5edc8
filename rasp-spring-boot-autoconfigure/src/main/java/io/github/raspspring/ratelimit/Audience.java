package io.github.raspspring.ratelimit;

/**
 * Whose requests a plan is about.
 */
public enum Audience {

	/** All requests. */
	ANY,

	/** Requests without a verified subject. */
	ANONYMOUS,

	/** Requests with a verified subject. */
	AUTHENTICATED

}
