package io.github.raspspring.ratelimit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.bucket4j.TimeMeter;
import io.github.raspspring.engine.ClientScores;
import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.ExpiringStore;
import org.jspecify.annotations.Nullable;

/**
 * All limits of the application, by the name of their plan. Thread-safe.
 */
public final class RateLimits {

	private static final Duration KEPT = Duration.ofDays(30);

	private final Map<String, RateLimit> limits = new LinkedHashMap<>();

	private volatile @Nullable ExpiringStore changes;

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
	 * Let other instances follow when a plan is changed here, and follow them.
	 * @param store where changes are kept
	 * @return these limits
	 */
	public RateLimits following(ExpiringStore store) {
		this.changes = store;
		store.onChange(this::follow);
		return this;
	}

	/**
	 * Change the first bandwidth of a plan; further ones stay. What is left in a bucket
	 * stays the same share of the whole, on all instances that share the store.
	 * @param plan name of the plan
	 * @param quota what is granted from now on
	 * @param version rises with each change, such as the time in milliseconds
	 * @throws IllegalArgumentException if there is no such plan, or a cost could never be
	 * paid
	 */
	public void change(String plan, Quota quota, long version) {
		RateLimit limit = this.limits.get(plan);
		if (limit == null) {
			throw new IllegalArgumentException("There is no plan of this name");
		}
		PlanChange change = new PlanChange(quota, version);
		apply(limit, change);
		ExpiringStore store = this.changes;
		if (store != null) {
			store.put(changeOf(limit), change.write(), KEPT);
		}
	}

	private void follow(String key, @Nullable String value) {
		PlanChange change = (value != null) ? PlanChange.read(value) : null;
		for (RateLimit limit : this.limits.values()) {
			if (change != null && key.equals(changeOf(limit))) {
				apply(limit, change);
			}
		}
	}

	private static void apply(RateLimit limit, PlanChange change) {
		List<Quota> quotas = limit.plan().grant().quotas();
		if (quotas.isEmpty()) {
			throw new IllegalArgumentException("The plan has no capacity that could be changed");
		}
		limit.change(change.appliedTo(quotas), change.version());
	}

	/**
	 * A change of a plan says nothing about one of the same name that is configured
	 * otherwise.
	 */
	private static String changeOf(RateLimit limit) {
		return limit.plan().name() + ':' + limit.fingerprint();
	}

	/**
	 * Return what the actuator endpoint shows of the limits.
	 * @return the section named {@code limits}
	 */
	public EndpointSection section() {
		return new LimitsSection(this);
	}

}
