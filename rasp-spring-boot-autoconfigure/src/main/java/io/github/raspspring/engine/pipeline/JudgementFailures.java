package io.github.raspspring.engine.pipeline;

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
 * Makes a judgement that failed visible, at the edge and at execution, and turns it into
 * a finding where the policy says that what can't be judged must not pass. Thread-safe.
 */
public final class JudgementFailures {

	private final SecurityEventPublisher publisher;

	private final Supplier<String> references;

	private final Clock clock;

	/**
	 * Create what treats failures.
	 * @param publisher takes the events
	 * @param references makes their references
	 * @param clock tells their time
	 */
	public JudgementFailures(SecurityEventPublisher publisher, Supplier<String> references, Clock clock) {
		this.publisher = publisher;
		this.references = references;
		this.clock = clock;
	}

	/**
	 * Report a failure, once for each exchange and source. Errors that end the JVM are
	 * thrown on.
	 * @param source the detector or sink that failed
	 * @param inspection the exchange
	 * @param failure what was thrown
	 * @return whether it is the first one of this source in this exchange
	 */
	public boolean report(String source, Inspection inspection, Throwable failure) {
		JvmErrors.rethrow(failure);
		if (!inspection.noteFailure(source)) {
			return false;
		}
		this.publisher.publish(DetectorFailed.of(this.references.get(), this.clock.instant(), source, failure,
				inspection.policy().failureMode()));
		return true;
	}

	/**
	 * Return what a failure means for what could not be judged.
	 * @param source the detector or sink that failed
	 * @param rule what is reported where nothing unjudged may pass
	 * @param inspection the exchange
	 * @param failure what was thrown
	 * @return a finding that refuses, or {@code null} if the failure mode is open
	 */
	public @Nullable Finding refusal(String source, Rule rule, Inspection inspection, Throwable failure) {
		if (inspection.policy().failureMode() == FailureMode.OPEN) {
			return null;
		}
		return Finding.of(source, Category.PROTOCOL, rule)
			.confidence(Confidence.CERTAIN)
			.evidence(failure.getClass().getSimpleName())
			.build();
	}

}
