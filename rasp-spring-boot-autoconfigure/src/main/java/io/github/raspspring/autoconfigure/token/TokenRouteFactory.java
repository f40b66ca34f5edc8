package io.github.raspspring.autoconfigure.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.raspspring.token.RouteRequirement;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

/**
 * Makes what routes ask for from the properties, and says which property is wrong if one
 * is.
 */
final class TokenRouteFactory {

	private TokenRouteFactory() {
	}

	static List<RouteRequirement> routes(List<RaspTokenProperties.Route> routes) {
		List<RouteRequirement> requirements = new ArrayList<>();
		for (int i = 0; i < routes.size(); i++) {
			requirements.add(route(routes.get(i), "rasp.token.routes[" + i + "]"));
		}
		return requirements;
	}

	private static RouteRequirement route(RaspTokenProperties.Route route, String property) {
		return new RouteRequirement(pattern(route, property), methods(route), route.scopes(), route.acrValues(),
				route.amr(), route.maximumAuthenticationAge(), tenant(route, property), route.binding(),
				route.singleUse());
	}

	private static Set<String> methods(RaspTokenProperties.Route route) {
		return route.methods()
			.stream()
			.map((method) -> method.toUpperCase(Locale.ROOT))
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * A pattern that does not start with a slash would match nothing, without a word.
	 */
	private static PathPattern pattern(RaspTokenProperties.Route route, String property) {
		@Nullable String pattern = route.pattern();
		if (pattern == null || !pattern.startsWith("/")) {
			throw new InvalidConfigurationPropertyValueException(property + ".pattern", pattern,
					"Set a path pattern that starts with a slash, such as /api/**.");
		}
		try {
			return PathPatternParser.defaultInstance.parse(route.pattern());
		}
		catch (PatternParseException ex) {
			throw new InvalidConfigurationPropertyValueException(property + ".pattern", route.pattern(),
					"Not a path pattern: " + ex.getMessage());
		}
	}

	private static RouteRequirement.@Nullable Tenant tenant(RaspTokenProperties.Route route, String property) {
		RaspTokenProperties.Tenant tenant = route.tenant();
		if (tenant == null) {
			return null;
		}
		String variable = tenant.pathVariable();
		if (variable == null && tenant.header() == null) {
			throw new InvalidConfigurationPropertyValueException(property + ".tenant", null,
					"Set path-variable or header, or there is nothing to compare.");
		}
		if (variable != null && !route.pattern().contains("{" + variable + "}")) {
			throw new InvalidConfigurationPropertyValueException(property + ".tenant.path-variable", variable,
					"The pattern has no such variable: " + route.pattern());
		}
		return new RouteRequirement.Tenant(tenant.claim(), variable, tenant.header());
	}

}
