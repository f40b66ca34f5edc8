package io.github.raspspring.token.claims;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.github.raspspring.engine.Rule;
import io.github.raspspring.token.TokenCheck;
import io.github.raspspring.token.TokenRule;
import io.github.raspspring.token.VerifiedToken;
import org.jspecify.annotations.Nullable;

/**
 * A token must not be an ID token, which tells a client who logged in (RFC 8725, section
 * 3.12; RFC 9068, section 4). One of type {@code at+jwt} is none, and one with a scope
 * that merely carries a nonce is none either: some issuers put it there. CWE-345.
 */
final class IdTokenRule implements TokenRule {

	/** What Keycloak names, in lower case; others name but ID and Bearer. */
	private static final Set<String> OTHER_KINDS = Set.of("id", "refresh", "offline", "logout");

	/** The event of logout tokens, many of which come without a {@code typ}. */
	private static final String LOGOUT = "http://schemas.openid.net/event/backchannel-logout";

	@Override
	public Rule rule() {
		return TokenCheck.ID_TOKEN.rule();
	}

	@Override
	public @Nullable String violation(VerifiedToken token) {
		Map<String, Object> claims = token.claims();
		if (!token.isJwt() || isAccessToken(token)) {
			return null;
		}
		String kind = token.text("typ");
		if (kind != null && OTHER_KINDS.contains(kind.toLowerCase(Locale.ROOT))
				|| "id".equals(claims.get("token_use"))) {
			return "its claim typ or token_use says so";
		}
		if (claims.get("events") instanceof Map<?, ?> events && events.containsKey(LOGOUT)) {
			return "it tells of a logout";
		}
		if (claims.containsKey("at_hash") || claims.containsKey("c_hash") || claims.containsKey("s_hash")) {
			return "it has the hash of another token or code";
		}
		boolean granted = claims.containsKey("scope") || claims.containsKey("scp") || "Bearer".equalsIgnoreCase(kind);
		return (claims.containsKey("nonce") && !granted) ? "it has a nonce and no scope" : null;
	}

	private static boolean isAccessToken(VerifiedToken token) {
		Object type = token.headers().get("typ");
		return type != null && ("at+jwt".equalsIgnoreCase(type.toString())
				|| "application/at+jwt".equalsIgnoreCase(type.toString()));
	}

}
