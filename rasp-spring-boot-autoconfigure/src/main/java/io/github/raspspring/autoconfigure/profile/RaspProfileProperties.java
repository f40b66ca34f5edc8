package io.github.raspspring.autoconfigure.profile;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is normal on each endpoint.
 *
 * @param enabled Whether requests and answers are compared with what is normal.
 * @param signed How values are signed that the server gets back.
 */
@ConfigurationProperties("rasp.profile")
public record RaspProfileProperties(@DefaultValue("true") boolean enabled, @DefaultValue SignedSettings signed) {

	static final String PREFIX = "rasp.profile.";

	public RaspProfileProperties {
		ProfileChecks.check(signed);
	}

	/**
	 * How values are signed.
	 *
	 * @param secret Secret of at least 32 characters that values are signed with. A new
	 * one at each start if not set, which no other instance knows.
	 * @param previousSecrets Secrets that were used before and still are accepted.
	 * @param lifetime Time for which a signature holds.
	 */
	public record SignedSettings(@Nullable String secret, @DefaultValue List<String> previousSecrets,
			@DefaultValue("30m") Duration lifetime) {

		/**
		 * Return a text without secrets.
		 */
		@Override
		public String toString() {
			return "SignedSettings[lifetime=" + this.lifetime + "]";
		}

	}

}
