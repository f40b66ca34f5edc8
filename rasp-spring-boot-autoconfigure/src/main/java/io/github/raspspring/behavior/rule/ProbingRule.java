package io.github.raspspring.behavior.rule;

import java.util.Set;

import io.github.raspspring.behavior.ClientProfile;
import io.github.raspspring.behavior.Signal;
import io.github.raspspring.behavior.UsageRule;
import io.github.raspspring.behavior.Visit;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Rule;

/**
 * One client tries paths that nothing answers for, or that it may not see without
 * credentials. Pictures and fonts that a page of the application may have lost don't
 * count. OAT-014, OAT-018, CWE-425.
 */
public final class ProbingRule implements UsageRule {

	/** The name under {@code rasp.behavior.detectors}. */
	public static final String KEY = "probing";

	private static final Rule PROBES = new Rule("paths-probed", "CWE-425",
			"The client tries paths that don't exist, as somebody does who looks for a way in.",
			"Nothing is to be fixed unless a page of the application links to such paths.");

	private static final Set<String> LOST = Set.of("png", "jpg", "jpeg", "gif", "ico", "svg", "webp", "avif", "woff",
			"woff2", "ttf", "css", "map");

	private static final int POINTS = 5;

	/** Pages ask for several things at once when a login has ended. */
	private static final int LOCKED_FACTOR = 3;

	private final RuleSettings settings;

	/**
	 * Create the rule.
	 * @param settings its settings
	 */
	public ProbingRule(RuleSettings settings) {
		this.settings = settings;
	}

	@Override
	public String name() {
		return Report.nameOf(KEY);
	}

	@Override
	public Set<Phase> phases() {
		return Set.of(Phase.REQUEST, Phase.IDENTITY);
	}

	@Override
	public void judge(Visit visit, Findings findings) {
		ClientProfile actor = visit.isSettled() ? visit.actor() : null;
		if (actor == null) {
			return;
		}
		int unknown = actor.seen(Signal.UNKNOWN_PATHS, visit.now(), this.settings.millis());
		int locked = actor.seen(Signal.LOCKED_PATHS, visit.now(), this.settings.millis());
		if (unknown == 0 && locked == 0) {
			return;
		}
		int limit = this.settings.limit() * visit.crowd();
		if (unknown >= limit || locked >= LOCKED_FACTOR * limit) {
			findings.add(Report.tooMuch(name(), PROBES, this.settings, POINTS, visit.now(),
					unknown + " unknown paths, " + locked + " without credentials"));
		}
	}

	@Override
	public void count(Visit visit, Outcome outcome) {
		ClientProfile actor = visit.actor();
		int status = outcome.status();
		if (actor == null || visit.route() != null && status != 405 || outcome.decision().refuses()) {
			return;
		}
		String path = visit.inspection().path();
		if ((status == 404 || status == 405 || status == 400) && !isLost(path)) {
			actor.note(Signal.UNKNOWN_PATHS, visit.hash(path), visit.now(), this.settings.millis());
		}
		else if (status == 401) {
			actor.note(Signal.LOCKED_PATHS, visit.hash(path), visit.now(), this.settings.millis());
		}
	}

	/**
	 * What follows a semicolon is no ending of a file.
	 */
	private static boolean isLost(String path) {
		int end = path.indexOf(';');
		String file = (end >= 0) ? path.substring(0, end) : path;
		int dot = file.lastIndexOf('.');
		return dot > 0 && LOST.contains(file.substring(dot + 1));
	}

}
