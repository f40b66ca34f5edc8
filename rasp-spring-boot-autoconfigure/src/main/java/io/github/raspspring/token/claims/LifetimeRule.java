package io.github.raspspring.token.claims;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

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

	private final Clock clock;

	/**
	 * Create the rule.
	 * @param maximum the longest lifetime that is accepted
	 * @param clock tells the time
	 */
	LifetimeRule(Duration maximum, Clock clock) {
		this.maximum = maximum;
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
		return (lifetime.compareTo(this.maximum) > 0)
				? "it lives " + lifetime.toMinutes() + " minutes, allowed are " + this.maximum.toMinutes() : null;
	}

}
