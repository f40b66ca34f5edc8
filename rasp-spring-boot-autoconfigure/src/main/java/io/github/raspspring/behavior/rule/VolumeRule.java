package io.github.raspspring.behavior.rule;

import java.util.Set;

import io.github.raspspring.behavior.ClientProfile;
import io.github.raspspring.behavior.LearntLimit;
import io.github.raspspring.behavior.RouteModel;
import io.github.raspspring.behavior.RouteUse;
import io.github.raspspring.behavior.UsageRule;
import io.github.raspspring.behavior.Visit;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Rule;

/**
 * One client uses one route far more often than clients do. The limit is learnt for each
 * route. OWASP API4, CWE-770.
 */
public final class VolumeRule implements UsageRule {

	/** The name under {@code rasp.behavior.detectors}. */
	public static final String KEY = "volume";

	private static final Rule TOO_OFTEN = new Rule("route-volume", "CWE-770",
			"The client uses the route far more often than clients usually do.",
			"If this is honest, raise rasp.behavior.adaptive.volume or allow the client.");

	private static final int POINTS = 2;

	private final RuleSettings settings;

	/**
	 * Create the rule.
	 * @param settings its settings, whose limit is that of each route
	 */
	public VolumeRule(RuleSettings settings) {
		this.settings = settings;
	}

	@Override
	public String name() {
		return Report.nameOf(KEY);
	}

	@Override
	public Set<Phase> phases() {
		return Set.of(Phase.HANDLER);
	}

	@Override
	public void judge(Visit visit, Findings findings) {
		RouteModel route = visit.route();
		int requests = (route != null) ? visit.use().requests() : 0;
		if (route == null || requests == 0) {
			return;
		}
		LearntLimit limit = route.limit(LearntLimit.Kind.VOLUME);
		if (limit.isExceeded(requests + 1, visit.crowd()) && reports(route, visit)) {
			findings.add(Report.tooMuch(name(), TOO_OFTEN, this.settings, POINTS, visit.now(),
					requests + " requests, allowed are " + limit.value() * visit.crowd()));
		}
	}

	/**
	 * Where nothing is refused, a busy client is told of once in a window.
	 */
	private boolean reports(RouteModel route, Visit visit) {
		ClientProfile actor = visit.actor();
		if (this.settings.mode() == EnforcementMode.BLOCK || actor == null) {
			return true;
		}
		synchronized (actor) {
			RouteUse use = actor.find(route);
			return use == null || use.tell(visit.now(), this.settings.millis());
		}
	}

}
