package io.github.raspspring.token.use;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.engine.ExpiringStore;
import io.github.raspspring.token.UseRule;
import io.github.raspspring.token.revocation.RevocationRule;
import io.github.raspspring.token.revocation.TokenRevocations;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of how tokens are used, in stages: a later stage is asked only if nothing
 * was refused before.
 */
public final class UseChecks {

	private final List<UseRule> required = new ArrayList<>();

	private final List<UseRule> observed = new ArrayList<>();

	private final List<UseRule> consuming = new ArrayList<>();

	private final Clock clock;

	/**
	 * Create the checks that need nothing but the request.
	 * @param clock tells the time
	 * @param skew by how much clocks may differ
	 */
	public UseChecks(Clock clock, Duration skew) {
		this.clock = clock;
		this.required
			.addAll(List.of(new BindingRule(), new ScopeRule(), new StepUpRule(clock, skew), new TenantRule()));
	}

	/**
	 * Ask for tokens that are not revoked.
	 * @param revocations knows which are
	 * @return these checks
	 */
	public UseChecks revocations(TokenRevocations revocations) {
		this.required.add(new RevocationRule(revocations));
		return this;
	}

	/**
	 * Compare uses with former ones.
	 * @param settings what is unusual
	 * @param geo knows where addresses are, or {@code null}
	 * @return these checks
	 */
	public UseChecks behavior(BehaviorSettings settings, @Nullable GeoResolver geo) {
		this.observed.add(new BehaviorRule(settings, this.clock));
		if (geo != null) {
			this.observed.add(new TravelRule(geo, settings.maximumEntries(), this.clock));
		}
		return this;
	}

	/**
	 * Let proofs and single-use tokens come once.
	 * @param store remembers them
	 * @return these checks
	 */
	public UseChecks replay(ExpiringStore store) {
		this.consuming.add(new ReplayRule(store, this.clock));
		return this;
	}

	public List<List<UseRule>> stages() {
		return List.of(List.copyOf(this.required), List.copyOf(this.observed), List.copyOf(this.consuming));
	}

}
