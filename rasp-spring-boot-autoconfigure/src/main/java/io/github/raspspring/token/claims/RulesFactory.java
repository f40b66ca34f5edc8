package io.github.raspspring.token.claims;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.raspspring.token.TokenRule;
import org.jspecify.annotations.Nullable;

/**
 * Makes the rules that are asked for. A builder: not thread-safe.
 */
public final class RulesFactory {

	private final List<TokenRule> rules = new ArrayList<>();

	private Duration lifetimeTolerance = Duration.ZERO;

	/**
	 * Accept lifetimes that are somewhat longer than the longest, in addition to what
	 * clocks may differ. To be called before {@link #times}.
	 * @param tolerance by how much they may be longer, zero if never called
	 * @return this factory
	 */
	public RulesFactory lifetimeTolerance(Duration tolerance) {
		this.lifetimeTolerance = tolerance;
		return this;
	}

	/**
	 * Ask for proper times.
	 * @param maximumLifetime longest time from {@code iat} to {@code exp}
	 * @param maximumAge longest time since {@code iat}, or {@code null} for any
	 * @param skew by how much clocks may differ
	 * @param clock tells the time
	 * @return this factory
	 */
	public RulesFactory times(Duration maximumLifetime, @Nullable Duration maximumAge, Duration skew, Clock clock) {
		this.rules.add(new ExpiryRule());
		this.rules.add(new LifetimeRule(maximumLifetime, this.lifetimeTolerance.plus(skew), clock));
		this.rules.addAll(ClaimTimeRules.of(skew, maximumAge, clock));
		return this;
	}

	/**
	 * Ask for an access token.
	 * @param accepted types that the header {@code typ} may name
	 * @param untypedAccepted whether it may be left out
	 * @return this factory
	 */
	public RulesFactory types(Collection<String> accepted, boolean untypedAccepted) {
		this.rules.add(new TypeRule(accepted, untypedAccepted));
		this.rules.add(new IdTokenRule());
		return this;
	}

	/**
	 * Ask for known issuers and our audience.
	 * @param audiences names of this application, any if empty
	 * @param issuers issuers, any if empty
	 * @return this factory
	 */
	public RulesFactory parties(Set<String> audiences, Collection<Issuer> issuers) {
		if (!audiences.isEmpty()) {
			this.rules.add(new AudienceRule(audiences));
		}
		if (!issuers.isEmpty()) {
			this.rules.addAll(IssuerRules.of(issuers));
		}
		return this;
	}

	/**
	 * Ask for claims.
	 * @param required claims that must be there
	 * @param denied claims that must not
	 * @param expectations what claims must be where they are
	 * @return this factory
	 */
	public RulesFactory claims(Set<String> required, Set<String> denied, Map<String, ClaimExpectation> expectations) {
		this.rules.addAll(ClaimRules.of(required, denied, expectations));
		return this;
	}

	/**
	 * Return the rules.
	 * @return the rules by now, to be added to
	 */
	public List<TokenRule> rules() {
		return this.rules;
	}

}
