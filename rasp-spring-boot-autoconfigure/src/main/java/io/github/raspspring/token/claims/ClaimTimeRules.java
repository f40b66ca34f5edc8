package io.github.raspspring.token.claims;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.raspspring.token.TokenCheck;
import io.github.raspspring.token.TokenRule;
import org.jspecify.annotations.Nullable;

/**
 * What the times of a token must be now (RFC 7519, section 4.1). Decoders of the
 * application may have left them unchecked.
 */
final class ClaimTimeRules {

	private ClaimTimeRules() {
	}

	/**
	 * Create the rules.
	 * @param skew by how much clocks may differ
	 * @param maximumAge longest time since {@code iat}, or {@code null} for any
	 * @param clock tells the time
	 */
	static List<TokenRule> of(Duration skew, @Nullable Duration maximumAge, Clock clock) {
		return List.of(new CheckRule(TokenCheck.EXPIRED, (token) -> {
			Instant end = token.time("exp");
			// Spring Security allows a minute, and more than it allows is not refused
			// here.
			Duration allowed = (skew.toSeconds() < 60) ? Duration.ofSeconds(60) : skew;
			return (end != null && end.plus(allowed).isBefore(clock.instant())) ? "exp has passed" : null;
		}), new CheckRule(TokenCheck.ISSUED_IN_FUTURE,
				(token) -> isAfter(token.issuedAt(), "iat", clock.instant().plus(skew))),
				new CheckRule(TokenCheck.NOT_YET_VALID,
						(token) -> isAfter(token.time("nbf"), "nbf", clock.instant().plus(skew))),
				new CheckRule(TokenCheck.TOO_OLD, (token) -> {
					if (maximumAge == null) {
						return null;
					}
					Instant issued = token.issuedAt();
					if (issued == null) {
						return "there is no iat";
					}
					return issued.plus(maximumAge).plus(skew).isBefore(clock.instant())
							? "it was issued more than " + maximumAge.toSeconds() + " seconds ago" : null;
				}));
	}

	private static @Nullable String isAfter(@Nullable Instant time, String claim, Instant limit) {
		return (time != null && time.isAfter(limit)) ? claim + " lies in the future" : null;
	}

}
