package io.github.raspspring.behavior.health;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import io.github.raspspring.behavior.BehaviorMonitor;
import io.github.raspspring.behavior.RouteModel;
import io.github.raspspring.behavior.Trends;
import io.github.raspspring.behavior.UsageRule;
import io.github.raspspring.behavior.Visit;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.Phase;

/**
 * Notices that an endpoint answers otherwise than it did: the mix of statuses, the time
 * it takes, the size of what it answers. Refuses nobody; reports with the clients that
 * cause most of it. Thread-safe.
 */
public final class EndpointHealth implements UsageRule, BehaviorMonitor.Ticking {

	/** The name under {@code rasp.behavior.detectors}. */
	public static final String KEY = "endpoint-health";

	private final Map<RouteModel, RouteHealth> routes = new ConcurrentHashMap<>();

	private final HealthSettings settings;

	private final Trends.Alarm alarm;

	/**
	 * Create an instance that knows nothing yet.
	 * @param settings what is unusual
	 * @param alarm told when something is
	 */
	public EndpointHealth(HealthSettings settings, Trends.Alarm alarm) {
		this.settings = settings;
		this.alarm = alarm;
	}

	@Override
	public String name() {
		return BehaviorMonitor.PREFIX + KEY;
	}

	@Override
	public Set<Phase> phases() {
		return Set.of();
	}

	@Override
	public void judge(Visit visit, Findings findings) {
		// Nobody is judged by how endpoints are.
	}

	@Override
	public void count(Visit visit, Outcome outcome) {
		RouteModel route = visit.route();
		if (route != null && !outcome.decision().refuses()) {
			RouteHealth health = this.routes.get(route);
			if (health == null) {
				health = this.routes.computeIfAbsent(route, (unknown) -> new RouteHealth());
			}
			health.count(visit.inspection(), outcome);
		}
	}

	@Override
	public void tick(long now) {
		this.routes.forEach((route, health) -> health.close(route.name(), now, this.settings, this.alarm));
	}

	/**
	 * Describe how endpoints are.
	 * @return what is usual and what is now, by name of the route
	 */
	public Map<String, Object> describe() {
		Map<String, Object> shown = new TreeMap<>();
		this.routes.forEach((route, health) -> shown.put(route.name(), health.describe()));
		return shown;
	}

}
