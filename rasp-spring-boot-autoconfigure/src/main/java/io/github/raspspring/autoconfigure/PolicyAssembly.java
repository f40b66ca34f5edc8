package io.github.raspspring.autoconfigure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.policy.RoutePolicies;
import io.github.raspspring.policy.RoutePolicy;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.web.util.pattern.PatternParseException;

/**
 * Makes the policies from the properties, and says which property is wrong if one is.
 */
final class PolicyAssembly {

	private final RaspProperties properties;

	private final Map<String, EnforcementMode> detectorModes;

	private final Map<String, EnforcementMode> jsonRouteModes;

	private final Set<String> disabledDetectors;

	PolicyAssembly(RaspProperties properties) {
		this.properties = properties;
		this.detectorModes = properties.detectors()
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().mode()));
		this.jsonRouteModes = jsonRouteModes(properties);
		this.disabledDetectors = properties.detectors()
			.entrySet()
			.stream()
			.filter((entry) -> !entry.getValue().enabled())
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
	}

	RoutePolicies policies() {
		List<RoutePolicy> routes = new ArrayList<>();
		for (int i = 0; i < this.properties.routes().size(); i++) {
			routes.add(route(this.properties.routes().get(i), "rasp.routes[" + i + "]"));
		}
		return new RoutePolicies(application(), routes);
	}

	Policy application() {
		return new Policy("default", this.properties.mode(), this.properties.blockScore(),
				this.properties.failureMode(), this.disabledDetectors, this.detectorModes, this.jsonRouteModes,
				Set.of(), this.properties.unjudgedMode());
	}

	private RoutePolicy route(RaspProperties.Route route, String property) {
		String pattern = route.pattern();
		if (pattern == null) {
			throw new InvalidConfigurationPropertyValueException(property + ".pattern", null,
					"Set the path pattern that the route matches, such as /api/books/**.");
		}
		try {
			return RoutePolicy.of(pattern, route.methods(), policy(route, pattern));
		}
		catch (PatternParseException ex) {
			throw new InvalidConfigurationPropertyValueException(property + ".pattern", pattern,
					"Not a path pattern: " + ex.getMessage());
		}
	}

	private Policy policy(RaspProperties.Route route, String pattern) {
		Set<String> excluded = new HashSet<>(this.disabledDetectors);
		excluded.addAll(route.excludedDetectors());
		return new Policy((route.id() != null) ? route.id() : pattern,
				(route.mode() != null) ? route.mode() : this.properties.mode(),
				(route.blockScore() != null) ? route.blockScore() : this.properties.blockScore(),
				(route.failureMode() != null) ? route.failureMode() : this.properties.failureMode(), excluded,
				this.detectorModes, this.jsonRouteModes, route.excludedParameters(),
				(route.unjudgedMode() != null) ? route.unjudgedMode() : this.properties.unjudgedMode());
	}

	/**
	 * A script in the input of a route that answers JSON has no page to run in.
	 */
	private static Map<String, EnforcementMode> jsonRouteModes(RaspProperties properties) {
		Map<String, EnforcementMode> modes = new HashMap<>();
		modes.put("cross-site-scripting", EnforcementMode.MONITOR);
		properties.detectors().forEach((name, settings) -> {
			if (settings.jsonRoutes() != null) {
				modes.put(name, settings.jsonRoutes());
			}
		});
		return modes;
	}

}
