package io.github.raspspring.token.claims;

import java.util.function.Function;

import io.github.raspspring.engine.Rule;
import io.github.raspspring.token.TokenCheck;
import io.github.raspspring.token.TokenRule;
import io.github.raspspring.token.VerifiedToken;
import org.jspecify.annotations.Nullable;

/**
 * A rule that is one condition.
 *
 * @param check what it is reported as
 * @param condition returns what is wrong, free of the token's content, or {@code null}
 */
record CheckRule(TokenCheck check, Function<VerifiedToken, @Nullable String> condition) implements TokenRule {

	@Override
	public Rule rule() {
		return this.check.rule();
	}

	@Override
	public @Nullable String violation(VerifiedToken token) {
		return this.condition.apply(token);
	}

}
