package io.github.raspspring.token.admission;

import java.time.Clock;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.token.TokenCheck;
import io.github.raspspring.token.TokenMarks;
import io.github.raspspring.token.TokenRules;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/**
 * Notes the tokens that Spring Security refuses by itself, in every mode: forged, or of
 * the wrong form. One that has merely expired is a note only, and a key server that can't
 * be reached is no such refusal.
 */
public final class RefusedTokens implements ApplicationListener<AuthenticationFailureBadCredentialsEvent> {

	private final InspectionScope scope;

	private final FindingReporter reporter;

	private final OwnExpiry expiry;

	/**
	 * Create the listener.
	 * @param scope where the exchange is found
	 * @param reporter takes the finding
	 * @param clock tells whether a token is past its time
	 */
	public RefusedTokens(InspectionScope scope, FindingReporter reporter, Clock clock) {
		this.scope = scope;
		this.reporter = reporter;
		this.expiry = new OwnExpiry(clock);
	}

	@Override
	public void onApplicationEvent(AuthenticationFailureBadCredentialsEvent event) {
		if (!(event.getException() instanceof OAuth2AuthenticationException)) {
			return;
		}
		Inspection inspection = this.scope.current();
		TimeReason reason = TimeReason.of(event.getException());
		if (reason == TimeReason.EXPIRED || reason == null && this.expiry.explains(event.getException())) {
			noteExpiry(inspection);
			return;
		}
		TokenMarks.set(TokenMarks.REFUSED, Boolean.TRUE);
		if (inspection != null && !(reason == TimeReason.EARLY && TokenMarks.isSet(TokenMarks.EARLY))) {
			this.reporter.report(inspection, refusal((reason != null) ? TokenCheck.NOT_YET_VALID : TokenCheck.REFUSED));
		}
	}

	private static Finding refusal(TokenCheck check) {
		return Finding.of(TokenRules.SOURCE, Category.TOKEN, check.rule()).build();
	}

	private void noteExpiry(@Nullable Inspection inspection) {
		if (inspection != null && !TokenMarks.isSet(TokenMarks.EXPIRED)) {
			this.reporter.report(inspection,
					Finding.of(TokenRules.SOURCE, Category.TOKEN, TokenCheck.EXPIRED.rule())
						.confidence(Confidence.WEAK)
						.score(0)
						.evidence("exp has passed")
						.build());
		}
		TokenMarks.set(TokenMarks.EXPIRED, Boolean.TRUE);
	}

}
