package io.github.raspspring.ratelimit;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.SectionOperation;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.web.util.pattern.PathPattern;

/**
 * What is limited, and how full the plans are.
 */
final class LimitsSection implements EndpointSection {

	private final RateLimits rateLimits;

	private final List<RateLimit> limits;

	LimitsSection(RateLimits rateLimits) {
		this.rateLimits = rateLimits;
		this.limits = rateLimits.all();
	}

	@Override
	public String name() {
		return "limits";
	}

	@Override
	public String reason() {
		return "by rasp.rate-limit.plans";
	}

	@Override
	public String headline() {
		return (this.limits.size() == 1) ? "1 limit" : this.limits.size() + " limits";
	}

	@Override
	public Map<String, Object> overview() {
		return Map.of("plans", this.limits.stream().map((limit) -> limit.plan().name()).toList());
	}

	@Override
	public List<String> gaps() {
		if (this.limits.isEmpty()) {
			return List.of("Nothing is limited: set rasp.rate-limit.plans.<name>.capacity and period.");
		}
		return this.limits.stream()
			.filter(RateLimit::isFull)
			.map((limit) -> "New keys share buckets: raise rasp.rate-limit.plans." + limit.plan().name() + ".max-keys.")
			.toList();
	}

	@Override
	public Object content() {
		return this.limits.stream().map(LimitsSection::describe).toList();
	}

	@Override
	public @Nullable Object item(String id) {
		return this.limits.stream()
			.filter((limit) -> limit.plan().name().equals(id))
			.map(LimitsSection::describe)
			.findFirst()
			.orElse(null);
	}

	@Override
	public @Nullable Object operate(SectionOperation operation) {
		if (!operation.name().equals("change")) {
			throw new IllegalArgumentException("The operation on limits is change, with capacity and period");
		}
		this.rateLimits.change(operation.target(), quotaOf(operation), System.currentTimeMillis());
		return item(operation.target());
	}

	private Quota quotaOf(SectionOperation operation) {
		RateLimit limit = this.rateLimits.find(operation.target());
		if (limit == null || limit.plan().grant().quotas().isEmpty()) {
			throw new IllegalArgumentException("Name a plan that has a capacity");
		}
		Quota current = limit.plan().grant().quotas().get(0);
		String capacity = operation.argument("capacity");
		String period = operation.argument("period");
		return new Quota((capacity != null) ? capacityOf(capacity) : current.capacity(),
				(period != null) ? periodOf(period) : current.period(), current.refill());
	}

	private static long capacityOf(String text) {
		try {
			return Long.parseLong(text);
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException("The capacity is a whole number of tokens, at least 1", ex);
		}
	}

	private static Duration periodOf(String text) {
		try {
			// Without a unit it would be milliseconds, which hardly anybody means.
			return (text.chars().allMatch(Character::isDigit) ? DurationStyle.ISO8601 : DurationStyle.detect(text))
				.parse(text);
		}
		catch (IllegalArgumentException | ArithmeticException ex) {
			throw new IllegalArgumentException("The period is a time with its unit, such as 30s, 1m or 1h", ex);
		}
	}

	private static PlanDescriptor describe(RateLimit limit) {
		RateLimitPlan plan = limit.plan();
		return new PlanDescriptor(plan.name(), plan.detectorName(), plan.grant().quotas(), plan.grant().concurrency(),
				plan.key().names(), plan.selections().stream().map(SelectionDescriptor::of).toList(), plan.audience(),
				plan.mode(), limit.size(), plan.maxKeys());
	}

	/**
	 * A plan as the endpoint shows it.
	 */
	record PlanDescriptor(String name, String detector, List<Quota> quotas, int concurrency, List<String> key,
			List<SelectionDescriptor> requests, Audience appliesTo, EnforcementMode mode, long keys, int maxKeys) {

	}

	/**
	 * The requests that a plan counts, as the endpoint shows them.
	 */
	record SelectionDescriptor(List<String> patterns, List<String> methods) {

		static SelectionDescriptor of(Selection selection) {
			return new SelectionDescriptor(selection.patterns().stream().map(PathPattern::getPatternString).toList(),
					selection.methods().stream().sorted().toList());
		}

	}

}
