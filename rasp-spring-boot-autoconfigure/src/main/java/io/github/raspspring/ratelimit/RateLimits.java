package io.github.raspspring.ratelimit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.bucket4j.TimeMeter;
import io.github.raspspring.engine.ClientScores;
import io.github.raspspring.engine.EndpointSection;
import org.jspecify.annotations.Nullable;

/**
 * All limits of the application, by the name of their plan. Thread-safe.
 */
public final class RateLimits {

	private final Map<String, RateLimit> limits = new LinkedHashMap<>();

	/**
	 * Create the limits.
	 * @param plans the plans
	 * @param timeMeter tells the time
	 * @param scores tells whom to grant less
	 */
	public RateLimits(List<RateLimitPlan> plans, TimeMeter timeMeter, ClientScores scores) {
		this(plans, timeMeter, scores, null);
	}

	/**
	 * Create the limits.
	 * @param plans the plans
	 * @param timeMeter tells the time
	 * @param scores tells whom to grant less
	 * @param store where buckets are shared with other instances, or {@code null} if this
	 * one counts alone
	 */
	public RateLimits(List<RateLimitPlan> plans, TimeMeter timeMeter, ClientScores scores,
			@Nullable BucketStore store) {
		plans.forEach((plan) -> this.limits.put(plan.name(), new RateLimit(plan, timeMeter, scores, store)));
	}

	/**
	 * Return all limits.
	 * @return the limits by name of their plan
	 */
	public List<RateLimit> all() {
		return List.copyOf(this.limits.values());
	}

	/**
	 * Find the limit of a plan.
	 * @param plan name of the plan
	 * @return the limit, or {@code null} if there is no such plan
	 */
	public @Nullable RateLimit find(String plan) {
		return this.limits.get(plan);
	}

	/**
	 * Return what the actuator endpoint shows of the limits.
	 * @return the section named {@code limits}
	 */
	public EndpointSection section() {
		return new LimitsSection(all());
	}

}
