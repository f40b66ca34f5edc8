package io.github.raspspring.behavior.rule;

import java.util.Set;

import io.github.raspspring.behavior.ClientProfile;
import io.github.raspspring.behavior.Signal;
import io.github.raspspring.behavior.Trend;
import io.github.raspspring.behavior.UsageRule;
import io.github.raspspring.behavior.Visit;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Rule;

/**
 * From one network logins fail for many accounts. A network on which as many accounts log
 * in well is one that many share. While such logins fail all over the application, as
 * when many networks take part, a third of the limit is enough. OAT-008, CWE-307.
 */
public final class CredentialStuffingRule implements UsageRule {

	/** The name under {@code rasp.behavior.detectors}. */
	public static final String KEY = "credential-stuffing";

	private static final Rule STUFFS = new Rule("many-accounts", "CWE-307",
			"Logins fail for many accounts from one network.",
			"Ask for a second factor; let nobody use a password that was leaked.");

	private static final int POINTS = 5;

	private static final int CAMPAIGN = 3;

	private static final int FEWEST = 3;

	private static final int EXCUSED = 5;

	private final RuleSettings settings;

	private final Logins logins;

	/**
	 * Create the rule.
	 * @param settings its settings, whose limit is that of accounts
	 * @param logins tells which requests are logins
	 */
	public CredentialStuffingRule(RuleSettings settings, Logins logins) {
		this.settings = settings;
		this.logins = logins;
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
		ClientProfile network = this.logins.isDue(visit) ? visit.network() : null;
		if (network == null) {
			return;
		}
		long window = this.settings.millis();
		int failed = network.seen(Signal.FAILED_ACCOUNTS, visit.now(), window);
		if (failed < FEWEST) {
			return;
		}
		// Accounts of the attacker's own may log in well: they excuse no more than
		// others.
		int good = Math.min(EXCUSED * this.settings.limit(), network.seen(Signal.GOOD_ACCOUNTS, visit.now(), window));
		int limit = visit.isCampaign(Trend.FAILED_LOGINS) ? Math.max(FEWEST, this.settings.limit() / CAMPAIGN)
				: this.settings.limit();
		if (failed >= limit + good) {
			findings.add(Report.tooMuch(name(), STUFFS, this.settings, POINTS, visit.now(),
					"logins failed for " + failed + " accounts, allowed are " + limit));
		}
	}

	@Override
	public void count(Visit visit, Outcome outcome) {
		ClientProfile network = visit.network();
		boolean failed = outcome.status() == 401;
		boolean good = outcome.status() < 400;
		if (network == null || !failed && !good || outcome.decision().refuses()
				|| !this.logins.mayBe(visit.inspection())) {
			return;
		}
		String account = (failed || this.logins.succeeds(visit)) ? this.logins.accountOf(visit.inspection()) : null;
		if (account != null) {
			if (failed) {
				this.logins.failed(visit);
			}
			network.note(failed ? Signal.FAILED_ACCOUNTS : Signal.GOOD_ACCOUNTS, visit.hash(account), visit.now(),
					this.settings.millis());
		}
	}

}
