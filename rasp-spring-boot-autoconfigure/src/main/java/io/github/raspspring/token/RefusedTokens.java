package io.github.raspspring.token;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.Rule;

import org.springframework.context.ApplicationListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/**
 * Notes the tokens that Spring Security refuses by itself, in every mode: forged, expired
 * or of the wrong form. A key server that can't be reached is no such refusal.
 */
public final class RefusedTokens implements ApplicationListener<AuthenticationFailureBadCredentialsEvent> {

	private static final Rule REFUSED = new Rule("refused", "CWE-347",
			"Spring Security refused the bearer token: its signature, form or time is wrong.",
			"Nothing, unless honest clients meet it: then look at their clocks, keys and issuer.");

	private final InspectionScope scope;

	private final FindingReporter reporter;

	/**
	 * Create the listener.
	 * @param scope where the exchange is found
	 * @param reporter takes the finding
	 */
	public RefusedTokens(InspectionScope scope, FindingReporter reporter) {
		this.scope = scope;
		this.reporter = reporter;
	}

	@Override
	public void onApplicationEvent(AuthenticationFailureBadCredentialsEvent event) {
		Inspection inspection = this.scope.current();
		if (inspection != null && event.getException() instanceof InvalidBearerTokenException) {
			this.reporter.report(inspection, Finding.of("token", Category.TOKEN, REFUSED).build());
		}
	}

}
