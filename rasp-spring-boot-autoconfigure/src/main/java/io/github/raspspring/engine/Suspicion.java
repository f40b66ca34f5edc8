package io.github.raspspring.engine;

/**
 * How far trust in a client has fallen. Each step includes those before it.
 */
public enum Suspicion {

	/** Nothing speaks against the client; it is observed like all. */
	NONE,

	/** Everything the client sends is inspected, what is usually left out included. */
	INSPECT,

	/** The client gets less of what is limited. */
	TIGHTEN,

	/**
	 * Requests without a verified subject, and those that look like an attack, are
	 * refused.
	 */
	RESTRICT,

	/** The client is refused for a time. */
	BLOCK;

	/**
	 * Return whether trust has fallen at least as far as a step.
	 * @param step the step
	 * @return {@code true} if it has
	 */
	public boolean reaches(Suspicion step) {
		return compareTo(step) >= 0;
	}

}
