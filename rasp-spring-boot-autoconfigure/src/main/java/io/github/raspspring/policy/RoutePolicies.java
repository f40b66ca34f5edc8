package io.github.raspspring.policy;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.PolicyResolver;
import io.github.raspspring.engine.SectionOperation;

/**
 * Finds the policy of a request: the first route that matches wins, the application's
 * policy applies to all others.
 */
public final class RoutePolicies implements PolicyResolver, EndpointSection {

	private final Policy fallback;

	private final List<RoutePolicy> routes;

	private final RouteIndex index;

	private final PolicyOverrides overrides;

	/**
	 * Create the policies.
	 * @param fallback what applies where no route matches
	 * @param routes the routes in the order in which they are tried
	 */
	public RoutePolicies(Policy fallback, List<RoutePolicy> routes) {
		this(fallback, routes, Clock.systemUTC());
	}

	/**
	 * Create the policies.
	 * @param fallback what applies where no route matches
	 * @param routes the routes in the order in which they are tried
	 * @param clock tells until when what operators set applies
	 */
	public RoutePolicies(Policy fallback, List<RoutePolicy> routes, Clock clock) {
		this.fallback = fallback;
		this.routes = List.copyOf(routes);
		this.index = new RouteIndex(this.routes);
		this.overrides = new PolicyOverrides(clock);
	}

	@Override
	public Policy resolve(String method, String path) {
		RoutePolicy route = this.routes.isEmpty() ? null : this.index.find(method, path);
		return this.overrides.apply((route != null) ? route.policy() : this.fallback);
	}

	@Override
	public String name() {
		return "policies";
	}

	@Override
	public String reason() {
		return "by rasp.mode and rasp.routes";
	}

	@Override
	public String headline() {
		String mode = "mode " + this.fallback.mode().name().toLowerCase(Locale.ROOT);
		return switch (this.routes.size()) {
			case 0 -> mode;
			case 1 -> mode + " and 1 route";
			default -> mode + " and " + this.routes.size() + " routes";
		};
	}

	@Override
	public Map<String, Object> overview() {
		Map<String, Object> overview = new LinkedHashMap<>();
		overview.put("mode", this.fallback.mode());
		overview.put("strictest", strictest());
		overview.put("routes", this.routes.size());
		return overview;
	}

	/**
	 * Return how far any route goes.
	 */
	private EnforcementMode strictest() {
		EnforcementMode strictest = this.fallback.mode();
		for (RoutePolicy route : this.routes) {
			EnforcementMode mode = route.policy().mode();
			strictest = (mode.compareTo(strictest) > 0) ? mode : strictest;
		}
		return strictest;
	}

	@Override
	public Object content() {
		Map<String, Object> content = new LinkedHashMap<>();
		content.put("application", PolicyDescriptor.of(this.fallback));
		content.put("routes", this.routes.stream().map(RoutePolicies::describe).toList());
		content.put("overrides", this.overrides.describe());
		return content;
	}

	/**
	 * Set something for a policy for some time, or end that.
	 */
	@Override
	public Object operate(SectionOperation operation) {
		return this.overrides.operate(operation,
				Stream.concat(Stream.of(this.fallback), this.routes.stream().map(RoutePolicy::policy)));
	}

	private static Map<String, Object> describe(RoutePolicy route) {
		Map<String, Object> description = new LinkedHashMap<>();
		description.put("pattern", route.pattern().getPatternString());
		description.put("methods", route.methods());
		description.put("policy", PolicyDescriptor.of(route.policy()));
		return description;
	}

}
