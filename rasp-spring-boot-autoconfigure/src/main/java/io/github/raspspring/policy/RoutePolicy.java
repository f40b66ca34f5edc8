package io.github.raspspring.policy;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.Policy;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * A policy and the requests it applies to.
 *
 * @param pattern what the path within the application has to match
 * @param methods HTTP methods it is limited to, in upper case; GET includes HEAD, which
 * Spring serves by the same handler; empty for all
 * @param policy what applies
 * @param share for which clients, or {@code null} for all
 */
public record RoutePolicy(PathPattern pattern, Set<String> methods, Policy policy, @Nullable RouteShare share) {

	public RoutePolicy {
		methods = methods.stream().map((method) -> method.toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
	}

	/**
	 * Create a route policy.
	 * @param pattern a path pattern such as {@code /api/books/**}
	 * @param methods HTTP methods it is limited to; empty for all
	 * @param policy what applies
	 * @return the route policy
	 * @throws org.springframework.web.util.pattern.PatternParseException if the pattern
	 * is invalid
	 */
	public static RoutePolicy of(String pattern, Set<String> methods, Policy policy) {
		return new RoutePolicy(PathPatternParser.defaultInstance.parse(pattern), methods, policy, null);
	}

	/**
	 * Return what applies to a client.
	 */
	Policy policyFor(ClientIdentity client) {
		RouteShare share = this.share;
		return (share == null || share.contains(client, this.pattern.getPatternString())) ? this.policy
				: share.otherwise();
	}

	boolean isAsked(String method) {
		return this.methods.isEmpty() || this.methods.contains(method)
				|| (method.equals("HEAD") && this.methods.contains("GET"));
	}

}
