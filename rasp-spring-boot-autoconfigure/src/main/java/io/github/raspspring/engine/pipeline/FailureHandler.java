package io.github.raspspring.engine.pipeline;

import java.time.Clock;
import java.util.function.Supplier;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.DetectorFailed;
import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.SecurityEventPublisher;

/**
 * Makes a failure of the product itself visible and treats the request by the failure
 * mode of its policy.
 */
final class FailureHandler {

	private static final Rule JUDGED_BY_FAILURE = new Rule("failed", "CWE-754",
			"A detector failed, and the failure mode of the route is closed.",
			"Report the failure named in the detector's event; set rasp.failure-mode=open to let such requests pass.");

	private final SecurityEventPublisher publisher;

	private final Supplier<String> references;

	private final Clock clock;

	FailureHandler(SecurityEventPublisher publisher, Supplier<String> references, Clock clock) {
		this.publisher = publisher;
		this.references = references;
		this.clock = clock;
	}

	void failed(String source, Inspection inspection, Throwable failure, Findings findings) {
		FailureMode failureMode = inspection.policy().failureMode();
		this.publisher.publish(new DetectorFailed(this.references.get(), this.clock.instant(), source,
				failure.getClass().getName(), failureMode));
		if (failureMode == FailureMode.CLOSED) {
			findings.add(Finding.of(source, Category.PROTOCOL, JUDGED_BY_FAILURE)
				.confidence(Confidence.CERTAIN)
				.evidence(failure.getClass().getSimpleName())
				.build());
		}
	}

}
