package io.github.raspspring.token;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import io.github.raspspring.engine.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * A token must be meant for this application: one of its audiences is ours (RFC 8725,
 * section 3.9; RFC 9068, section 4). CWE-345.
 */
public final class AudienceRule implements TokenRule {

	private static final Rule RULE = new Rule("audience-mismatch", "CWE-345",
			"The token was issued for another application.",
			"Ask the issuer for a token with this application's audience; see rasp.token.audiences.");

	private final Set<String> audiences;

	/**
	 * Create the rule.
	 * @param audiences the names of this application, any of which is enough
	 */
	public AudienceRule(Collection<String> audiences) {
		this.audiences = Set.copyOf(audiences);
	}

	@Override
	public Rule rule() {
		return RULE;
	}

	@Override
	public @Nullable String violation(Jwt token) {
		List<String> audience = token.getAudience();
		boolean ours = audience != null && audience.stream().anyMatch(this.audiences::contains);
		return ours ? null : "its aud is none of " + this.audiences;
	}

}
