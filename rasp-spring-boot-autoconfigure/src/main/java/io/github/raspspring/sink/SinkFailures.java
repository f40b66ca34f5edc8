package io.github.raspspring.sink;

import java.time.Clock;
import java.util.function.Supplier;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.JvmErrors;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.event.DetectorFailed;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import org.jspecify.annotations.Nullable;

/**
 * Makes a failed judgement visible, and turns it into a finding where the policy says
 * that what can't be judged must not run.
 */
final class SinkFailures {

	private static final Rule NOT_JUDGED = new Rule("failed", "CWE-754",
			"A call could not be judged before execution, and the failure mode of the route is closed.",
			"Report the failure named in the event; set rasp.failure-mode=open to let such calls run.");

	private final SecurityEventPublisher publisher;

	private final Supplier<String> references;

	private final Clock clock;

	SinkFailures(SecurityEventPublisher publisher, Supplier<String> references, Clock clock) {
		this.publisher = publisher;
		this.references = references;
		this.clock = clock;
	}

	/**
	 * Treat a failure. Each call that can't be judged is treated, the first one of an
	 * exchange and kind is reported.
	 */
	@Nullable Finding failed(SinkKind kind, Inspection inspection, Throwable failure) {
		JvmErrors.rethrow(failure);
		FailureMode failureMode = inspection.policy().failureMode();
		if (inspection.noteFailure(kind.source())) {
			publish(kind, failure, failureMode);
		}
		if (failureMode == FailureMode.OPEN) {
			return null;
		}
		return Finding.of(kind.source(), Category.PROTOCOL, NOT_JUDGED)
			.confidence(Confidence.CERTAIN)
			.evidence(failure.getClass().getSimpleName())
			.build();
	}

	private void publish(SinkKind kind, Throwable failure, FailureMode failureMode) {
		this.publisher.publish(
				DetectorFailed.of(this.references.get(), this.clock.instant(), kind.source(), failure, failureMode));
	}

}
