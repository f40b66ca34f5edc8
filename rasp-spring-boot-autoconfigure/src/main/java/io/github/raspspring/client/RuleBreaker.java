package io.github.raspspring.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionListener;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.Subject;

/**
 * Drops a rule to monitor when it would refuse more than a share of the verified
 * subjects, which is a sign that the rule is wrong and not the subjects. Counts subjects
 * and networks, not requests: one who goes on and on counts once, and many accounts
 * behind one address count once too. What is certain, such as a statement whose structure
 * was changed, is never spared, and limits are the operator's own. A rule stays dropped
 * to the end of the next window. Thread-safe.
 */
public final class RuleBreaker implements InspectionListener {

	private static final Duration WINDOW = Duration.ofMinutes(10);

	private static final int MINIMUM_OF_RULES = 10;

	private final double share;

	private final Clock clock;

	private volatile Window current;

	private volatile Window last;

	/**
	 * Create a breaker under which all rules are enforced.
	 * @param share share of verified subjects, from 0 to 1
	 * @param clock tells the time
	 */
	public RuleBreaker(double share, Clock clock) {
		this.share = share;
		this.clock = clock;
		this.last = new Window(clock.instant());
		this.current = new Window(this.last.end.plus(WINDOW));
	}

	/**
	 * Soften a finding whose rule is dropped.
	 */
	Finding moderate(Inspection inspection, Finding finding) {
		Subject subject = inspection.subject();
		boolean heuristic = finding.confidence() == Confidence.STRONG && !finding.throttles()
				&& finding.cap() == EnforcementMode.BLOCK && !finding.detector().equals(ClientScoreDetector.NAME);
		if (subject == null || !heuristic) {
			return finding;
		}
		boolean spared = spares(ruleOf(finding), ClientNames.of(subject), inspection.client().network(),
				MINIMUM_OF_RULES);
		return spared ? finding.cappedAt(EnforcementMode.MONITOR) : finding;
	}

	@Override
	public boolean isImmediate() {
		return true;
	}

	@Override
	public void completed(Inspection inspection, Outcome outcome) {
		if (inspection.subject() != null) {
			seen(ClientNames.of(inspection.subject()));
		}
	}

	/**
	 * Return the rules that are dropped to monitor by now, as detector and rule.
	 */
	Iterable<String> dropped() {
		Window window = window();
		return window.refused.keySet()
			.stream()
			.filter((rule) -> this.last.isOpen(rule, this.share) || window.isOpen(rule, this.share))
			.sorted()
			.toList();
	}

	void seen(String subject) {
		window().seen.add(subject);
	}

	/**
	 * Tell that a rule would refuse a subject.
	 * @param minimum refusals of different clients below which nobody is spared
	 * @return whether it is to be served nevertheless
	 */
	boolean spares(String rule, String subject, String network, int minimum) {
		Window window = window();
		Refused refused = window.refused.computeIfAbsent(rule, (unknown) -> new Refused(minimum));
		refused.subjects.add(subject);
		refused.networks.add(network);
		return this.last.isOpen(rule, this.share) || window.isOpen(rule, this.share);
	}

	private static String ruleOf(Finding finding) {
		return finding.detector() + '/' + finding.rule().id();
	}

	private Window window() {
		Window window = this.current;
		Instant now = this.clock.instant();
		return now.isBefore(window.end) ? window : next(window, now);
	}

	private synchronized Window next(Window ended, Instant now) {
		if (this.current == ended) {
			boolean recent = now.isBefore(ended.end.plus(WINDOW));
			this.last = recent ? ended : new Window(now);
			this.current = new Window(now.plus(WINDOW));
		}
		return this.current;
	}

	/**
	 * The subjects of one window of time. Rules are named by detectors, so there are as
	 * many as the application has.
	 */
	private static final class Window {

		private final Instant end;

		private final DistinctCounter seen = new DistinctCounter();

		private final Map<String, Refused> refused = new ConcurrentHashMap<>();

		Window(Instant end) {
			this.end = end;
		}

		boolean isOpen(String rule, double share) {
			Refused ofRule = this.refused.get(rule);
			long refusals = (ofRule != null) ? ofRule.count() : 0;
			return ofRule != null && refusals >= ofRule.minimum && refusals > share * this.seen.estimate();
		}

	}

	/**
	 * Whom one rule would have refused.
	 */
	private static final class Refused {

		private final int minimum;

		private final DistinctCounter subjects = new DistinctCounter();

		private final DistinctCounter networks = new DistinctCounter();

		Refused(int minimum) {
			this.minimum = minimum;
		}

		long count() {
			// Estimates of small numbers are exact but for their fraction.
			return Math.round(Math.min(this.subjects.estimate(), this.networks.estimate()));
		}

	}

}
