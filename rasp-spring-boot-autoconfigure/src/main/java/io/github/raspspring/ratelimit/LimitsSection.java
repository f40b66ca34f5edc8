package io.github.raspspring.ratelimit;

import java.util.List;
import java.util.Map;

import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.EnforcementMode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.pattern.PathPattern;

/**
 * What is limited, and how full the plans are.
 */
final class LimitsSection implements EndpointSection {

	private final List<RateLimit> limits;

	LimitsSection(List<RateLimit> limits) {
		this.limits = limits;
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
