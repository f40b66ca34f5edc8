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
 * One client says that it is many: a subject or network that comes with many user agents,
 * or a subject that comes from many networks. CWE-799.
 */
public final class FanOutRule implements UsageRule {

	/** The name under {@code rasp.behavior.detectors}. */
	public static final String KEY = "fan-out";

	private static final Rule AGENTS = new Rule("agents-switched", "CWE-799",
			"One client says within minutes that it is many different programs.",
			"Nothing is to be fixed in the application; look at what else the client did.");

	private static final Rule NETWORKS = new Rule("networks-switched", "CWE-799",
			"One subject comes from many networks within minutes.",
			"If the subject is honest, its credentials are in other hands: revoke them.");

	private static final int POINTS = 5;

	/** Many stand behind a network, and each has one or two. */
	private static final int NETWORK_FACTOR = 3;

	private final RuleSettings settings;

	/**
	 * Create the rule.
	 * @param settings its settings
	 */
	public FanOutRule(RuleSettings settings) {
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
		boolean verified = visit.inspection().subject() != null;
		ClientProfile actor = visit.isSettled() ? visit.actor() : null;
		if (actor == null) {
			return;
		}
		// By now no body is read, so that looking at values makes none.
		long agent = visit.agent();
		int limit = this.settings.limit() * (verified ? 1 : NETWORK_FACTOR * visit.crowd());
		int agents = (agent != 0) ? actor.see(Signal.AGENTS, agent, visit.now(), this.settings.millis()) : 0;
		int networks = verified ? actor.seen(Signal.NETWORKS, visit.now(), this.settings.millis()) : 0;
		if (agents > limit) {
			findings.add(Report.tooMuch(name(), AGENTS, this.settings, POINTS, visit.now(), agents + " user agents"));
		}
		else if (networks > limit) {
			findings.add(Report.tooMuch(name(), NETWORKS, this.settings, POINTS, visit.now(), networks + " networks"));
		}
	}

	@Override
	public void count(Visit visit, Outcome outcome) {
		ClientProfile actor = visit.actor();
		if (actor == null || outcome.decision().refuses()) {
			return;
		}
		ClientProfile network = visit.network();
		if (network != null && network != actor) {
			actor.note(Signal.NETWORKS, network.hash(), visit.now(), this.settings.millis());
		}
	}

}
