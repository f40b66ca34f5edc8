package io.github.raspspring.policy;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.PolicyResolver;
import io.github.raspspring.engine.SectionOperation;
import org.jspecify.annotations.Nullable;

/**
 * Finds the policy of a request: the first route that matches wins, the application's
 * policy applies to all others.
 */
public final class RoutePolicies implements PolicyResolver, EndpointSection {

	private final PolicyOverrides overrides;

	private final Predicate<String> operators;

	private volatile Table table;

	/**
	 * Create the policies.
	 * @param fallback what applies where no route matches
	 * @param routes the routes in the order in which they are tried
	 */
	public RoutePolicies(Policy fallback, List<RoutePolicy> routes) {
		this(fallback, routes, Clock.systemUTC(), (path) -> false);
	}

	/**
	 * Create the policies.
	 * @param fallback what applies where no route matches
	 * @param routes the routes in the order in which they are tried
	 * @param clock tells until when what operators set applies
	 * @param operators tells which paths are those of operators, who must be able to take
	 * back what they set: it does not apply there
	 */
	public RoutePolicies(Policy fallback, List<RoutePolicy> routes, Clock clock, Predicate<String> operators) {
		this.table = Table.of(fallback, routes);
		this.overrides = new PolicyOverrides(clock);
		this.operators = operators;
	}

	/**
	 * Replace all policies at once. What operators have set goes on for those whose names
	 * are still there; requests under way keep the policy that they began with.
	 * @param fallback what applies where no route matches
	 * @param routes the routes in the order in which they are tried
	 */
	public void replace(Policy fallback, List<RoutePolicy> routes) {
		Table replacing = Table.of(fallback, routes);
		this.overrides.moveTo(replacing.policies());
		this.table = replacing;
	}

	/**
	 * Return all policies that there are now.
	 * @return the application's, and those of routes behind it
	 */
	public List<Policy> all() {
		return this.table.policies().toList();
	}

	@Override
	public Policy resolve(String method, String path) {
		Table current = this.table;
		RoutePolicy route = current.find(method, path);
		return applied((route != null) ? route.policy() : current.fallback, path);
	}

	@Override
	public Policy resolve(String method, String path, ClientIdentity client) {
		Table current = this.table;
		RoutePolicy route = current.find(method, path);
		if (route == null) {
			return applied(current.fallback, path);
		}
		Policy applied = applied(route.policy(), path);
		return (applied == route.policy()) ? route.policyFor(client) : applied;
	}

	private Policy applied(Policy policy, String path) {
		return (this.overrides.isEmpty() || this.operators.test(path)) ? policy : this.overrides.apply(policy);
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
		String mode = "mode " + this.table.fallback.mode().name().toLowerCase(Locale.ROOT);
		return switch (this.table.routes.size()) {
			case 0 -> mode;
			case 1 -> mode + " and 1 route";
			default -> mode + " and " + this.table.routes.size() + " routes";
		};
	}

	@Override
	public Map<String, Object> overview() {
		Map<String, Object> overview = new LinkedHashMap<>();
		overview.put("mode", this.table.fallback.mode());
		overview.put("strictest", strictest());
		overview.put("routes", this.table.routes.size());
		return overview;
	}

	/**
	 * Return how far any route goes.
	 */
	private EnforcementMode strictest() {
		EnforcementMode strictest = this.table.fallback.mode();
		for (RoutePolicy route : this.table.routes) {
			EnforcementMode mode = route.policy().mode();
			strictest = (mode.compareTo(strictest) > 0) ? mode : strictest;
		}
		return strictest;
	}

	@Override
	public Object content() {
		Map<String, Object> content = new LinkedHashMap<>();
		content.put("application", PolicyDescriptor.of(this.table.fallback));
		content.put("routes", this.table.routes.stream().map(RoutePolicies::describe).toList());
		content.put("overrides", this.overrides.describe());
		return content;
	}

	/**
	 * Set something for a policy for some time, or end that.
	 */
	@Override
	public Object operate(SectionOperation operation) {
		return this.overrides.operate(operation, this.table.policies());
	}

	private static Map<String, Object> describe(RoutePolicy route) {
		Map<String, Object> description = new LinkedHashMap<>();
		description.put("pattern", route.pattern().getPatternString());
		description.put("methods", route.methods());
		description.put("policy", PolicyDescriptor.of(route.policy()));
		RouteShare share = route.share();
		if (share != null) {
			description.put("percent", share.percent());
		}
		return description;
	}

	/**
	 * Policies of one moment.
	 */
	private record Table(Policy fallback, List<RoutePolicy> routes, RouteIndex index) {

		static Table of(Policy fallback, List<RoutePolicy> routes) {
			return new Table(fallback, List.copyOf(routes), new RouteIndex(routes));
		}

		@Nullable RoutePolicy find(String method, String path) {
			return this.routes.isEmpty() ? null : this.index.find(method, path);
		}

		/**
		 * Return what can be overridden, for the clients of a share and the others alike.
		 */
		Stream<Policy> policies() {
			return Stream.concat(Stream.of(this.fallback), this.routes.stream().map(RoutePolicy::policy));
		}

	}

}
