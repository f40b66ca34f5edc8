package io.github.raspspring.autoconfigure.ratelimit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.raspspring.autoconfigure.RaspProperties;
import io.github.raspspring.autoconfigure.RouteChecks;
import io.github.raspspring.autoconfigure.ratelimit.RaspRateLimitProperties.Bandwidth;
import io.github.raspspring.autoconfigure.ratelimit.RaspRateLimitProperties.Plan;
import io.github.raspspring.ratelimit.Cost;
import io.github.raspspring.ratelimit.Grant;
import io.github.raspspring.ratelimit.Quota;
import io.github.raspspring.ratelimit.RateLimitKey;
import io.github.raspspring.ratelimit.RateLimitKeyResolver;
import io.github.raspspring.ratelimit.RateLimitPlan;
import io.github.raspspring.ratelimit.Selection;
import io.github.raspspring.ratelimit.Sharing;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Makes plans of properties, and names the property where that is impossible.
 */
final class RateLimitPlanFactory {

	private final String name;

	private final Plan plan;

	private final List<Selection> routes;

	private RateLimitPlanFactory(String name, Plan plan, List<Selection> routes) {
		this.name = name;
		this.plan = plan;
		this.routes = routes;
	}

	/**
	 * Make a plan.
	 */
	static RateLimitPlan plan(String name, Plan plan, List<RateLimitKeyResolver> resolvers, List<Selection> routes) {
		return new RateLimitPlanFactory(name, plan, routes).plan(resolvers);
	}

	/**
	 * Find the routes that name a plan, and stop the start where one names a plan that is
	 * not there.
	 */
	static Map<String, List<Selection>> routes(List<RaspProperties.Route> routes, Set<String> plans) {
		Map<String, List<Selection>> selections = new HashMap<>();
		for (int i = 0; i < routes.size(); i++) {
			RaspProperties.Route route = routes.get(i);
			for (String plan : route.limits()) {
				String property = "rasp.routes[" + i + "]";
				if (!plans.contains(plan)) {
					throw new InvalidConfigurationPropertyValueException(property + ".limits", plan,
							"Name plans of rasp.rate-limit.plans. Known are: " + String.join(", ", plans) + ".");
				}
				String pattern = RouteChecks.pattern(property + ".pattern", route.pattern()).getPatternString();
				selections.computeIfAbsent(plan, (unknown) -> new ArrayList<>())
					.add(Selection.of(List.of(pattern), RouteChecks.methods(property + ".methods", route.methods())));
			}
		}
		return selections;
	}

	/**
	 * Check all that can be known before the beans are.
	 */
	static void check(String name, Plan plan) {
		RateLimitPlanFactory factory = new RateLimitPlanFactory(name, plan, List.of());
		factory.checkName();
		factory.grant();
		factory.selections();
		if (plan.maxKeys() < 1) {
			throw factory.invalid("max-keys", plan.maxKeys(), "At least one key is needed.");
		}
	}

	private RateLimitPlan plan(List<RateLimitKeyResolver> resolvers) {
		RateLimitKey key = key(resolvers);
		try {
			return new RateLimitPlan(this.name, grant(), key, selections(), this.plan.appliesTo(), this.plan.mode(),
					this.plan.maxKeys(), this.plan.announce(),
					new Sharing(this.plan.shared(), this.plan.onStoreFailure()));
		}
		catch (IllegalArgumentException ex) {
			throw invalid("applies-to", this.plan.appliesTo(), ex.getMessage() + ".");
		}
	}

	private void checkName() {
		boolean valid = this.name.chars().allMatch((c) -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
		if (!valid) {
			throw new InvalidConfigurationPropertyValueException(RaspRateLimitProperties.PLANS + this.name, this.name,
					"Name the plan in lower-case letters, digits and hyphens.");
		}
	}

	private Grant grant() {
		List<Quota> quotas = quotas();
		List<Cost> costs = new ArrayList<>();
		for (RaspRateLimitProperties.Cost cost : this.plan.costs()) {
			costs.add(new Cost(selection("costs[" + costs.size() + "].", cost.patterns(), cost.methods()),
					cost.tokens()));
		}
		for (int status : this.plan.consumeOn()) {
			if (status < 200 || status > 599) {
				throw invalid("consume-on", status, "Name statuses of answers, such as 401.");
			}
		}
		try {
			return new Grant(quotas, this.plan.concurrency(), costs, this.plan.consumeOn());
		}
		catch (IllegalArgumentException ex) {
			throw invalid((this.plan.concurrency() < 0) ? "concurrency" : "costs", this.plan.costs(),
					ex.getMessage() + ".");
		}
	}

	private List<Quota> quotas() {
		List<Bandwidth> bandwidths = this.plan.bandwidths();
		boolean single = this.plan.capacity() != null || this.plan.period() != null;
		if (bandwidths.isEmpty()) {
			return (single || this.plan.concurrency() == 0)
					? List.of(quota("", this.plan.capacity(), this.plan.period(), this.plan.refill())) : List.of();
		}
		if (single) {
			throw invalid("bandwidths", bandwidths.size(), "Set either bandwidths, or capacity and period.");
		}
		List<Quota> quotas = new ArrayList<>();
		for (Bandwidth bandwidth : bandwidths) {
			quotas.add(quota("bandwidths[" + quotas.size() + "].", bandwidth.capacity(), bandwidth.period(),
					bandwidth.refill()));
		}
		return quotas;
	}

	private Quota quota(String prefix, @Nullable Long capacity, @Nullable Duration period, Quota.Refill refill) {
		if (capacity == null || capacity < 1) {
			throw invalid(prefix + "capacity", capacity, "Set how many requests are granted, at least 1.");
		}
		if (period == null || period.compareTo(Duration.ofNanos(capacity)) < 0) {
			throw invalid(prefix + "period", period,
					"Set the time for which the capacity is granted, such as 1m, at least 1 ns for each request.");
		}
		try {
			return new Quota(capacity, period, refill);
		}
		catch (IllegalArgumentException ex) {
			throw invalid(prefix + "period", period, ex.getMessage() + ".");
		}
	}

	private List<Selection> selections() {
		boolean all = this.plan.patterns().isEmpty() && this.plan.methods().isEmpty();
		if (all) {
			return this.routes;
		}
		List<Selection> selections = new ArrayList<>(this.routes);
		selections.add(selection("", this.plan.patterns(), this.plan.methods()));
		return selections;
	}

	private Selection selection(String prefix, List<String> patterns, Set<String> methods) {
		String property = RaspRateLimitProperties.PLANS + this.name + "." + prefix;
		for (int i = 0; i < patterns.size(); i++) {
			RouteChecks.pattern(property + "patterns[" + i + "]", patterns.get(i));
		}
		return Selection.of(patterns, RouteChecks.methods(property + "methods", methods));
	}

	private RateLimitKey key(List<RateLimitKeyResolver> resolvers) {
		if (this.plan.key().isEmpty()) {
			throw invalid("key", "", "Name at least one part, such as ip.");
		}
		for (int i = 0; i < this.plan.key().size(); i++) {
			String part = this.plan.key().get(i);
			try {
				RateLimitKey.of(List.of(part), resolvers);
			}
			catch (IllegalArgumentException ex) {
				throw invalid("key[" + i + "]", part, ex.getMessage() + ".");
			}
		}
		return RateLimitKey.of(this.plan.key(), resolvers);
	}

	private InvalidConfigurationPropertyValueException invalid(String property, @Nullable Object value, String mend) {
		return new InvalidConfigurationPropertyValueException(
				RaspRateLimitProperties.PLANS + this.name + "." + property, value, mend);
	}

}
