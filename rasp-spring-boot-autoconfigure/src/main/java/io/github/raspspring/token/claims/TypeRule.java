package io.github.raspspring.token.claims;

import java.util.Collection;
import java.util.List;

import io.github.raspspring.engine.Rule;
import io.github.raspspring.token.TokenCheck;
import io.github.raspspring.token.TokenRule;
import io.github.raspspring.token.VerifiedToken;
import org.jspecify.annotations.Nullable;

/**
 * A token must be of a kind that is meant for APIs, as its header {@code typ} tells (RFC
 * 8725, section 3.11; RFC 9068, section 4). CWE-345.
 */
final class TypeRule implements TokenRule {

	private static final String MEDIA_TYPE_PREFIX = "application/";

	private final List<String> accepted;

	private final boolean untypedAccepted;

	/**
	 * Create the rule.
	 * @param accepted types in the form of RFC 7515, section 4.1.9, compared without
	 * regard to case
	 * @param untypedAccepted whether a token may leave its type out
	 */
	TypeRule(Collection<String> accepted, boolean untypedAccepted) {
		this.accepted = accepted.stream().map(TypeRule::withoutPrefix).toList();
		this.untypedAccepted = untypedAccepted;
	}

	@Override
	public Rule rule() {
		return TokenCheck.TYPE_NOT_ACCEPTED.rule();
	}

	@Override
	public @Nullable String violation(VerifiedToken token) {
		if (!token.isJwt()) {
			return null;
		}
		Object type = token.headers().get("typ");
		if (type == null) {
			return this.untypedAccepted ? null : "there is no typ";
		}
		return isAccepted(type.toString()) ? null : "its typ is none of " + this.accepted;
	}

	private boolean isAccepted(String type) {
		String name = withoutPrefix(type);
		for (String accepted : this.accepted) {
			if (accepted.equalsIgnoreCase(name)) {
				return true;
			}
		}
		return false;
	}

	private static String withoutPrefix(String type) {
		boolean prefixed = type.regionMatches(true, 0, MEDIA_TYPE_PREFIX, 0, MEDIA_TYPE_PREFIX.length());
		return prefixed ? type.substring(MEDIA_TYPE_PREFIX.length()) : type;
	}

}
