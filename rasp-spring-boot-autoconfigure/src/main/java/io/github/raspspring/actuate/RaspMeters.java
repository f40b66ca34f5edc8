package io.github.raspspring.actuate;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.raspspring.engine.Decision.Action;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionListener;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.event.DetectorFailed;
import io.github.raspspring.engine.event.InspectionBudgetExceeded;
import io.github.raspspring.engine.event.SecurityEvent;
import io.github.raspspring.engine.event.SecurityEventTally;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts exchanges, findings and failures. Tags are route templates and names of
 * detectors, never anything the client chose.
 */
public final class RaspMeters implements InspectionListener, SecurityEventTally {

	private final MeterRegistry registry;

	/** Looked up once per template of a route, of which the application has so many. */
	private final Map<String, Counter> allowed = new ConcurrentHashMap<>();

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
		Action action = outcome.decision().action();
		if (action == Action.ALLOW) {
			this.allowed.computeIfAbsent(route, (key) -> requests(key, Action.ALLOW)).increment();
		}
		else {
			requests(route, action).increment();
		}
		for (Finding finding : outcome.decision().findings()) {
			this.registry
				.counter("rasp.findings", "route", route, "detector", finding.detector(), "rule", finding.rule().id(),
						"confidence", finding.confidence().name())
				.increment();
		}
	}

	private Counter requests(String route, Action action) {
		return this.registry.counter("rasp.requests", "route", route, "action", action.name());
	}

	/**
	 * Count what went wrong in the product itself: an exchange that was not judged in
	 * full for want of time, and a failure.
	 */
	@Override
	public void count(SecurityEvent event) {
		if (event instanceof InspectionBudgetExceeded exceeded) {
			this.registry.counter("rasp.budget.exceeded", "failure-mode", exceeded.failureMode().name()).increment();
		}
		else if (event instanceof DetectorFailed failure) {
			this.registry.counter("rasp.failures", "source", failure.source()).increment();
		}
	}

}
