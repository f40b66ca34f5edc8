package io.github.raspspring.autoconfigure.profile;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.github.raspspring.autoconfigure.profile.RaspProfileProperties.SignedSettings;
import io.github.raspspring.profile.sealed.SealKeys;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Names the property that is wrong, and how to mend it.
 */
final class ProfileChecks {

	private ProfileChecks() {
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
