package io.github.raspspring.engine;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What was decided on an exchange, and why.
 *
 * @param action what is done
 * @param score points of all findings
 * @param findings everything that was seen
 * @param policy name of the policy that applied
 * @param reference the handle by which the client and the report name this decision, or
 * {@code null} when there is nothing to name
 * @param retryAfter when a throttled client may come back, else {@code null}
 * @param inBlockMode what would be done if the route were in mode block
 */
public record Decision(Action action, int score, List<Finding> findings, String policy, @Nullable String reference,
		@Nullable Duration retryAfter, Action inBlockMode) {

	public Decision {
		findings = List.copyOf(findings);
	}

	/**
	 * Create a decision that mode block would not change.
	 * @param action what is done
	 * @param score points of all findings
	 * @param findings everything that was seen
	 * @param policy name of the policy that applied
	 * @param reference the handle of this decision, or {@code null}
	 * @param retryAfter when a throttled client may come back, else {@code null}
	 */
	public Decision(Action action, int score, List<Finding> findings, String policy, @Nullable String reference,
			@Nullable Duration retryAfter) {
		this(action, score, findings, policy, reference, retryAfter, action);
	}

	/**
	 * Create the decision on an exchange in which nothing was seen.
	 * @param policy name of the policy that applied
	 * @return the decision to let it pass
	 */
	public static Decision allow(String policy) {
		return new Decision(Action.ALLOW, 0, List.of(), policy, null, null);
	}

	/**
	 * Return whether the request is not served.
	 * @return {@code true} if blocked or throttled
	 */
	public boolean refuses() {
		return this.action == Action.BLOCK || this.action == Action.THROTTLE;
	}

	/**
	 * What is done. Ordered from the softest to the strictest.
	 */
	public enum Action {

		/** Nothing was seen. */
		ALLOW,

		/** Something was seen and recorded. */
		MONITOR,

		/** The client has to come back later. */
		THROTTLE,

		/** The request is refused. */
		BLOCK

	}

}
