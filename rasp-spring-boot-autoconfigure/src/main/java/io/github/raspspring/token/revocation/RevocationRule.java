package io.github.raspspring.token.revocation;

import java.util.function.Consumer;

import io.github.raspspring.token.TokenCheck;
import io.github.raspspring.token.TokenUse;
import io.github.raspspring.token.UseRule;
import io.github.raspspring.token.Violation;

/**
 * The token is not revoked (RFC 7009; ASVS 5.0, V7.4.1). CWE-613.
 */
public final class RevocationRule implements UseRule {

	private final TokenRevocations revocations;

	public RevocationRule(TokenRevocations revocations) {
		this.revocations = revocations;
	}

	@Override
	public void check(TokenUse use, Consumer<Violation> violations) {
		RevocationKind kind = this.revocations.find(use.token());
		if (kind != null) {
			violations.accept(Violation.of(TokenCheck.REVOKED, "revoked by " + kind.label()));
		}
	}

}
