package io.github.raspspring.engine;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The verified user or machine behind the request. Never made from an unverified claim.
 *
 * @param name the name the application knows, for a JWT its {@code sub}
 * @param issuer who vouches for the name, or {@code null} when the application itself
 * does
 * @param claims what else was verified, such as the claims of a JWT
 * @param authorities what the application grants, by the names of Spring Security
 */
public record Subject(String name, @Nullable String issuer, Map<String, Object> claims, Set<String> authorities) {

	/**
	 * Create a subject without authorities.
	 * @param name the name
	 * @param issuer who vouches for it, or {@code null}
	 * @param claims what else was verified
	 */
	public Subject(String name, @Nullable String issuer, Map<String, Object> claims) {
		this(name, issuer, claims, Set.of());
	}

	/**
	 * Create a subject of which only the name is known.
	 * @param name the name
	 * @param issuer who vouches for it, or {@code null}
	 */
	public Subject(String name, @Nullable String issuer) {
		this(name, issuer, Map.of());
	}

	/**
	 * Return a verified claim.
	 * @param claim its name
	 * @return its text, or {@code null} if there is none or it is no text
	 */
	public @Nullable String claim(String claim) {
		return (this.claims.get(claim) instanceof String text) ? text : null;
	}

	/**
	 * Return a text without claims, which may be confidential.
	 */
	@Override
	public String toString() {
		return "Subject[name=" + this.name + ", issuer=" + this.issuer + "]";
	}

}
