package io.github.raspspring.autoconfigure.token;

import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.autoconfigure.RouteChecks;
import io.github.raspspring.token.RouteRequirement;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

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
		return new RouteRequirement(RouteChecks.pattern(property + ".pattern", route.pattern()),
				RouteChecks.methods(property + ".methods", route.methods()), route.scopes(), route.acrValues(),
				route.amr(), route.maximumAuthenticationAge(), tenant(route, property), route.binding(),
				route.singleUse());
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
