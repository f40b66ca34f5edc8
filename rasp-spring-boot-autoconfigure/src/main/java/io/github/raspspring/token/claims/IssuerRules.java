package io.github.raspspring.token.claims;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.raspspring.token.TokenCheck;
import io.github.raspspring.token.TokenRule;
import io.github.raspspring.token.VerifiedToken;
import org.jspecify.annotations.Nullable;

/**
 * A token is of an issuer that is listed, signed as that issuer signs and meant for the
 * name this application has there (RFC 8725, sections 3.1, 3.8 and 3.9).
 */
final class IssuerRules {

	private IssuerRules() {
	}

	static List<TokenRule> of(Collection<Issuer> issuers) {
		Map<String, Issuer> byName = issuers.stream().collect(Collectors.toMap(Issuer::name, Function.identity()));
		return List.of(
				new CheckRule(TokenCheck.ISSUER_MISMATCH,
						(token) -> (find(byName, token) == null) ? "its iss is none of the " + byName.size() : null),
				new CheckRule(TokenCheck.ALGORITHM, (token) -> algorithm(find(byName, token), token)),
				new CheckRule(TokenCheck.AUDIENCE_MISMATCH, (token) -> audience(find(byName, token), token)));
	}

	private static @Nullable Issuer find(Map<String, Issuer> issuers, VerifiedToken token) {
		String name = token.text("iss");
		return (name != null) ? issuers.get(name) : null;
	}

	private static @Nullable String algorithm(@Nullable Issuer issuer, VerifiedToken token) {
		if (issuer == null || !token.isJwt() || issuer.algorithms().isEmpty()) {
			return null;
		}
		Object algorithm = token.headers().get("alg");
		return issuer.algorithms().contains(String.valueOf(algorithm)) ? null
				: "its alg is none of " + issuer.algorithms();
	}

	private static @Nullable String audience(@Nullable Issuer issuer, VerifiedToken token) {
		if (issuer == null || issuer.audiences().isEmpty()) {
			return null;
		}
		return token.isFor(issuer.audiences()) ? null : "its aud is none of " + issuer.audiences();
	}

}
