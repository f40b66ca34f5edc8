package io.github.raspspring.token;

import java.util.Map;

import io.github.raspspring.engine.Inspection;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * A verified token in the request that brings it.
 *
 * @param token the token
 * @param key names it in maps
 * @param inspection the exchange
 * @param request the request
 * @param route what the route asks for, or {@code null} for nothing
 * @param variables path variables by the pattern of that route
 * @param place where it comes from
 */
public record TokenUse(VerifiedToken token, TokenKey key, Inspection inspection, HttpServletRequest request,
		@Nullable RouteRequirement route, Map<String, String> variables, Place place) {

	public TokenUse(VerifiedToken token, TokenKey key, Inspection inspection, HttpServletRequest request,
			@Nullable RouteRequirement route, Map<String, String> variables) {
		this(token, key, inspection, request, route, variables, Place.of(inspection.client(), request));
	}

}
