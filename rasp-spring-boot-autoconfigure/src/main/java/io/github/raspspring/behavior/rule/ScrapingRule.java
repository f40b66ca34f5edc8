package io.github.raspspring.behavior.rule;

import java.util.Set;

import io.github.raspspring.behavior.ClientProfile;
import io.github.raspspring.behavior.LearntLimit;
import io.github.raspspring.behavior.RouteModel;
import io.github.raspspring.behavior.Signal;
import io.github.raspspring.behavior.UsageRule;
import io.github.raspspring.behavior.Visit;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Rule;

/**
 * One client carries away far more than clients do, in bytes of one route or in different
 * pages of lists. OWASP API6, OAT-011, CWE-799.
 */
public final class ScrapingRule implements UsageRule {

	/** The name under {@code rasp.behavior.detectors}. */
	public static final String KEY = "scraping";

	private static final Rule SCRAPES = new Rule("content-scraped", "CWE-799",
			"The client carries away far more than clients usually do.",
			"If this is honest, give it an export of its own, or raise the limits of rasp.behavior.");

	private static final int POINTS = 3;

	private final RuleSettings settings;

	/**
	 * Create the rule.
	 * @param settings its settings, whose limit is that of pages
	 */
	public ScrapingRule(RuleSettings settings) {
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
		if (route == null || actor == null || !route.isRead()) {
			return;
		}
		int kilobytes = visit.use().kilobytes();
		int pages = actor.seen(Signal.PAGES, visit.now(), this.settings.millis());
		if (kilobytes > 0 && route.limit(LearntLimit.Kind.KILOBYTES).isExceeded(kilobytes, visit.crowd())) {
			findings.add(Report.tooMuch(name(), SCRAPES, this.settings, POINTS, visit.now(), kilobytes + " KB"));
		}
		else if (pages > 0 && pages > this.settings.limit() * visit.crowd()) {
			findings.add(Report.tooMuch(name(), SCRAPES, this.settings, POINTS, visit.now(), pages + " pages"));
		}
	}

	@Override
	public void count(Visit visit, Outcome outcome) {
		RouteModel route = visit.route();
		ClientProfile actor = visit.actor();
		if (route == null || actor == null || !route.isRead() || outcome.status() >= 300) {
			return;
		}
		long page = visit.page();
		if (page != 0) {
			actor.note(Signal.PAGES, page * 0x9E3779B97F4A7C15L ^ (long) route.number() << 56, visit.now(),
					this.settings.millis());
		}
	}

}
