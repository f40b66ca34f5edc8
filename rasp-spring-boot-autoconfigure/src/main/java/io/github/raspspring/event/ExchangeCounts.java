package io.github.raspspring.event;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import io.github.raspspring.engine.Decision.Action;
import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionListener;
import io.github.raspspring.engine.Outcome;

/**
 * Counts exchanges by what was decided on them, since the start.
 */
public final class ExchangeCounts implements InspectionListener, EndpointSection {

	private final Map<Action, LongAdder> byAction = new EnumMap<>(Action.class);

	public ExchangeCounts() {
		for (Action action : Action.values()) {
			this.byAction.put(action, new LongAdder());
		}
	}

	@Override
	public boolean isImmediate() {
		return true;
	}

	@Override
	public void completed(Inspection inspection, Outcome outcome) {
		LongAdder counter = this.byAction.get(outcome.decision().action());
		if (counter != null) {
			counter.increment();
		}
	}

	@Override
	public String name() {
		return "counts";
	}

	@Override
	public Map<String, Object> overview() {
		Map<String, Object> counts = new LinkedHashMap<>();
		this.byAction.forEach((action, counter) -> counts.put(key(action), counter.sum()));
		return counts;
	}

	@Override
	public Object content() {
		return overview();
	}

	private static String key(Action action) {
		return switch (action) {
			case ALLOW -> "allowed";
			case MONITOR -> "monitored";
			case THROTTLE -> "throttled";
			case BLOCK -> "blocked";
		};
	}

}
