package io.github.raspspring.token.claims;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import io.github.raspspring.engine.Rule;
import io.github.raspspring.token.TokenCheck;
import io.github.raspspring.token.TokenRule;
import io.github.raspspring.token.VerifiedToken;
import org.jspecify.annotations.Nullable;

/**
 * A token must not live too long, counted from {@code iat} or from now, whichever is
 * earlier: Spring Security makes up an {@code iat} just before {@code exp} where there is
 * none. Tokens without {@code exp} are left to {@link ExpiryRule}. CWE-613.
 */
final class LifetimeRule implements TokenRule {

	private final Duration maximum;

	private final Duration tolerance;

	private final Clock clock;

	/**
	 * Create a rule that tolerates nothing.
	 * @param maximum the longest lifetime that is accepted
	 * @param clock tells the time
	 */
	LifetimeRule(Duration maximum, Clock clock) {
		this(maximum, Duration.ZERO, clock);
	}

	/**
	 * Create the rule.
	 * @param maximum the longest lifetime that is accepted
	 * @param tolerance by how much it may be longer, as issuers date {@code iat} back
	 * @param clock tells the time
	 */
	LifetimeRule(Duration maximum, Duration tolerance, Clock clock) {
		this.maximum = maximum;
		this.tolerance = tolerance;
		this.clock = clock;
	}

	@Override
	public Rule rule() {
		return TokenCheck.LIFETIME_TOO_LONG.rule();
	}

	@Override
	public @Nullable String violation(VerifiedToken token) {
		Instant end = token.time("exp");
		if (end == null) {
			return null;
		}
		Instant now = this.clock.instant();
		Instant issued = token.issuedAt();
		Instant start = (issued != null && issued.isBefore(now)) ? issued : now;
		Duration lifetime = Duration.between(start, end);
		Duration over = lifetime.minus(this.maximum).minus(this.tolerance);
		return (over.isNegative() || over.isZero()) ? null
				: "it lives " + time(lifetime) + ", which is " + time(lifetime.minus(this.maximum)) + " over the "
						+ time(this.maximum) + " allowed; " + time(this.tolerance) + " are tolerated";
	}

	/**
	 * Write a time as it is configured.
	 */
	private static String time(Duration time) {
		Duration rounded = Duration.ofSeconds(time.plusMillis(999).toSeconds());
		return rounded.toString().substring(2).toLowerCase(Locale.ROOT);
	}

}
