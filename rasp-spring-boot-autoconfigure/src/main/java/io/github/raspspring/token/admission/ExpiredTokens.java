package io.github.raspspring.token.admission;

import io.github.raspspring.token.Challenge;
import io.github.raspspring.token.TokenMarks;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Tells tokens that have expired from forged ones, by the reason that Spring Security
 * gives. Validators are asked once the signature is verified.
 */
final class ExpiredTokens {

	/** The words of {@code JwtTimestampValidator}, which are in the challenge as well. */
	private static final String EXPIRED = "Jwt expired at ";

	private ExpiredTokens() {
	}

	/**
	 * Return whether a token was refused for nothing else but its time.
	 */
	static boolean isReasonOf(@Nullable Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof JwtValidationException invalid) {
				return !invalid.getErrors().isEmpty() && invalid.getErrors().stream().allMatch(ExpiredTokens::isExpiry);
			}
		}
		return false;
	}

	/**
	 * Return whether a challenge tells of expiry (RFC 6750, section 3).
	 */
	static boolean isReasonIn(String challenge) {
		return challenge.contains(EXPIRED);
	}

	/**
	 * The rules of this product don't say which was broken, but leave a mark.
	 */
	private static boolean isExpiry(OAuth2Error error) {
		String description = error.getDescription();
		return description != null && (description.startsWith(EXPIRED)
				|| (description.equals(Challenge.UNACCEPTABLE) && TokenMarks.isSet(TokenMarks.EXPIRED)));
	}

}
