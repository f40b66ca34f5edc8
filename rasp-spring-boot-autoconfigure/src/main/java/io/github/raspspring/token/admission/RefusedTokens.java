package io.github.raspspring.token.admission;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.token.TokenCheck;
import io.github.raspspring.token.TokenMarks;
import io.github.raspspring.token.TokenRules;

import org.springframework.context.ApplicationListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/**
 * Notes the tokens that Spring Security refuses by itself, in every mode: forged, expired
 * or of the wrong form. A key server that can't be reached is no such refusal.
 */
public final class RefusedTokens implements ApplicationListener<AuthenticationFailureBadCredentialsEvent> {

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
		if (!(event.getException() instanceof OAuth2AuthenticationException)) {
			return;
		}
		TokenMarks.set(TokenMarks.REFUSED, Boolean.TRUE);
		Inspection inspection = this.scope.current();
		if (inspection != null) {
			this.reporter.report(inspection,
					Finding.of(TokenRules.SOURCE, Category.TOKEN, TokenCheck.REFUSED.rule()).build());
		}
	}

}
