package io.github.raspspring.autoconfigure.behavior;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.raspspring.autoconfigure.behavior.RaspBehaviorProperties.UsageDetector;
import io.github.raspspring.autoconfigure.behavior.RaspBehaviorProperties.UsageSequence;
import io.github.raspspring.behavior.Trends;
import io.github.raspspring.behavior.UsageRule;
import io.github.raspspring.behavior.health.EndpointHealth;
import io.github.raspspring.behavior.health.HealthSettings;
import io.github.raspspring.behavior.rule.AccountCreationRule;
import io.github.raspspring.behavior.rule.BruteForceRule;
import io.github.raspspring.behavior.rule.CredentialStuffingRule;
import io.github.raspspring.behavior.rule.FanOutRule;
import io.github.raspspring.behavior.rule.ForgedTokenRule;
import io.github.raspspring.behavior.rule.HoneyRule;
import io.github.raspspring.behavior.rule.Logins;
import io.github.raspspring.behavior.rule.ObjectEnumerationRule;
import io.github.raspspring.behavior.rule.ProbingRule;
import io.github.raspspring.behavior.rule.RarityRule;
import io.github.raspspring.behavior.rule.Requests;
import io.github.raspspring.behavior.rule.RuleSettings;
import io.github.raspspring.behavior.rule.ScrapingRule;
import io.github.raspspring.behavior.rule.SequenceRule;
import io.github.raspspring.behavior.rule.TrendRule;
import io.github.raspspring.behavior.rule.VolumeRule;
import io.github.raspspring.engine.EnforcementMode;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Makes the rules of the properties. Those that need to know the application are off
 * until it is told.
 */
final class UsageRules {

	/** The names of all detectors. */
	static final Set<String> NAMES = Set.of(VolumeRule.KEY, ObjectEnumerationRule.KEY, ScrapingRule.KEY,
			ProbingRule.KEY, CredentialStuffingRule.KEY, BruteForceRule.KEY, ForgedTokenRule.KEY, FanOutRule.KEY,
			SequenceRule.KEY, AccountCreationRule.KEY, HoneyRule.KEY, RarityRule.KEY, TrendRule.KEY,
			EndpointHealth.KEY);

	private static final UsageDetector UNSET = new UsageDetector(null, null, null);

	private final RaspBehaviorProperties properties;

	private final List<UsageRule> rules = new ArrayList<>();

	private final List<String> unconfigured = new ArrayList<>();

	private @Nullable EndpointHealth health;

	UsageRules(RaspBehaviorProperties properties, List<String> apiKeyHeaders, Trends.Alarm alarm) {
		this.properties = properties;
		Logins logins = new Logins(properties.login().patterns(), properties.login().accounts());
		addUseOfRoutes();
		addLogins(logins);
		addClients(apiKeyHeaders);
		addConfigured();
		if (isOn(TrendRule.KEY)) {
			this.rules.add(new TrendRule(logins));
		}
		if (isOn(EndpointHealth.KEY)) {
			RaspBehaviorProperties.Health settings = properties.health();
			this.health = new EndpointHealth(new HealthSettings(settings.window(), settings.minRequests(),
					settings.warmUp(), settings.shareDrift(), settings.factor()), alarm);
			this.rules.add(this.health);
		}
	}

	List<UsageRule> rules() {
		return this.rules;
	}

	List<String> unconfigured() {
		return this.unconfigured;
	}

	@Nullable EndpointHealth health() {
		return this.health;
	}

	private void addUseOfRoutes() {
		Duration window = this.properties.window();
		if (isOn(VolumeRule.KEY)) {
			this.rules.add(new VolumeRule(settings(VolumeRule.KEY, window, 1)));
		}
		if (isOn(ObjectEnumerationRule.KEY)) {
			this.rules.add(new ObjectEnumerationRule(settings(ObjectEnumerationRule.KEY, window, 1)));
		}
		if (isOn(ScrapingRule.KEY)) {
			this.rules.add(new ScrapingRule(settings(ScrapingRule.KEY, window, 200)));
		}
	}

	private void addLogins(Logins logins) {
		if (isOn(CredentialStuffingRule.KEY)) {
			this.rules.add(new CredentialStuffingRule(settings(CredentialStuffingRule.KEY, Duration.ofMinutes(10), 10),
					logins));
		}
		if (isOn(BruteForceRule.KEY)) {
			this.rules.add(new BruteForceRule(settings(BruteForceRule.KEY, Duration.ofMinutes(10), 10), logins,
					this.properties.maxClients()));
		}
	}

	private void addClients(List<String> apiKeyHeaders) {
		if (isOn(ProbingRule.KEY)) {
			this.rules.add(new ProbingRule(settings(ProbingRule.KEY, Duration.ofMinutes(2), 15)));
		}
		if (isOn(ForgedTokenRule.KEY)) {
			this.rules
				.add(new ForgedTokenRule(settings(ForgedTokenRule.KEY, Duration.ofMinutes(1), 10), apiKeyHeaders));
		}
		if (isOn(FanOutRule.KEY)) {
			this.rules.add(new FanOutRule(settings(FanOutRule.KEY, Duration.ofMinutes(2), 10)));
		}
		if (isOn(RarityRule.KEY)) {
			this.rules.add(new RarityRule(settings(RarityRule.KEY, Duration.ofHours(1), 5)));
		}
	}

	private void addConfigured() {
		List<UsageSequence> sequences = this.properties.sequences();
		if (isOn(SequenceRule.KEY) && !sequences.isEmpty()) {
			List<SequenceRule.Sequence> steps = new ArrayList<>();
			for (UsageSequence sequence : sequences) {
				steps.add(sequence(sequence));
			}
			this.rules.add(new SequenceRule(mode(SequenceRule.KEY), steps));
		}
		List<String> signups = this.properties.accountCreation().patterns();
		if (isOn(AccountCreationRule.KEY) && !signups.isEmpty()) {
			this.rules.add(new AccountCreationRule(settings(AccountCreationRule.KEY, Duration.ofHours(1), 10),
					new Requests(signups, Set.of("POST")), this.properties.maxClients()));
		}
		RaspBehaviorProperties.Honey honey = this.properties.honey();
		boolean laid = !honey.routes().isEmpty() || !honey.parameters().isEmpty() || !honey.ids().isEmpty();
		if (isOn(HoneyRule.KEY) && laid) {
			this.rules.add(new HoneyRule(mode(HoneyRule.KEY), honey.routes(), honey.parameters(), honey.ids()));
		}
		note(sequences.isEmpty(), "No sequence of steps is known: set rasp.behavior.sequences.");
		note(signups.isEmpty(),
				"Accounts that are created are not counted: set rasp.behavior.account-creation.patterns.");
		note(!laid, "No trap is laid out: set rasp.behavior.honey.routes, parameters or ids.");
	}

	private void note(boolean gap, String sentence) {
		if (gap) {
			this.unconfigured.add(sentence);
		}
	}

	private static SequenceRule.Sequence sequence(UsageSequence sequence) {
		String pattern = String.valueOf(sequence.pattern());
		return new SequenceRule.Sequence((sequence.name() != null) ? sequence.name() : pattern,
				new Requests(List.of(pattern), sequence.methods()),
				new Requests(List.of(String.valueOf(sequence.after())), sequence.afterMethods()), sequence.within(),
				sequence.atLeast());
	}

	private boolean isOn(String name) {
		return mode(name) != EnforcementMode.OFF;
	}

	private EnforcementMode mode(String name) {
		EnforcementMode mode = detector(name).mode();
		EnforcementMode otherwise = name.equals(HoneyRule.KEY) ? EnforcementMode.BLOCK : EnforcementMode.MONITOR;
		return (mode != null) ? mode : otherwise;
	}

	private RuleSettings settings(String name, Duration window, int limit) {
		UsageDetector detector = detector(name);
		Duration set = (detector.window() != null) ? detector.window() : window;
		int allowed = (detector.limit() != null) ? detector.limit() : limit;
		try {
			return new RuleSettings(mode(name), set.toMillis(), allowed);
		}
		catch (IllegalArgumentException ex) {
			String wrong = (allowed < 1) ? ".limit" : ".window";
			throw new InvalidConfigurationPropertyValueException(
					RaspBehaviorProperties.PREFIX + "detectors." + name + wrong, (allowed < 1) ? allowed : set,
					ex.getMessage() + ".");
		}
	}

	private UsageDetector detector(String name) {
		return this.properties.detectors().getOrDefault(name, UNSET);
	}

}
