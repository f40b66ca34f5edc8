package io.github.raspspring.token;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/**
 * What a route asks of the token it is called with.
 *
 * @param pattern which paths it is about
 * @param methods HTTP methods it is about, in upper case, all if empty; HEAD counts as
 * GET, by whose handlers it is served
 * @param scopes scopes that are all needed
 * @param acrValues of which {@code acr} must be one, any if empty
 * @param amr of which {@code amr} must contain all
 * @param maximumAuthenticationAge longest time since {@code auth_time}, or {@code null}
 * @param tenant how the tenant is compared, or {@code null} if it is not
 * @param binding how the token must be bound to its sender
 * @param singleUse whether a token is good for one request
 */
public record RouteRequirement(PathPattern pattern, Set<String> methods, Set<String> scopes, List<String> acrValues,
		Set<String> amr, @Nullable Duration maximumAuthenticationAge, @Nullable Tenant tenant, Binding binding,
		boolean singleUse) {

	public PathPattern.@Nullable PathMatchInfo match(String method, PathContainer path) {
		boolean asked = this.methods.isEmpty() || this.methods.contains(method)
				|| method.equals("HEAD") && this.methods.contains("GET");
		return asked ? this.pattern.matchAndExtract(path) : null;
	}

	/**
	 * How a token must be bound to its sender.
	 */
	public enum Binding {

		/** Not at all; where it is, it is checked all the same. */
		NONE,

		/** By the certificate of the client (RFC 8705). */
		MTLS,

		/** By a proof of possession (RFC 9449). */
		DPOP,

		/** In one way or the other. */
		ANY

	}

	/**
	 * How the tenant of a token is compared with the one that is asked for.
	 *
	 * @param claim the claim that names it
	 * @param pathVariable the variable of the pattern that names it, or {@code null}
	 * @param header the header that names it, or {@code null}
	 */
	public record Tenant(String claim, @Nullable String pathVariable, @Nullable String header) {

	}

}
