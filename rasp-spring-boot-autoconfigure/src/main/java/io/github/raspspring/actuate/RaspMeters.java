package io.github.raspspring.actuate;

import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionListener;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.event.DetectorFailed;
import io.github.raspspring.engine.event.InspectionBudgetExceeded;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts exchanges, findings and failures. Tags are route templates and names of
 * detectors, never anything the client chose.
 */
public final class RaspMeters implements InspectionListener {

	private final MeterRegistry registry;

	/**
	 * Create the meters.
	 * @param registry where they are kept
	 */
	public RaspMeters(MeterRegistry registry) {
		this.registry = registry;
	}

	@Override
	public boolean isImmediate() {
		return true;
	}

	@Override
	public void completed(Inspection inspection, Outcome outcome) {
		String route = (inspection.route() != null) ? inspection.route() : "none";
		String action = outcome.decision().action().name();
		this.registry.counter("rasp.requests", "route", route, "action", action).increment();
		for (Finding finding : outcome.decision().findings()) {
			this.registry
				.counter("rasp.findings", "route", route, "detector", finding.detector(), "rule", finding.rule().id(),
						"confidence", finding.confidence().name())
				.increment();
		}
	}

	/**
	 * Count an exchange that was not judged in full for want of time.
	 * @param exceeded what was left
	 */
	public void exceeded(InspectionBudgetExceeded exceeded) {
		this.registry.counter("rasp.budget.exceeded", "failure-mode", exceeded.failureMode().name()).increment();
	}

	/**
	 * Count a failure of the product itself.
	 * @param failure what failed
	 */
	public void failed(DetectorFailed failure) {
		this.registry.counter("rasp.failures", "source", failure.source()).increment();
	}

}
