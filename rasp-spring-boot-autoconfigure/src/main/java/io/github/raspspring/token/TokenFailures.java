package io.github.raspspring.token;

import java.time.Clock;
import java.util.function.Supplier;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import io.github.raspspring.engine.pipeline.JudgementFailures;
import org.jspecify.annotations.Nullable;

/**
 * Makes a failure of this room, or of an extension of it, visible, and treats the request
 * by the failure mode of its policy.
 */
public final class TokenFailures {

	private static final Rule FAILED = new Rule("failed", "CWE-754",
			"A token could not be judged, and the failure mode of the route is closed.",
			"Report the failure named in the event; set rasp.failure-mode=open to let such requests pass.");

	private final JudgementFailures failures;

	/**
	 * Create the handler.
	 * @param publisher takes the events
	 * @param references makes a new unique reference at each call
	 * @param clock tells the time
	 */
	public TokenFailures(SecurityEventPublisher publisher, Supplier<String> references, Clock clock) {
		this.failures = new JudgementFailures(publisher, references, clock);
	}

	public @Nullable Violation failed(Inspection inspection, Throwable failure) {
		this.failures.report(TokenRules.SOURCE, inspection, failure);
		boolean closed = inspection.policy().failureMode() == FailureMode.CLOSED;
		return closed ? new Violation(FAILED, Confidence.CERTAIN, Confidence.CERTAIN.score(),
				failure.getClass().getSimpleName(), Challenge.FORBIDDEN) : null;
	}

}
