package io.github.raspspring.token.claims;

import io.github.raspspring.engine.Rule;
import io.github.raspspring.token.TokenCheck;
import io.github.raspspring.token.TokenRule;
import io.github.raspspring.token.VerifiedToken;
import org.jspecify.annotations.Nullable;

/**
 * A token must end: one without {@code exp} that leaks is good forever (RFC 9068, section
 * 2.2). An opaque one is ended by its issuer. CWE-613.
 */
final class ExpiryRule implements TokenRule {

	@Override
	public Rule rule() {
		return TokenCheck.EXPIRY_MISSING.rule();
	}

	@Override
	public @Nullable String violation(VerifiedToken token) {
		return (token.isJwt() && token.time("exp") == null) ? "there is no exp" : null;
	}

}
