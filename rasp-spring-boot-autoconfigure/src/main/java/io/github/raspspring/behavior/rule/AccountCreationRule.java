package io.github.raspspring.behavior.rule;

import java.time.Duration;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.raspspring.behavior.ClientProfile;
import io.github.raspspring.behavior.UsageRule;
import io.github.raspspring.behavior.Visit;
import io.github.raspspring.behavior.WindowCount;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Rule;

/**
 * One client creates many accounts, a network if nobody is logged in. OAT-019, CWE-799.
 */
public final class AccountCreationRule implements UsageRule {

	/** The name under {@code rasp.behavior.detectors}. */
	public static final String KEY = "account-creation";

	private static final Rule CREATES = new Rule("accounts-created", "CWE-799",
			"Many accounts are created by one client.", "Let nobody use an account before its address was confirmed.");

	private static final int POINTS = 5;

	private final RuleSettings settings;

	private final Requests requests;

	private final Cache<Long, Long> created;

	/**
	 * Create the rule.
	 * @param settings its settings
	 * @param requests which requests create accounts
	 * @param maxNetworks networks that are remembered
	 */
	public AccountCreationRule(RuleSettings settings, Requests requests, int maxNetworks) {
		this.settings = settings;
		this.requests = requests;
		this.created = Caffeine.newBuilder()
			.maximumSize(maxNetworks)
			.expireAfterAccess(Duration.ofDays(2))
			.executor(Runnable::run)
			.build();
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
		ClientProfile actor = this.requests.contain(visit.inspection()) ? visit.actor() : null;
		if (actor == null) {
			return;
		}
		Long known = this.created.getIfPresent(actor.hash());
		int count = (known != null) ? WindowCount.estimate(known, visit.now(), this.settings.millis()) : 0;
		if (count >= this.settings.limit() * visit.crowd()) {
			findings
				.add(Report.tooMuch(name(), CREATES, this.settings, POINTS, visit.now(), count + " accounts created"));
		}
	}

	@Override
	public void count(Visit visit, Outcome outcome) {
		ClientProfile actor = visit.actor();
		if (actor != null && outcome.status() < 400 && this.requests.contain(visit.inspection())) {
			this.created.asMap()
				.merge(actor.hash(), WindowCount.add(0, visit.now(), this.settings.millis(), 1),
						(known, one) -> WindowCount.add(known, visit.now(), this.settings.millis(), 1));
		}
	}

}
