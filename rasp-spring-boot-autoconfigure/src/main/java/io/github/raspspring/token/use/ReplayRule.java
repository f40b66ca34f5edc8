package io.github.raspspring.token.use;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.ExpiringStore;
import io.github.raspspring.engine.ExpiringStore.Insertion;
import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.token.RouteRequirement;
import io.github.raspspring.token.TokenCheck;
import io.github.raspspring.token.TokenKey;
import io.github.raspspring.token.TokenMarks;
import io.github.raspspring.token.TokenRules;
import io.github.raspspring.token.TokenUse;
import io.github.raspspring.token.UseRule;
import io.github.raspspring.token.VerifiedToken;
import io.github.raspspring.token.Violation;

/**
 * A DPoP proof, and a token of a single-use route, come once (RFC 9449, section 11.1; RFC
 * 7519, section 4.1.7). What came is kept until it is no longer accepted anyhow, however
 * many others come. CWE-294.
 */
final class ReplayRule implements UseRule {

	/** Spring Security takes proofs whose iat is at most a minute away. */
	private static final Duration PROOF = Duration.ofMinutes(5);

	private static final Duration LONGEST = Duration.ofDays(3650);

	private final ExpiringStore store;

	private final Clock clock;

	ReplayRule(ExpiringStore store, Clock clock) {
		this.store = store;
		this.clock = clock;
	}

	@Override
	public void check(TokenUse use, Consumer<Violation> violations) {
		boolean bound = use.token().confirmation("jkt") != null;
		String proof = bound ? use.request().getHeader("DPoP") : null;
		if (proof != null && use.request().getAttribute(TokenMarks.PROOF) == null) {
			once("proof:" + TokenKey.ofContent(proof).text(), PROOF, TokenCheck.PROOF_REPLAYED, use, violations);
		}
		RouteRequirement route = use.route();
		if (route != null && route.singleUse()) {
			once("use:" + use.key().text(), remaining(use.token()), TokenCheck.TOKEN_REPLAYED, use, violations);
		}
	}

	private void once(String key, Duration ttl, TokenCheck check, TokenUse use, Consumer<Violation> violations) {
		Insertion insertion = this.store.putIfAbsent(key, "1", ttl);
		boolean closed = use.inspection().policy().failureMode() == FailureMode.CLOSED
				&& use.inspection().policy().modeOf(TokenRules.SOURCE) == EnforcementMode.BLOCK;
		if (insertion == Insertion.PRESENT) {
			violations.accept(Violation.of(check, "it was used before"));
		}
		else if (insertion == Insertion.UNCERTAIN && closed) {
			violations.accept(Violation.of(check, "whether it was used before is not known"));
		}
	}

	/**
	 * Decoders may accept a token some time beyond its end; five minutes cover that.
	 */
	private Duration remaining(VerifiedToken token) {
		Instant end = token.time("exp");
		Instant now = this.clock.instant();
		if (end == null || end.isAfter(now.plus(LONGEST))) {
			return LONGEST;
		}
		return (end.isBefore(now) ? Duration.ZERO : Duration.between(now, end)).plusMinutes(5);
	}

}
