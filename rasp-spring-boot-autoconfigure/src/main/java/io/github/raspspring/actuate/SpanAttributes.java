package io.github.raspspring.actuate;

import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionListener;
import io.github.raspspring.engine.Outcome;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

/**
 * Adds what was decided to the observation of the request, so that it becomes attributes
 * of its span: by the reference a trace leads to the event. Adds nothing to requests in
 * which nothing was seen, and no tag to any meter.
 */
public final class SpanAttributes implements InspectionListener {

	private static final int MOST_RULES = 8;

	private final ObservationRegistry registry;

	/**
	 * Create it.
	 * @param registry knows the observation of the thread
	 */
	public SpanAttributes(ObservationRegistry registry) {
		this.registry = registry;
	}

	@Override
	public boolean isImmediate() {
		return true;
	}

	@Override
	public void completed(Inspection inspection, Outcome outcome) {
		Decision decision = outcome.decision();
		if (decision.action() == Decision.Action.ALLOW) {
			return;
		}
		Observation observation = this.registry.getCurrentObservation();
		if (observation != null) {
			keys(decision).forEach(observation::highCardinalityKeyValue);
		}
	}

	private static List<KeyValue> keys(Decision decision) {
		return List.of(KeyValue.of("rasp.action", decision.action().name()),
				KeyValue.of("rasp.reference", String.valueOf(decision.reference())),
				KeyValue.of("rasp.policy", decision.policy()),
				KeyValue.of("rasp.score", Integer.toString(decision.score())),
				KeyValue.of("rasp.rules", rules(decision.findings())));
	}

	private static String rules(List<Finding> findings) {
		List<String> rules = new ArrayList<>(MOST_RULES);
		for (int i = 0; i < findings.size() && rules.size() < MOST_RULES; i++) {
			String rule = findings.get(i).detector() + '.' + findings.get(i).rule().id();
			if (!rules.contains(rule)) {
				rules.add(rule);
			}
		}
		return String.join(",", rules);
	}

}
