package io.github.raspspring.actuate;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Decision.Action;
import io.github.raspspring.engine.Deliveries;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionListener;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.event.DetectorFailed;
import io.github.raspspring.engine.event.InspectionBudgetExceeded;
import io.github.raspspring.engine.event.SecurityEvent;
import io.github.raspspring.engine.event.SecurityEventTally;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Counts exchanges, findings and failures. Tags are route templates and names of
 * detectors, never anything the client chose.
 */
public final class RaspMeters implements InspectionListener, SecurityEventTally {

	private final MeterRegistry registry;

	/** Looked up once per template of a route, of which the application has so many. */
	private final Map<Action, Map<String, Counter>> requests = new EnumMap<>(Action.class);

	/** As many as there are meters. */
	private final Map<Kind, Counter> findings = new ConcurrentHashMap<>();

	/** There are as many as kinds of events. */
	private final Map<Class<?>, Counter> events = new ConcurrentHashMap<>();

	/**
	 * Create the meters.
	 * @param registry where they are kept
	 */
	public RaspMeters(MeterRegistry registry) {
		this.registry = registry;
		for (Action action : Action.values()) {
			this.requests.put(action, new ConcurrentHashMap<>());
		}
	}

	/**
	 * Create the meters.
	 * @param registry where they are kept
	 * @param deliveries tells the application's listeners
	 * @param faults what is wrong with the product itself
	 */
	public RaspMeters(MeterRegistry registry, @Nullable Deliveries deliveries, OwnFaults faults) {
		this(registry);
		if (deliveries != null) {
			FunctionCounter.builder("rasp.listeners.dropped", deliveries, Deliveries::dropped)
				.description("What listeners were not told because too much waited")
				.register(registry);
		}
		Gauge.builder("rasp.faults", faults, (own) -> own.current().size())
			.description("Faults of the product itself")
			.register(registry);
	}

	@Override
	public boolean isImmediate() {
		return true;
	}

	@Override
	public void completed(Inspection inspection, Outcome outcome) {
		String route = (inspection.route() != null) ? inspection.route() : "none";
		requests(route, outcome.decision().action()).increment();
		if (!outcome.decision().findings().isEmpty()) {
			findings(route, outcome.decision().findings());
		}
	}

	private void findings(String route, List<Finding> findings) {
		for (Finding finding : findings) {
			Kind kind = new Kind(route, finding.detector(), finding.rule().id(), finding.confidence());
			Counter known = this.findings.get(kind);
			((known != null) ? known : this.findings.computeIfAbsent(kind, this::finding)).increment();
		}
	}

	private Counter finding(Kind kind) {
		return Counter.builder("rasp.findings")
			.description("What detectors and sinks saw")
			.tags("route", kind.route, "detector", kind.detector, "rule", kind.rule, "confidence",
					kind.confidence.name())
			.register(this.registry);
	}

	private Counter requests(String route, Action action) {
		Map<String, Counter> counters = Objects.requireNonNull(this.requests.get(action));
		Counter known = counters.get(route);
		return (known != null) ? known : counters.computeIfAbsent(route, (unknown) -> registered(unknown, action));
	}

	private Counter events(Class<?> type) {
		String name = type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
		return Counter.builder("rasp.events")
			.description("Events of security by kind, repeats included")
			.tag("type", name)
			.register(this.registry);
	}

	private Counter registered(String route, Action action) {
		return Counter.builder("rasp.requests")
			.description("Requests by what was decided: ALLOW, MONITOR, THROTTLE or BLOCK; the route is none where a "
					+ "request was refused before it was known")
			.tags("route", route, "action", action.name())
			.register(this.registry);
	}

	/**
	 * Count events by their kind, and what went wrong in the product itself: an exchange
	 * that was not judged in full for want of time, and a failure.
	 */
	@Override
	public void count(SecurityEvent event) {
		this.events.computeIfAbsent(event.getClass(), this::events).increment();
		if (event instanceof InspectionBudgetExceeded exceeded) {
			Counter.builder("rasp.budget.exceeded")
				.description("Requests that took longer to judge than rasp.inspection.budget allows")
				.tag("failure-mode", exceeded.failureMode().name())
				.register(this.registry)
				.increment();
		}
		else if (event instanceof DetectorFailed failure) {
			Counter.builder("rasp.failures")
				.description("Failures of the product itself, by the detector, sink or listener that failed")
				.tag("source", failure.source())
				.register(this.registry)
				.increment();
		}
	}

	/**
	 * What findings have in common that are counted together.
	 */
	private record Kind(String route, String detector, String rule, Confidence confidence) {

	}

}
