package io.github.raspspring.token;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;

/**
 * A token that was verified, by its signature or by asking the issuer (RFC 7519, RFC
 * 7662). Immutable.
 *
 * @param value the token as it was sent, a secret
 * @param headers header parameters, empty for opaque tokens
 * @param claims claims, or attributes of the introspection
 */
public record VerifiedToken(String value, Map<String, Object> headers, Map<String, Object> claims) {

	/**
	 * Create the view of a JWT.
	 * @param token the token
	 * @return the view
	 */
	public static VerifiedToken of(Jwt token) {
		return new VerifiedToken(token.getTokenValue(), token.getHeaders(), token.getClaims());
	}

	/**
	 * Find the token by which somebody is authenticated.
	 * @param authentication what Spring Security found, or {@code null}
	 * @return the token, or {@code null} if it was none
	 */
	public static @Nullable VerifiedToken of(@Nullable Authentication authentication) {
		if (authentication == null || !authentication.isAuthenticated()) {
			return null;
		}
		if (authentication instanceof AbstractOAuth2TokenAuthenticationToken<?> bearer) {
			return (bearer.getToken() instanceof Jwt jwt) ? of(jwt)
					: new VerifiedToken(bearer.getToken().getTokenValue(), Map.of(), bearer.getTokenAttributes());
		}
		if (authentication.getCredentials() instanceof Jwt jwt) {
			return of(jwt);
		}
		return (authentication.getPrincipal() instanceof Jwt jwt) ? of(jwt) : null;
	}

	/**
	 * Return whether the token carries its claims, and has no issuer to end it early.
	 * @return {@code false} for opaque tokens
	 */
	public boolean isJwt() {
		return !this.headers.isEmpty();
	}

	/**
	 * Return a claim as text.
	 * @param claim its name
	 * @return its text, or {@code null} if there is none
	 */
	public @Nullable String text(String claim) {
		Object value = this.claims.get(claim);
		return (value != null) ? value.toString() : null;
	}

	/**
	 * Return a claim as a time.
	 * @param claim its name
	 * @return the time, or {@code null} if there is none or it is no time
	 */
	public @Nullable Instant time(String claim) {
		Object value = this.claims.get(claim);
		if (value instanceof Instant instant) {
			return instant;
		}
		return (value instanceof Number number) ? Instant.ofEpochSecond(number.longValue()) : null;
	}

	/**
	 * Return when the token was issued. Spring Security makes up an {@code iat} one
	 * second before {@code exp} where there is none, which is no such time.
	 * @return the time, or {@code null} if the token does not say
	 */
	public @Nullable Instant issuedAt() {
		Instant issued = time("iat");
		Instant end = time("exp");
		return (issued != null && end != null && isJwt() && issued.equals(end.minusSeconds(1))) ? null : issued;
	}

	/**
	 * Return a claim as a list, a single text being a list of one.
	 * @param claim its name
	 * @return the texts, empty if there is none
	 */
	public List<String> list(String claim) {
		Object value = this.claims.get(claim);
		if (value instanceof Collection<?> many) {
			List<String> texts = new ArrayList<>(many.size());
			for (Object element : many) {
				texts.add(String.valueOf(element));
			}
			return texts;
		}
		return (value != null) ? List.of(value.toString()) : List.of();
	}

	/**
	 * Return whether the token is meant for somebody who goes by one of some names.
	 * @param names the names
	 * @return whether {@code aud} has one of them
	 */
	public boolean isFor(Set<String> names) {
		for (String audience : list("aud")) {
			if (names.contains(audience)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return the scopes, from {@code scope} (RFC 8693) or {@code scp}.
	 * @return the scopes
	 */
	public List<String> scopes() {
		List<String> scopes = list(this.claims.containsKey("scope") ? "scope" : "scp");
		return (scopes.size() == 1) ? Arrays.asList(scopes.get(0).split(" ")) : scopes;
	}

	/**
	 * Return how the token is bound to its sender (RFC 7800).
	 * @param method member of the claim {@code cnf}
	 * @return the thumbprint, or {@code null} if it is not bound in this way
	 */
	public @Nullable String confirmation(String method) {
		return (this.claims.get("cnf") instanceof Map<?, ?> confirmation
				&& confirmation.get(method) instanceof String thumbprint) ? thumbprint : null;
	}

	@Override
	public String toString() {
		return "VerifiedToken[jwt=" + isJwt() + "]";
	}

}
