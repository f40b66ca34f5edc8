package io.github.raspspring.autoconfigure;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.Redaction;
import io.github.raspspring.policy.RoutePolicies;
import io.github.raspspring.policy.RoutePolicy;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Makes the policies from the properties, and says which property is wrong if one is.
 */
public final class PolicyAssembly {

	/** The name of what applies where no route does. */
	private static final String APPLICATION = "default";

	private final RaspProperties properties;

	private final Map<String, EnforcementMode> detectorModes;

	private final Map<String, EnforcementMode> jsonRouteModes;

	private final Set<String> disabledDetectors;

	/**
	 * Create an assembly.
	 * @param properties the properties, whose names of detectors are checked
	 */
	public PolicyAssembly(RaspProperties properties) {
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

	RoutePolicies policies(Clock clock, Predicate<String> operators) {
		return new RoutePolicies(application(), routePolicies(), clock, operators);
	}

	/**
	 * Replace policies by those of the properties.
	 * @param policies where they are replaced, all at once
	 * @throws InvalidConfigurationPropertyValueException if a property is wrong; nothing
	 * is replaced then
	 */
	public void replace(RoutePolicies policies) {
		policies.replace(application(), routePolicies());
	}

	private List<RoutePolicy> routePolicies() {
		List<RoutePolicy> routes = new ArrayList<>();
		Set<String> ids = new HashSet<>(Set.of(APPLICATION));
		for (int i = 0; i < this.properties.routes().size(); i++) {
			checkId(this.properties.routes().get(i), ids, "rasp.routes[" + i + "]");
			routes.add(route(this.properties.routes().get(i), "rasp.routes[" + i + "]"));
		}
		return routes;
	}

	/**
	 * Return what applies to routes, which {@link #policies} has checked.
	 */
	List<Policy> routes() {
		return this.properties.routes()
			.stream()
			.map((route) -> policy(route, String.valueOf(route.pattern())))
			.toList();
	}

	Policy application() {
		return new Policy(APPLICATION, this.properties.mode(), this.properties.blockScore(),
				this.properties.failureMode(), this.disabledDetectors, this.detectorModes, this.jsonRouteModes,
				Set.of(), this.properties.unjudgedMode());
	}

	private RoutePolicy route(RaspProperties.Route route, String property) {
		PathPattern pattern = RouteChecks.pattern(property + ".pattern", route.pattern());
		Set<String> methods = RouteChecks.methods(property + ".methods", route.methods());
		RouteSettings.check(route, property);
		Policy policy = policy(route, pattern.getPatternString());
		return new RoutePolicy(pattern, methods, policy, RouteSettings.share(route, policy));
	}

	private static void checkId(RaspProperties.Route route, Set<String> ids, String property) {
		if (route.id() != null && (route.id().isBlank() || !ids.add(route.id()))) {
			throw new InvalidConfigurationPropertyValueException(property + ".id", route.id(),
					"Give each route a name of its own, or none.");
		}
	}

	private Policy policy(RaspProperties.Route route, String pattern) {
		Set<String> excluded = new HashSet<>(this.disabledDetectors);
		excluded.addAll(route.excludedDetectors());
		return new Policy((route.id() != null) ? route.id() : pattern,
				(route.mode() != null) ? route.mode() : this.properties.mode(),
				(route.blockScore() != null) ? route.blockScore() : this.properties.blockScore(),
				(route.failureMode() != null) ? route.failureMode() : this.properties.failureMode(), excluded,
				detectorModes(route), this.jsonRouteModes, route.excludedParameters(),
				(route.unjudgedMode() != null) ? route.unjudgedMode() : this.properties.unjudgedMode(),
				excludedValues(route), RouteSettings.limits(route));
	}

	/**
	 * Values are known by their names as findings have them.
	 */
	private static Map<String, Set<String>> excludedValues(RaspProperties.Route route) {
		Map<String, Set<String>> excluded = new HashMap<>();
		route.excludedValues()
			.forEach((detector, names) -> excluded.put(detector,
					names.stream().map(Redaction::name).collect(Collectors.toUnmodifiableSet())));
		return excluded;
	}

	private Map<String, EnforcementMode> detectorModes(RaspProperties.Route route) {
		if (route.detectorModes().isEmpty()) {
			return this.detectorModes;
		}
		Map<String, EnforcementMode> modes = new HashMap<>(this.detectorModes);
		route.detectorModes().forEach((name, mode) -> modes.merge(name, mode, EnforcementMode::softenedBy));
		return modes;
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
