package io.github.raspspring.token.use;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Consumer;

import io.github.raspspring.token.Challenge;
import io.github.raspspring.token.RouteRequirement;
import io.github.raspspring.token.TokenCheck;
import io.github.raspspring.token.TokenUse;
import io.github.raspspring.token.UseRule;
import io.github.raspspring.token.Violation;
import org.jspecify.annotations.Nullable;

/**
 * The tenant that is asked for, by a path variable or a header, is one of the token's
 * (OWASP API1). A request that names none is left to the application. CWE-639.
 */
final class TenantRule implements UseRule {

	@Override
	public void check(TokenUse use, Consumer<Violation> violations) {
		RouteRequirement route = use.route();
		RouteRequirement.Tenant tenant = (route != null) ? route.tenant() : null;
		if (tenant == null) {
			return;
		}
		List<String> own = use.token().list(tenant.claim());
		String variable = (tenant.pathVariable() != null) ? use.variables().get(tenant.pathVariable()) : null;
		if (variable != null && !own.contains(variable)) {
			violations.accept(mismatch("the path names another tenant than " + tenant.claim()));
		}
		else if (tenant.header() != null && !own.containsAll(headers(use, tenant.header()))) {
			violations.accept(mismatch("the header names another tenant than " + tenant.claim()));
		}
	}

	private static List<String> headers(TokenUse use, String name) {
		@Nullable Enumeration<String> values = use.request().getHeaders(name);
		return (values != null) ? Collections.list(values) : List.of();
	}

	private static Violation mismatch(String evidence) {
		return Violation.of(TokenCheck.TENANT_MISMATCH, evidence, Challenge.FORBIDDEN);
	}

}
