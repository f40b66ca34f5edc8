package io.github.raspspring.token.claims;

import java.util.Collection;
import java.util.Set;

import io.github.raspspring.engine.Rule;
import io.github.raspspring.token.TokenCheck;
import io.github.raspspring.token.TokenRule;
import io.github.raspspring.token.VerifiedToken;
import org.jspecify.annotations.Nullable;

/**
 * A token must be meant for this application: one of its audiences is ours (RFC 8725,
 * section 3.9; RFC 9068, section 4). CWE-345.
 */
final class AudienceRule implements TokenRule {

	private final Set<String> audiences;

	/**
	 * Create the rule.
	 * @param audiences the names of this application, any of which is enough
	 */
	AudienceRule(Collection<String> audiences) {
		this.audiences = Set.copyOf(audiences);
	}

	@Override
	public Rule rule() {
		return TokenCheck.AUDIENCE_MISMATCH.rule();
	}

	@Override
	public @Nullable String violation(VerifiedToken token) {
		return token.isFor(this.audiences) ? null : "its aud is none of " + this.audiences;
	}

}
