package io.github.raspspring.behavior.rule;

import java.util.List;
import java.util.Set;

import io.github.raspspring.behavior.ClientProfile;
import io.github.raspspring.behavior.Signal;
import io.github.raspspring.behavior.UsageRule;
import io.github.raspspring.behavior.Visit;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Rule;
import org.jspecify.annotations.Nullable;

/**
 * From one network come many different credentials that are refused. A page that goes on
 * with one that has expired sends the same one again and again. OAT-002, CWE-347.
 */
public final class ForgedTokenRule implements UsageRule {

	/** The name under {@code rasp.behavior.detectors}. */
	public static final String KEY = "forged-tokens";

	private static final Rule FORGES = new Rule("tokens-forged", "CWE-347",
			"Many different credentials that are refused come from one network.",
			"Nothing is to be fixed if all are refused; look at what accepts tokens otherwise.");

	private static final int POINTS = 5;

	private static final long REMEMBERED = 60 * 60 * 1000L;

	private final RuleSettings settings;

	private final List<String> apiKeyHeaders;

	/**
	 * Create the rule.
	 * @param settings its settings, whose limit is that of different credentials
	 * @param apiKeyHeaders lower-case names of other headers that hold credentials
	 */
	public ForgedTokenRule(RuleSettings settings, List<String> apiKeyHeaders) {
		this.settings = settings;
		this.apiKeyHeaders = List.copyOf(apiKeyHeaders);
	}

	@Override
	public String name() {
		return Report.nameOf(KEY);
	}

	@Override
	public Set<Phase> phases() {
		return Set.of(Phase.REQUEST);
	}

	@Override
	public void judge(Visit visit, Findings findings) {
		ClientProfile network = visit.inspection().credentialsPresented() ? visit.network() : null;
		if (network == null) {
			return;
		}
		long now = visit.now();
		int refused = network.seen(Signal.REFUSED_TOKENS, now, this.settings.millis());
		if (refused >= this.settings.limit() * visit.crowd() && !isKnown(visit, network)) {
			findings.add(Report.tooMuch(name(), FORGES, this.settings, POINTS, visit.now(),
					refused + " different credentials were refused"));
		}
	}

	/**
	 * Others on the same network go on with what was good before.
	 */
	private boolean isKnown(Visit visit, ClientProfile network) {
		String credentials = credentials(visit);
		return credentials != null
				&& network.maySeen(Signal.GOOD_TOKENS, visit.hash(credentials), visit.now(), REMEMBERED);
	}

	/**
	 * A network whose machines all wake up at once brings as many tokens that have
	 * expired as it has users.
	 */
	private static boolean isMerelyLate(Outcome outcome) {
		List<Finding> findings = outcome.decision().findings();
		return !findings.isEmpty() && findings.stream().noneMatch(Finding::isHostile);
	}

	@Override
	public void count(Visit visit, Outcome outcome) {
		Inspection inspection = visit.inspection();
		ClientProfile network = visit.network();
		if (network == null || !inspection.credentialsPresented() || isMerelyLate(outcome)) {
			return;
		}
		boolean good = inspection.subject() != null;
		String credentials = (good || outcome.status() == 401) ? credentials(visit) : null;
		if (credentials != null && good) {
			good(visit, network, credentials);
		}
		else if (credentials != null) {
			network.note(Signal.REFUSED_TOKENS, visit.hash(credentials), visit.now(), this.settings.millis());
		}
	}

	/**
	 * Note all of good credentials, as others may end like them; once in a while is
	 * enough, as most requests of a subject come with the same.
	 */
	private static void good(Visit visit, ClientProfile network, String credentials) {
		ClientProfile actor = visit.actor();
		long shown = visit.hashOfEnd(credentials) ^ network.hash();
		if (actor == null || actor.shows(shown, visit.now(), REMEMBERED / 4)) {
			network.note(Signal.GOOD_TOKENS, visit.hash(credentials), visit.now(), REMEMBERED);
		}
	}

	private @Nullable String credentials(Visit visit) {
		String credentials = visit.authorization();
		for (int i = 0; credentials == null && i < this.apiKeyHeaders.size(); i++) {
			credentials = visit.header(this.apiKeyHeaders.get(i));
		}
		return credentials;
	}

}
