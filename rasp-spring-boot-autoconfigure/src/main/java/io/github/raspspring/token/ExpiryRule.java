package io.github.raspspring.token;

import io.github.raspspring.engine.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * A token must end: one without {@code exp} that leaks is good forever (RFC 9068, section
 * 2.2; RFC 9700). CWE-613.
 */
public final class ExpiryRule implements TokenRule {

	private static final Rule RULE = new Rule("expiry-missing", "CWE-613",
			"The token has no expiry and could be used forever once it has leaked.",
			"Let the issuer set exp, minutes or hours after iat.");

	@Override
	public Rule rule() {
		return RULE;
	}

	@Override
	public @Nullable String violation(Jwt token) {
		return (token.getExpiresAt() == null) ? "there is no exp" : null;
	}

}
