package io.github.raspspring.behavior.rule;

import java.util.Set;

import io.github.raspspring.behavior.ClientProfile;
import io.github.raspspring.behavior.Trend;
import io.github.raspspring.behavior.UsageRule;
import io.github.raspspring.behavior.Visit;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Logins fail again and again for one account, from one network or from many. Only who
 * failed already is held up, never the account: its owner logs in from where it did
 * before, and has some tries elsewhere. OAT-007, CWE-307.
 */
public final class BruteForceRule implements UsageRule {

	/** The name under {@code rasp.behavior.detectors}. */
	public static final String KEY = "brute-force";

	private static final Rule GUESSES = new Rule("password-guessed", "CWE-307",
			"Logins fail again and again for one account from one network.",
			"Ask for a second factor, and slow down logins of one account.");

	private static final Rule MANY_GUESS = new Rule("password-guessed-by-many", "CWE-307",
			"Logins fail for one account from many networks.",
			"Tell the owner of the account, and ask for a second factor.");

	private static final int POINTS = 5;

	private static final int MANY_NETWORKS = 10;

	/** Where the owner logs in from others may guess too, such as behind one NAT. */
	private static final int OWNERS = 10;

	private static final int SPARED = 2;

	private static final int SPARED_IN_CAMPAIGN = 4;

	private final RuleSettings settings;

	private final Logins logins;

	private final Accounts accounts;

	/**
	 * Create the rule.
	 * @param settings its settings, whose limit is that of failures of one network
	 * @param logins tells which requests are logins
	 * @param maxAccounts accounts that are remembered
	 */
	public BruteForceRule(RuleSettings settings, Logins logins, int maxAccounts) {
		this.settings = settings;
		this.logins = logins;
		this.accounts = new Accounts(maxAccounts);
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
		Accounts.Account account = this.logins.mayGuess(visit) ? account(visit, false) : null;
		ClientProfile network = (account != null) ? visit.network() : null;
		if (network == null || account == null) {
			return;
		}
		long window = this.settings.millis();
		int failures = account.failuresOf(network.hash(), visit.now(), window);
		int networks = account.networks(visit.now(), window);
		boolean owner = account.isOwner(network.hash());
		boolean many = !owner && networks >= MANY_NETWORKS;
		int limit = owner ? OWNERS * this.settings.limit() : (many || visit.isCampaign(Trend.FAILED_LOGINS))
				? Math.min(many ? SPARED : SPARED_IN_CAMPAIGN, this.settings.limit()) : this.settings.limit();
		if (failures >= limit) {
			findings.add(Report.tooMuch(name(), many ? MANY_GUESS : GUESSES, this.settings, POINTS, visit.now(),
					failures + " failures of this network, " + networks + " networks"));
		}
	}

	@Override
	public void count(Visit visit, Outcome outcome) {
		ClientProfile network = visit.network();
		if (network == null || outcome.decision().refuses()) {
			return;
		}
		if (outcome.status() == 401) {
			Accounts.Account account = account(visit, true);
			if (account != null) {
				this.logins.failed(visit);
				account.failed(network.hash(), visit.now(), this.settings.millis());
			}
		}
		else if (outcome.status() < 400 && this.logins.succeeds(visit)) {
			Accounts.Account account = account(visit, true);
			if (account != null) {
				account.succeeded(network.hash());
			}
		}
	}

	private Accounts.@Nullable Account account(Visit visit, boolean remember) {
		String name = this.logins.mayBe(visit.inspection()) ? this.logins.accountOf(visit.inspection()) : null;
		if (name == null) {
			return null;
		}
		long hash = visit.hash(name);
		return remember ? this.accounts.get(hash) : this.accounts.find(hash);
	}

}
