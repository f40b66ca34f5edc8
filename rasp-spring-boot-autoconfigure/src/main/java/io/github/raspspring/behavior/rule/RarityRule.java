package io.github.raspspring.behavior.rule;

import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import io.github.raspspring.behavior.ClientProfile;
import io.github.raspspring.behavior.HyperLogLog;
import io.github.raspspring.behavior.RouteModel;
import io.github.raspspring.behavior.Signal;
import io.github.raspspring.behavior.UsageRule;
import io.github.raspspring.behavior.Visit;
import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Rule;

/**
 * A subject that has a history uses methods and routes that it never used and that hardly
 * anybody uses. One is a weak sign; several within an hour are what a stolen account
 * does. OWASP API5, CWE-285.
 */
public final class RarityRule implements UsageRule {

	/** The name under {@code rasp.behavior.detectors}. */
	public static final String KEY = "rarity";

	private static final Rule RARE = new Rule("rare-route", "CWE-285",
			"A subject uses methods or routes that it never used and that hardly anybody uses.",
			"Look at whether the subject should be allowed to; ask for a recent login there.");

	private static final int POINTS = 5;

	private static final int HISTORY = 50;

	private static final long AGE = 24 * 60 * 60 * 1000L;

	private static final int SUBJECTS = 20;

	private static final double RARELY = 0.02;

	private final RuleSettings settings;

	private final HyperLogLog subjects = new HyperLogLog();

	private final AtomicLong seen = new AtomicLong();

	/**
	 * Create the rule.
	 * @param settings its settings, whose limit is that of new and rare routes
	 */
	public RarityRule(RuleSettings settings) {
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
		ClientProfile actor = visit.actor();
		if (actor == null || visit.inspection().subject() == null) {
			return;
		}
		int rare = actor.seen(Signal.NEW_ROUTES, visit.now(), this.settings.millis());
		if (rare > 0) {
			boolean several = rare >= this.settings.limit();
			findings.add(Finding.of(name(), Category.ABUSE, RARE)
				.confidence(several ? Confidence.STRONG : Confidence.WEAK)
				.score(several ? POINTS : 1)
				.cap(this.settings.mode())
				.evidence(rare + " new and rare routes")
				.build());
		}
	}

	@Override
	public void count(Visit visit, Outcome outcome) {
		ClientProfile actor = visit.actor();
		RouteModel route = visit.route();
		if (actor == null || route == null || visit.inspection().subject() == null) {
			return;
		}
		if (!actor.isNewRoute(route.number())) {
			return;
		}
		boolean established = actor.requests() >= HISTORY && visit.now() - actor.firstSeen() >= AGE;
		if (established && route.users() < RARELY * all()) {
			actor.see(Signal.NEW_ROUTES, route.number() * 0x9E3779B97F4A7C15L, visit.now(), this.settings.millis());
		}
		route.usedBy(actor.hash());
		synchronized (this.subjects) {
			this.subjects.add(actor.hash());
			this.seen.set(this.subjects.estimate());
		}
	}

	private double all() {
		return (this.seen.get() >= SUBJECTS) ? this.seen.get() : 0;
	}

}
