package io.github.raspspring.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.github.raspspring.engine.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * A token must not live too long, counted from {@code iat} or from now, whichever is
 * earlier: Spring Security makes up an {@code iat} just before {@code exp} where there is
 * none. Tokens without {@code exp} are left to {@link ExpiryRule}. CWE-613.
 */
public final class LifetimeRule implements TokenRule {

	private static final Rule RULE = new Rule("lifetime-too-long", "CWE-613",
			"The token lives longer than allowed, which gives a thief as long to use it.",
			"Let the issuer shorten the lifetime, or raise rasp.token.maximum-lifetime.");

	private final Duration maximum;

	private final Clock clock;

	/**
	 * Create the rule.
	 * @param maximum the longest lifetime that is accepted
	 * @param clock tells the time
	 */
	public LifetimeRule(Duration maximum, Clock clock) {
		this.maximum = maximum;
		this.clock = clock;
	}

	@Override
	public Rule rule() {
		return RULE;
	}

	@Override
	public @Nullable String violation(Jwt token) {
		Instant end = token.getExpiresAt();
		if (end == null) {
			return null;
		}
		Instant now = this.clock.instant();
		Instant issued = token.getIssuedAt();
		Instant start = (issued != null && issued.isBefore(now)) ? issued : now;
		Duration lifetime = Duration.between(start, end);
		return (lifetime.compareTo(this.maximum) > 0)
				? "it lives " + lifetime.toMinutes() + " minutes, allowed are " + this.maximum.toMinutes() : null;
	}

}
