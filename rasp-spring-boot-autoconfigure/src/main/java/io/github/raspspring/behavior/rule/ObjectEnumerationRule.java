package io.github.raspspring.behavior.rule;

import java.util.Set;

import io.github.raspspring.behavior.LearntLimit;
import io.github.raspspring.behavior.RouteModel;
import io.github.raspspring.behavior.RouteUseSummary;
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
			"The client asks for one object after the other, as somebody does who looks for those of others.",
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
		if (route == null) {
			return;
		}
		RouteUseSummary use = visit.use();
		if (use.objects() == 0 && use.objectsOfDay() == 0) {
			return;
		}
		LearntLimit recent = route.limit(LearntLimit.Kind.OBJECTS);
		LearntLimit ofDay = route.limit(LearntLimit.Kind.OBJECTS_PER_DAY);
		if (recent.isFarFrom(use.objects(), SHARES[2]) && ofDay.isFarFrom(use.objectsOfDay(), SHARES[2])) {
			return;
		}
		int crowd = visit.crowd();
		boolean fast = recent.isExceeded(use.objects(), crowd * SHARES[use.search()]);
		boolean slow = ofDay.isExceeded(use.objectsOfDay(), crowd * SHARES[use.searchOfDay()]);
		if (fast || slow) {
			findings.add(Report.tooMuch(name(), ENUMERATES, this.settings, POINTS, visit.now(),
					fast ? use.objects() + " objects within minutes" : use.objectsOfDay() + " objects within a day"));
		}
	}

}
