package io.github.raspspring.ratelimit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.pipeline.ResponseHeaders;

/**
 * Tells clients how they stand with the plans that count them. Plans that are not
 * announced, and plans that only record, are never mentioned. Thread-safe.
 */
public final class RateLimitAnnouncer implements ResponseHeaders {

	private final List<RateLimit> limits;

	/**
	 * Create an announcer.
	 * @param limits all limits of the application
	 */
	public RateLimitAnnouncer(RateLimits limits) {
		this.limits = limits.all().stream().filter((limit) -> limit.plan().announced()).toList();
	}

	@Override
	public void contribute(Inspection inspection, BiConsumer<String, String> headers) {
		List<Standing> standings = new ArrayList<>();
		for (RateLimit limit : this.limits) {
			if (isEnforced(limit.plan(), inspection) && limit.plan().hasCounted(inspection)) {
				standings.addAll(limit.standings(inspection));
			}
		}
		if (!standings.isEmpty()) {
			headers.accept(RateLimitHeaders.POLICY, RateLimitHeaders.policy(standings));
			headers.accept(RateLimitHeaders.STANDING, RateLimitHeaders.standing(standings));
		}
	}

	@Override
	public boolean areLate() {
		return this.limits.stream().anyMatch((limit) -> limit.plan().phase() == Phase.HANDLER);
	}

	@Override
	public List<String> violatedPolicies(Decision decision) {
		return this.limits.stream()
			.map(RateLimit::plan)
			.filter((plan) -> decision.findings().stream().anyMatch((finding) -> isViolated(plan, finding)))
			.map(RateLimitPlan::name)
			.toList();
	}

	private static boolean isViolated(RateLimitPlan plan, Finding finding) {
		String detector = plan.detectorName();
		return finding.throttles() && finding.cap() == EnforcementMode.BLOCK
				&& (finding.detector().equals(detector) || finding.detector().equals(detector + "-unproven"));
	}

	private static boolean isEnforced(RateLimitPlan plan, Inspection inspection) {
		return inspection.policy().modeOf(plan.detectorName()).softenedBy(plan.mode()) == EnforcementMode.BLOCK;
	}

}
