package io.github.raspspring.selfcheck;

import org.jspecify.annotations.Nullable;

/**
 * What became of one sample.
 *
 * @param source name of the detector or sink that has to see it
 * @param policy name of the policy under which it was tried
 * @param result what became of it
 * @param reason why it was not refused, {@code null} if it was
 */
record Verdict(String source, String policy, Result result, @Nullable String reason) {

	/**
	 * What may become of a sample.
	 */
	enum Result {

		/** A request like it is refused. */
		REFUSED,

		/** It is seen and recorded, and let pass. */
		WATCHED,

		/** It is not seen, or nothing is done about it. */
		MISSED

	}

}
