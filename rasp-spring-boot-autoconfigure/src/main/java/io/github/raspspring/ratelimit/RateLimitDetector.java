package io.github.raspspring.ratelimit;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionListener;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.Phase;

/**
 * Enforces one plan: every request the plan is about takes what it costs, and one that
 * finds too little is throttled. Runs as soon as key and audience are known. A plan for
 * anonymous requests that is enforced before authentication passes over requests that
 * present credentials; see {@link UnprovenCredentialsDetector}. Cost: one hash and one
 * atomic update. Findings hold no part of the key. CWE-770, CWE-307.
 */
public final class RateLimitDetector implements Detector, InspectionListener {

	private final RateLimit limit;

	/**
	 * Create a detector.
	 * @param limit the limit to enforce
	 */
	public RateLimitDetector(RateLimit limit) {
		this.limit = limit;
	}

	@Override
	public String name() {
		return this.limit.plan().detectorName();
	}

	@Override
	public Category category() {
		return Category.RATE_LIMIT;
	}

	@Override
	public Phase phase() {
		return this.limit.plan().phase();
	}

	@Override
	public boolean supports(Inspection inspection) {
		RateLimitPlan plan = this.limit.plan();
		boolean deferred = plan.defersCredentials() && inspection.credentialsPresented();
		return !deferred && plan.mode() != EnforcementMode.OFF && plan.concerns(inspection);
	}

	@Override
	public void detect(Inspection inspection, Findings findings) {
		throttle(this.limit, inspection, findings);
	}

	@Override
	public boolean isImmediate() {
		return true;
	}

	@Override
	public void completed(Inspection inspection, Outcome outcome) {
		this.limit.settle(inspection, outcome.status());
	}

	static void throttle(RateLimit limit, Inspection inspection, Findings findings) {
		Excess excess = limit.take(inspection);
		if (excess == null) {
			return;
		}
		RateLimitPlan plan = limit.plan();
		findings.add(Finding.of(plan.detectorName(), Category.RATE_LIMIT, excess.rule())
			.cap(plan.mode())
			.evidence("plan " + plan.name() + ", counted by " + String.join(" and ", plan.key().names()))
			.retryAfter(excess.retryAfter())
			.build());
	}

}
