package io.github.raspspring.autoconfigure.ratelimit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.ratelimit.Audience;
import io.github.raspspring.ratelimit.Quota;
import io.github.raspspring.ratelimit.RateLimitPlan;
import io.github.raspspring.ratelimit.Sharing.OnStoreFailure;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What clients are granted.
 *
 * @param enabled Whether the plans are enforced.
 * @param plans Limits by name; a request counts in every plan that matches it.
 */
@ConfigurationProperties("rasp.rate-limit")
public record RaspRateLimitProperties(@DefaultValue("true") boolean enabled, @DefaultValue Map<String, Plan> plans) {

	/** Where the plans are configured. */
	static final String PLANS = "rasp.rate-limit.plans.";

	public RaspRateLimitProperties {
		plans = Map.copyOf(plans);
		plans.forEach(RateLimitPlanFactory::check);
	}

	/**
	 * One limit.
	 *
	 * @param capacity Tokens in a full bucket, which is the largest burst; with period, a
	 * short form for a single bandwidth.
	 * @param period Time in which an empty bucket becomes full again.
	 * @param refill How tokens come back: one by one (greedy) or all at the end of the
	 * period (interval).
	 * @param bandwidths Several bandwidths, all of which a request must meet, instead of
	 * capacity and period.
	 * @param concurrency Requests of one key that may be under way at once; any number if
	 * 0.
	 * @param costs Requests that cost more or less than one token, the first match
	 * counts.
	 * @param consumeOn Statuses of answers that use tokens up, such as 401; with any
	 * other answer they are given back. All use them up if empty.
	 * @param key Parts by which requests are counted together: ip, site, subject,
	 * client-id, tenant, claim:name, api-key, route, global, json:/pointer, form:name,
	 * query:name, header:name, cookie:name, path:name, or the name of a
	 * RateLimitKeyResolver bean.
	 * @param patterns Path patterns of the requests that count, such as /api/**; all if
	 * empty.
	 * @param methods HTTP methods of the requests that count; all if empty.
	 * @param appliesTo Whose requests count: any, anonymous or authenticated.
	 * @param mode Strictest mode of the plan, which can only soften that of the route.
	 * @param maxKeys Keys that get a bucket of their own; further ones share buckets.
	 * @param announce Whether clients are told how they stand, in headers of the answers.
	 * @param shared Whether all instances count together, where there is a store to
	 * share; concurrency is counted by each alone.
	 * @param onStoreFailure What is done while the store does not answer: count in each
	 * instance (local), refuse nothing (open) or refuse all (closed).
	 */
	public record Plan(@Nullable Long capacity, @Nullable Duration period, @DefaultValue("greedy") Quota.Refill refill,
			@DefaultValue List<Bandwidth> bandwidths, @DefaultValue("0") int concurrency,
			@DefaultValue List<Cost> costs, @DefaultValue Set<Integer> consumeOn, @DefaultValue("ip") List<String> key,
			@DefaultValue List<String> patterns, @DefaultValue Set<String> methods,
			@DefaultValue("any") Audience appliesTo, @DefaultValue("block") EnforcementMode mode,
			@DefaultValue("" + RateLimitPlan.DEFAULT_MAX_KEYS) int maxKeys, @DefaultValue("true") boolean announce,
			@DefaultValue("true") boolean shared, @DefaultValue("local") OnStoreFailure onStoreFailure) {

	}

	/**
	 * One bandwidth of a limit.
	 *
	 * @param capacity Tokens in a full bucket.
	 * @param period Time in which an empty bucket becomes full again.
	 * @param refill How tokens come back: one by one (greedy) or all at the end of the
	 * period (interval).
	 */
	public record Bandwidth(@Nullable Long capacity, @Nullable Duration period,
			@DefaultValue("greedy") Quota.Refill refill) {

	}

	/**
	 * What certain requests cost.
	 *
	 * @param patterns Path patterns of the requests; all if empty.
	 * @param methods HTTP methods of the requests; all if empty.
	 * @param tokens Tokens that each of them takes; 0 for requests that are free.
	 */
	public record Cost(@DefaultValue List<String> patterns, @DefaultValue Set<String> methods,
			@DefaultValue("1") long tokens) {

	}

}
