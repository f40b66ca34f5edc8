package io.github.raspspring.token.use;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

import io.github.raspspring.token.Challenge;
import io.github.raspspring.token.RouteRequirement;
import io.github.raspspring.token.TokenCheck;
import io.github.raspspring.token.TokenUse;
import io.github.raspspring.token.UseRule;
import io.github.raspspring.token.Violation;

/**
 * The user has logged in as strongly and as recently as the route asks for (RFC 9470;
 * ASVS 5.0, V10.3.4). CWE-308.
 */
final class StepUpRule implements UseRule {

	private final Clock clock;

	private final Duration skew;

	StepUpRule(Clock clock, Duration skew) {
		this.clock = clock;
		this.skew = skew;
	}

	@Override
	public void check(TokenUse use, Consumer<Violation> violations) {
		RouteRequirement route = use.route();
		if (route == null) {
			return;
		}
		boolean strong = route.acrValues().isEmpty() || route.acrValues().contains(use.token().text("acr"));
		boolean proven = route.amr().isEmpty() || use.token().list("amr").containsAll(route.amr());
		if (!strong || !proven) {
			violations.accept(Violation.of(TokenCheck.AUTHENTICATION_TOO_WEAK,
					strong ? "amr lacks one of " + route.amr() : "acr is none of " + route.acrValues(),
					challenge(route)));
		}
		Duration maximum = route.maximumAuthenticationAge();
		if (maximum != null && !isRecent(use.token().time("auth_time"), maximum)) {
			violations.accept(Violation.of(TokenCheck.AUTHENTICATION_TOO_OLD,
					"auth_time is not within " + maximum.toSeconds() + " seconds", challenge(route)));
		}
	}

	private static Challenge challenge(RouteRequirement route) {
		return Challenge.stepUp(route.acrValues(), route.maximumAuthenticationAge());
	}

	private boolean isRecent(@org.jspecify.annotations.Nullable Instant login, Duration maximum) {
		Instant now = this.clock.instant();
		return login != null && !login.plus(maximum).plus(this.skew).isBefore(now)
				&& !login.isAfter(now.plus(this.skew));
	}

}
