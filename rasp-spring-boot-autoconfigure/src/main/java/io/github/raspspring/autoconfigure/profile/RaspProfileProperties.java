package io.github.raspspring.autoconfigure.profile;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.profile.learnt.ProfileLearning;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is normal on each endpoint.
 *
 * @param enabled Whether requests and answers are compared with what is normal.
 * @param learnt What is learnt of values, and when that counts.
 * @param answers What is looked for in answers.
 * @param signed How values are signed that the server gets back.
 */
@ConfigurationProperties("rasp.profile")
public record RaspProfileProperties(@DefaultValue("true") boolean enabled, @DefaultValue Learnt learnt,
		@DefaultValue Answers answers, @DefaultValue SignedSettings signed) {

	static final String PREFIX = "rasp.profile.";

	public RaspProfileProperties {
		ProfileChecks.check(learnt);
		ProfileChecks.check(answers);
		ProfileChecks.check(signed);
	}

	/**
	 * What is learnt of values.
	 *
	 * @param enabled Whether values are learnt, and compared with what is usual.
	 * @param enforce Path patterns of routes whose requests may be refused for what is
	 * learnt, once it is known well enough and in mode block. None if not set.
	 * @param confirmations Principals who have to show a feature before it is usual, from
	 * 6 to 12.
	 * @param principals Principals that are needed before anything is known of a
	 * parameter.
	 * @param observations Uses that are needed before anything is known of a parameter,
	 * of which one an hour counts for each principal.
	 * @param unseen Share of what was seen once only, from 0 to 1, from which on too much
	 * is unknown.
	 * @param minAge Time that is needed before anything is known of a parameter.
	 * @param shadow Time for which a profile is tried before it applies.
	 * @param decay Time after which what was not seen again is forgotten.
	 * @param maxParameters Parameters that are remembered, about a kilobyte each.
	 * @param snapshot File that keeps what was learnt over a restart. Nothing is kept if
	 * not set.
	 * @param reviewed YAML file of profiles that somebody has reviewed, which apply at
	 * once.
	 */
	public record Learnt(@DefaultValue("true") boolean enabled, @DefaultValue List<String> enforce,
			@DefaultValue("8") int confirmations, @DefaultValue("20") int principals,
			@DefaultValue("100") int observations, @DefaultValue("0.005") double unseen,
			@DefaultValue("24h") Duration minAge, @DefaultValue("24h") Duration shadow,
			@DefaultValue("7d") Duration decay, @DefaultValue("4096") int maxParameters, @Nullable Path snapshot,
			@Nullable Path reviewed) {

		ProfileLearning settings() {
			return new ProfileLearning(this.confirmations, this.principals, this.observations, this.unseen, this.minAge,
					this.shadow, this.decay, this.maxParameters);
		}

	}

	/**
	 * What is looked for in answers.
	 *
	 * @param enabled Whether answers are looked at.
	 * @param maxSize Bytes of an answer that are looked at, and up to which it is held
	 * back where its route asks for that.
	 * @param routes What becomes of the answers of routes. The first one that matches
	 * wins.
	 */
	public record Answers(@DefaultValue("true") boolean enabled, @DefaultValue("256KB") DataSize maxSize,
			@DefaultValue List<AnswerRoute> routes) {

	}

	/**
	 * What becomes of the answers of a route.
	 *
	 * @param pattern Path pattern within the application, such as /api/customers/**.
	 * @param methods HTTP methods. All if not set.
	 * @param mode Monitor to report answers that leak, block to keep them back, in mode
	 * block of the route.
	 * @param redact Names of JSON properties whose values are left out.
	 */
	public record AnswerRoute(@Nullable String pattern, @DefaultValue Set<String> methods,
			@DefaultValue("monitor") EnforcementMode mode, @DefaultValue Set<String> redact) {

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
