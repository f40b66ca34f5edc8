package io.github.raspspring.ratelimit;

import java.util.List;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Phase;

/**
 * A limit: what is granted, to whom, and for what.
 *
 * @param name lower-case words joined by hyphens
 * @param quotas what is granted; a request needs a token of each
 * @param key by what is counted
 * @param selection the requests that count
 * @param audience whose requests count
 * @param mode the strictest this plan may be; it can only soften the route's mode
 * @param maxKeys keys that get a bucket of their own
 */
public record RateLimitPlan(String name, List<Quota> quotas, RateLimitKey key, Selection selection, Audience audience,
		EnforcementMode mode, int maxKeys) {

	/** Keys of a plan that get a bucket of their own unless configured otherwise. */
	public static final int DEFAULT_MAX_KEYS = 100_000;

	/**
	 * Create a plan.
	 * @throws IllegalArgumentException if it could never apply
	 */
	public RateLimitPlan {
		if (quotas.isEmpty() || maxKeys < 1) {
			throw new IllegalArgumentException("A plan has at least one quota and one key");
		}
		if (audience == Audience.ANONYMOUS && key.parts().contains(FactKey.SUBJECT)) {
			throw new IllegalArgumentException("Anonymous requests have no subject to count by");
		}
		quotas = List.copyOf(quotas);
	}

	/**
	 * Return the name of the detector that enforces the plan.
	 * @return the name by which policies soften or exclude it
	 */
	public String detectorName() {
		return "rate-limit-" + this.name;
	}

	/**
	 * Return when the plan is enforced.
	 * @return the earliest phase in which key and audience are known
	 */
	public Phase phase() {
		Phase phase = this.key.phase();
		return (phase == Phase.REQUEST && this.audience == Audience.AUTHENTICATED) ? Phase.IDENTITY : phase;
	}

	/**
	 * Return whether requests that present credentials have to wait until it is known
	 * whether these are any good.
	 * @return {@code true} for plans for anonymous requests that are enforced before
	 * authentication
	 */
	boolean defersCredentials() {
		return this.audience == Audience.ANONYMOUS && phase() == Phase.REQUEST;
	}

	boolean concerns(Inspection inspection) {
		return isMeant(inspection) && this.selection.matches(inspection);
	}

	private boolean isMeant(Inspection inspection) {
		return switch (this.audience) {
			case ANY -> true;
			case ANONYMOUS -> inspection.subject() == null;
			case AUTHENTICATED -> inspection.subject() != null;
		};
	}

}
