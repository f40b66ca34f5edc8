package io.github.raspspring.autoconfigure.profile;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.github.raspspring.autoconfigure.RouteChecks;
import io.github.raspspring.autoconfigure.profile.RaspProfileProperties.Answers;
import io.github.raspspring.autoconfigure.profile.RaspProfileProperties.Learnt;
import io.github.raspspring.autoconfigure.profile.RaspProfileProperties.SignedSettings;
import io.github.raspspring.profile.learnt.ProfileLearning;
import io.github.raspspring.profile.sealed.SealKeys;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Names the property that is wrong, and how to mend it.
 */
final class ProfileChecks {

	private ProfileChecks() {
	}

	static void check(Learnt learnt) {
		for (int i = 0; i < learnt.enforce().size(); i++) {
			RouteChecks.pattern(RaspProfileProperties.PREFIX + "learnt.enforce[" + i + "]", learnt.enforce().get(i));
		}
		checkThat(
				learnt.confirmations() >= ProfileLearning.LEAST_CONFIRMATIONS
						&& learnt.confirmations() <= ProfileLearning.MOST_CONFIRMATIONS,
				"learnt.confirmations", learnt.confirmations(), "Set a number from 6 to 12.");
		checkThat(learnt.principals() >= learnt.confirmations() && learnt.principals() <= 200, "learnt.principals",
				learnt.principals(), "Set a number from confirmations to 200.");
		checkThat(learnt.observations() >= 1, "learnt.observations", learnt.observations(), "Set it to 1 or more.");
		checkThat(learnt.unseen() > 0 && learnt.unseen() < 1, "learnt.unseen", learnt.unseen(),
				"Set a share from 0 to 1, such as 0.005.");
		checkThat(learnt.decay().compareTo(Duration.ofHours(1)) >= 0, "learnt.decay", learnt.decay(),
				"Set a time of at least 1h, such as 7d.");
		checkThat(learnt.maxParameters() >= 1 && learnt.maxParameters() <= 100_000, "learnt.max-parameters",
				learnt.maxParameters(), "Set a number from 1 to 100000.");
	}

	static void check(Answers answers) {
		checkThat(answers.maxSize().toBytes() >= 1024 && answers.maxSize().toMegabytes() <= 64, "answers.max-size",
				answers.maxSize(), "Set a size from 1KB to 64MB.");
		for (int i = 0; i < answers.routes().size(); i++) {
			String property = RaspProfileProperties.PREFIX + "answers.routes[" + i + "].";
			RouteChecks.pattern(property + "pattern", answers.routes().get(i).pattern());
			RouteChecks.methods(property + "methods", answers.routes().get(i).methods());
		}
	}

	static void check(SignedSettings signed) {
		checkSecret("signed.secret", signed.secret());
		for (int i = 0; i < signed.previousSecrets().size(); i++) {
			checkSecret("signed.previous-secrets[" + i + "]", signed.previousSecrets().get(i));
		}
		checkThat(signed.lifetime().compareTo(Duration.ZERO) > 0, "signed.lifetime", signed.lifetime(),
				"Set a time such as 30m.");
	}

	private static void checkSecret(String property, @Nullable String secret) {
		checkThat(secret == null || secret.getBytes(StandardCharsets.UTF_8).length >= SealKeys.SHORTEST, property,
				"(" + ((secret != null) ? secret.length() : 0) + " characters)",
				"Set a random secret of at least " + SealKeys.SHORTEST + " characters.");
	}

	static void checkThat(boolean valid, String property, @Nullable Object value, String mend) {
		if (!valid) {
			throw new InvalidConfigurationPropertyValueException(RaspProfileProperties.PREFIX + property, value, mend);
		}
	}

}
