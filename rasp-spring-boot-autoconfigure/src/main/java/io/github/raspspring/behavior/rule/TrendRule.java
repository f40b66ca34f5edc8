package io.github.raspspring.behavior.rule;

import java.util.Set;

import io.github.raspspring.behavior.RouteModel;
import io.github.raspspring.behavior.Trend;
import io.github.raspspring.behavior.UsageRule;
import io.github.raspspring.behavior.Visit;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.Phase;

/**
 * Counts what tells of an attack all over the application, in which no single client is
 * to blame. Refuses nobody: an alert makes other rules stricter, freezes what is learnt,
 * and is an event that names who does most. AppSensor STE.
 */
public final class TrendRule implements UsageRule {

	/** The name under {@code rasp.behavior.detectors}. */
	public static final String KEY = "trend";

	private final Logins logins;

	/**
	 * Create the rule.
	 * @param logins tells which requests are logins
	 */
	public TrendRule(Logins logins) {
		this.logins = logins;
	}

	@Override
	public String name() {
		return Report.nameOf(KEY);
	}

	@Override
	public Set<Phase> phases() {
		return Set.of();
	}

	@Override
	public void judge(Visit visit, Findings findings) {
		// Nobody is judged by what others do.
	}

	@Override
	public void count(Visit visit, Outcome outcome) {
		int status = outcome.status();
		if (status < 400) {
			return;
		}
		RouteModel route = visit.route();
		if (status >= 500) {
			visit.count(Trend.SERVER_ERRORS);
		}
		else if (outcome.decision().refuses()) {
			return;
		}
		else if (status == 401) {
			countRefusal(visit);
		}
		else if (route != null && route.hasVariables() && (status == 403 || status == 404)) {
			visit.count(Trend.DENIED_OBJECTS);
		}
		else if (route == null && status == 404) {
			visit.count(Trend.UNKNOWN_PATHS);
		}
	}

	private void countRefusal(Visit visit) {
		if (visit.inspection().credentialsPresented()) {
			visit.count(Trend.REFUSED_TOKENS);
		}
		else if (this.logins.mayBe(visit.inspection())) {
			visit.count(Trend.FAILED_LOGINS);
		}
	}

}
