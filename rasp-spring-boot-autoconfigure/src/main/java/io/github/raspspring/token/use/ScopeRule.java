package io.github.raspspring.token.use;

import java.util.function.Consumer;

import io.github.raspspring.token.Challenge;
import io.github.raspspring.token.RouteRequirement;
import io.github.raspspring.token.TokenCheck;
import io.github.raspspring.token.TokenUse;
import io.github.raspspring.token.UseRule;
import io.github.raspspring.token.Violation;

/**
 * The token has the scopes that the route asks for (RFC 6750, section 3.1; ASVS 5.0,
 * V10.3.2).
 */
final class ScopeRule implements UseRule {

	@Override
	public void check(TokenUse use, Consumer<Violation> violations) {
		RouteRequirement route = use.route();
		if (route != null && !route.scopes().isEmpty() && !use.token().scopes().containsAll(route.scopes())) {
			violations.accept(Violation.of(TokenCheck.SCOPE_MISSING, "a scope of " + route.scopes() + " is missing",
					Challenge.scope(route.scopes())));
		}
	}

}
