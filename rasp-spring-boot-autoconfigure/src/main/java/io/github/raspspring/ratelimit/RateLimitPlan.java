package io.github.raspspring.ratelimit;

import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Phase;

/**
 * A limit: what is granted, to whom, and for what.
 *
 * @param name lower-case words joined by hyphens
 * @param grant what is granted
 * @param key by what is counted
 * @param selections the requests that count, by any of these; all if empty
 * @param audience whose requests count
 * @param mode the strictest this plan may be; it can only soften the route's mode
 * @param maxKeys keys that get a bucket of their own
 * @param announced whether clients are told how they stand
 * @param sharing how instances count together
 */
public record RateLimitPlan(String name, Grant grant, RateLimitKey key, List<Selection> selections, Audience audience,
		EnforcementMode mode, int maxKeys, boolean announced, Sharing sharing) {

	/** Keys of a plan that get a bucket of their own unless configured otherwise. */
	public static final int DEFAULT_MAX_KEYS = 100_000;

	/**
	 * Create a plan.
	 * @throws IllegalArgumentException if it could never apply
	 */
	public RateLimitPlan {
		selections = List.copyOf(selections);
		if (maxKeys < 1) {
			throw new IllegalArgumentException("A plan has at least one key");
		}
		if (audience == Audience.ANONYMOUS && key.phase() == Phase.IDENTITY) {
			throw new IllegalArgumentException("Anonymous requests have no verified facts to count by");
		}
	}

	/**
	 * Create a plan that is shared where there is a store.
	 * @param name lower-case words joined by hyphens
	 * @param grant what is granted
	 * @param key by what is counted
	 * @param selections the requests that count, by any of these; all if empty
	 * @param audience whose requests count
	 * @param mode the strictest this plan may be
	 * @param maxKeys keys that get a bucket of their own
	 * @param announced whether clients are told how they stand
	 */
	public RateLimitPlan(String name, Grant grant, RateLimitKey key, List<Selection> selections, Audience audience,
			EnforcementMode mode, int maxKeys, boolean announced) {
		this(name, grant, key, selections, audience, mode, maxKeys, announced, Sharing.DEFAULT);
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

	/**
	 * Return whether it has to be remembered what a request took: until its answer is
	 * known, or because the handler phase may run more than once.
	 */
	boolean leases() {
		return phase() == Phase.HANDLER || this.grant.dependsOnAnswer();
	}

	boolean concerns(Inspection inspection) {
		return isMeant(inspection) && isSelected(inspection);
	}

	/**
	 * Return whether a request has been counted by now.
	 */
	boolean hasCounted(Inspection inspection) {
		Phase counted = (defersCredentials() && inspection.credentialsPresented()) ? Phase.IDENTITY : phase();
		return inspection.phase().compareTo(counted) >= 0 && concerns(inspection);
	}

	/**
	 * Copy this plan with another grant.
	 */
	RateLimitPlan granting(Grant changed) {
		return new RateLimitPlan(this.name, changed, this.key, this.selections, this.audience, this.mode, this.maxKeys,
				this.announced, this.sharing);
	}

	/**
	 * Copy this plan with more requests that count.
	 */
	RateLimitPlan selecting(List<Selection> additional) {
		List<Selection> all = new ArrayList<>(this.selections);
		all.addAll(additional);
		return new RateLimitPlan(this.name, this.grant, this.key, all, this.audience, this.mode, this.maxKeys,
				this.announced, this.sharing);
	}

	private boolean isSelected(Inspection inspection) {
		if (this.selections.isEmpty()) {
			return true;
		}
		for (Selection selection : this.selections) {
			if (selection.matches(inspection)) {
				return true;
			}
		}
		return false;
	}

	private boolean isMeant(Inspection inspection) {
		return switch (this.audience) {
			case ANY -> true;
			case ANONYMOUS -> inspection.subject() == null;
			case AUTHENTICATED -> inspection.subject() != null;
		};
	}

}
