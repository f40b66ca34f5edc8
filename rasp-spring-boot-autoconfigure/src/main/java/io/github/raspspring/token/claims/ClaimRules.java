package io.github.raspspring.token.claims;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.raspspring.token.TokenCheck;
import io.github.raspspring.token.TokenRule;
import io.github.raspspring.token.VerifiedToken;
import org.jspecify.annotations.Nullable;

/**
 * Which claims a token must have, must not have, and what they must be (RFC 9068, section
 * 2.2; ASVS 5.0, V9.2).
 */
final class ClaimRules {

	private ClaimRules() {
	}

	static List<TokenRule> of(Set<String> required, Set<String> denied, Map<String, ClaimExpectation> expectations) {
		return List.of(
				new CheckRule(TokenCheck.CLAIM_MISSING,
						(token) -> first(required, (claim) -> isEmpty(token.claims().get(claim)), " is missing")),
				new CheckRule(TokenCheck.CLAIM_DENIED,
						(token) -> first(denied, token.claims()::containsKey, " is denied")),
				new CheckRule(TokenCheck.CLAIM_VALUE, (token) -> violation(expectations, token)));
	}

	private static @Nullable String first(Set<String> claims, java.util.function.Predicate<String> test,
			String message) {
		for (String claim : claims) {
			if (test.test(claim)) {
				return claim + message;
			}
		}
		return null;
	}

	private static boolean isEmpty(@Nullable Object value) {
		return value == null || (value instanceof CharSequence text && text.isEmpty());
	}

	private static @Nullable String violation(Map<String, ClaimExpectation> expectations, VerifiedToken token) {
		for (Map.Entry<String, ClaimExpectation> expectation : expectations.entrySet()) {
			Object value = token.claims().get(expectation.getKey());
			String violation = (value != null) ? expectation.getValue().violation(expectation.getKey(), value) : null;
			if (violation != null) {
				return violation;
			}
		}
		return null;
	}

}
