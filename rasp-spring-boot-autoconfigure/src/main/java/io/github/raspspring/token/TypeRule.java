package io.github.raspspring.token;

import java.util.Collection;
import java.util.List;

import io.github.raspspring.engine.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * A token must be of a kind that is meant for APIs, as its header {@code typ} tells (RFC
 * 8725, section 3.11; RFC 9068, section 4). CWE-345.
 */
public final class TypeRule implements TokenRule {

	private static final Rule RULE = new Rule("type-not-accepted", "CWE-345",
			"The token is of a kind that was not made for calling this application.",
			"Send an access token; if this kind is meant, add it to rasp.token.accepted-types.");

	private static final String MEDIA_TYPE_PREFIX = "application/";

	private final List<String> accepted;

	private final boolean untypedAccepted;

	/**
	 * Create the rule.
	 * @param accepted types in the form of RFC 7515, section 4.1.9, compared without
	 * regard to case
	 * @param untypedAccepted whether a token may leave its type out
	 */
	public TypeRule(Collection<String> accepted, boolean untypedAccepted) {
		this.accepted = accepted.stream().map(TypeRule::withoutPrefix).toList();
		this.untypedAccepted = untypedAccepted;
	}

	@Override
	public Rule rule() {
		return RULE;
	}

	@Override
	public @Nullable String violation(Jwt token) {
		Object type = token.getHeaders().get("typ");
		if (type == null) {
			return this.untypedAccepted ? null : "there is no typ";
		}
		return isAccepted(type.toString()) ? null : "its typ is none of " + this.accepted;
	}

	private boolean isAccepted(String type) {
		String name = withoutPrefix(type);
		return this.accepted.stream().anyMatch(name::equalsIgnoreCase);
	}

	private static String withoutPrefix(String type) {
		boolean prefixed = type.regionMatches(true, 0, MEDIA_TYPE_PREFIX, 0, MEDIA_TYPE_PREFIX.length());
		return prefixed ? type.substring(MEDIA_TYPE_PREFIX.length()) : type;
	}

}
