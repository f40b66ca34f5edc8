package io.github.raspspring.policy.advice;

import java.util.List;

/**
 * What would take a route to mode block.
 *
 * @param method the HTTP method
 * @param template the pattern of the handler
 * @param policy name of the policy that applies now
 * @param verdict whether to do it
 * @param watched names of detectors that are to go on watching
 * @param parameters names of the values in which those find what callers send who are
 * served
 */
public record Promotion(String method, String template, String policy, Verdict verdict, List<String> watched,
		List<String> parameters) {

	public Promotion {
		watched = List.copyOf(watched);
		parameters = List.copyOf(parameters);
	}

	/**
	 * Return whether there is something to be done.
	 */
	boolean isDue() {
		return this.verdict == Verdict.PROMOTE || this.verdict == Verdict.PROMOTE_IN_PART;
	}

	String where() {
		return this.parameters.isEmpty() ? "the request" : String.join(", ", this.parameters);
	}

	/**
	 * Whether to take a route to mode block.
	 */
	public enum Verdict {

		/** It is there. */
		BLOCKS,

		/** There is too little evidence. */
		WATCH,

		/** Do it. */
		PROMOTE,

		/**
		 * Do it, but let some detectors go on watching, or leave some parameters alone.
		 */
		PROMOTE_IN_PART

	}

}
