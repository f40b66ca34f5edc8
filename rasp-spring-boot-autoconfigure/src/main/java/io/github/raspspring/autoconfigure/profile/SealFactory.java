package io.github.raspspring.autoconfigure.profile;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.autoconfigure.profile.RaspProfileProperties.SignedSettings;
import io.github.raspspring.profile.sealed.SealKeys;

/**
 * Makes the keys that values are signed with.
 */
final class SealFactory {

	private SealFactory() {
	}

	static SealKeys keys(SignedSettings settings) {
		List<byte[]> secrets = new ArrayList<>();
		String secret = settings.secret();
		secrets.add((secret != null) ? secret.getBytes(StandardCharsets.UTF_8) : random());
		settings.previousSecrets().forEach((previous) -> secrets.add(previous.getBytes(StandardCharsets.UTF_8)));
		return new SealKeys(secrets);
	}

	private static byte[] random() {
		byte[] secret = new byte[SealKeys.SHORTEST];
		new SecureRandom().nextBytes(secret);
		return secret;
	}

}
