package io.github.raspspring.behavior.rule;

import java.util.Set;

import io.github.raspspring.behavior.ClientProfile;
import io.github.raspspring.behavior.LearntLimit;
import io.github.raspspring.behavior.RouteModel;
import io.github.raspspring.behavior.RouteUse;
import io.github.raspspring.behavior.UsageRule;
import io.github.raspspring.behavior.Visit;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Rule;

/**
 * One client asks for more different objects of one route than clients do, within minutes
 * or a day; sooner if it goes from number to number, or if most are missing or denied.
 * Who asks for the same object again and again does not enumerate. OWASP API1, CWE-639.
 */
public final class ObjectEnumerationRule implements UsageRule {

	/** The name under {@code rasp.behavior.detectors}. */
	public static final String KEY = "enumeration";

	private static final Rule ENUMERATES = new Rule("objects-enumerated", "CWE-639",
			"The client asks for one object after the other, as who looks for those of others does.",
			"Let the application ask whose object it is; use ids that can't be guessed.");

	private static final int POINTS = 5;

	/** What a search is allowed of the limit, by how much it looks like one. */
	private static final double[] SHARES = { 1, 0.5, 0.3 };

	private final RuleSettings settings;

	/**
	 * Create the rule.
	 * @param settings its settings, whose limit is that of each route
	 */
	public ObjectEnumerationRule(RuleSettings settings) {
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
		ClientProfile actor = visit.actor();
		if (route == null || !route.hasVariables() || actor == null) {
			return;
		}
		long now = visit.now();
		long window = this.settings.millis();
		int recent;
		int recentShare;
		int ofDay;
		int dayShare;
		synchronized (actor) {
			RouteUse use = actor.find(route);
			if (use == null) {
				return;
			}
			recent = use.objects(now, window);
			ofDay = use.objectsOfDay(now);
			if (route.limit(LearntLimit.Kind.OBJECTS).isFarFrom(recent, SHARES[2])
					&& route.limit(LearntLimit.Kind.OBJECTS_PER_DAY).isFarFrom(ofDay, SHARES[2])) {
				return;
			}
			recentShare = use.looksLikeSearch(now, window);
			dayShare = use.looksLikeSearch(now, 0);
		}
		int crowd = visit.crowd();
		boolean fast = route.limit(LearntLimit.Kind.OBJECTS).isExceeded(recent, crowd * SHARES[recentShare]);
		boolean slow = route.limit(LearntLimit.Kind.OBJECTS_PER_DAY).isExceeded(ofDay, crowd * SHARES[dayShare]);
		if (fast || slow) {
			findings.add(Report.tooMuch(name(), ENUMERATES, this.settings, POINTS, now,
					fast ? recent + " objects within minutes" : ofDay + " objects within a day"));
		}
	}

}
