package io.github.raspspring.ratelimit;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionListener;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.Phase;

/**
 * Completes a plan for anonymous requests that is enforced before authentication.
 * Requests with credentials are never refused there, since they may be somebody's; but a
 * header that proves nothing must not be a way around the limit. So those whose
 * credentials the application ignored are counted after authentication, and those whose
 * credentials it rejected are counted when they are answered.
 */
public final class UnprovenCredentialsDetector implements Detector, InspectionListener {

	private static final int UNAUTHORIZED = 401;

	private final RateLimit limit;

	/**
	 * Create a detector.
	 * @param limit the limit to enforce
	 */
	public UnprovenCredentialsDetector(RateLimit limit) {
		this.limit = limit;
	}

	@Override
	public String name() {
		return this.limit.plan().detectorName() + "-unproven";
	}

	@Override
	public Category category() {
		return Category.RATE_LIMIT;
	}

	@Override
	public Phase phase() {
		return Phase.IDENTITY;
	}

	@Override
	public boolean supports(Inspection inspection) {
		RateLimitPlan plan = this.limit.plan();
		return inspection.credentialsPresented() && plan.defersCredentials() && isOn(inspection)
				&& plan.concerns(inspection);
	}

	@Override
	public void detect(Inspection inspection, Findings findings) {
		RateLimitDetector.throttle(this.limit, inspection, findings);
	}

	@Override
	public boolean isImmediate() {
		return true;
	}

	@Override
	public void completed(Inspection inspection, Outcome outcome) {
		boolean rejected = inspection.phase() == Phase.REQUEST && outcome.status() == UNAUTHORIZED;
		if (rejected && supports(inspection)) {
			this.limit.take(inspection);
			this.limit.settle(inspection, outcome.status());
		}
	}

	private boolean isOn(Inspection inspection) {
		RateLimitPlan plan = this.limit.plan();
		return inspection.policy().modeOf(plan.detectorName()).softenedBy(plan.mode()) != EnforcementMode.OFF;
	}

}
