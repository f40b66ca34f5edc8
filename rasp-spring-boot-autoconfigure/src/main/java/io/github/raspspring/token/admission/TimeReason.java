package io.github.raspspring.token.admission;

import java.util.List;

import io.github.raspspring.token.Challenge;
import io.github.raspspring.token.TokenMarks;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Tells tokens that come too late or too early from forged ones, by the reason that
 * Spring Security gives. Validators are asked once the signature is verified.
 */
enum TimeReason {

	/** The token was good, and its time is over. */
	EXPIRED("Jwt expired at ", TokenMarks.EXPIRED),

	/** The token is good, and its time has not come. */
	EARLY("Jwt used before ", TokenMarks.EARLY);

	private static final String DESCRIPTION = "error_description=\"";

	/** What decoders put before the words of a validator. */
	private static final String DECODING = "An error occurred while attempting to decode the Jwt: ";

	/** The words of {@code JwtTimestampValidator}, which are in the challenge as well. */
	private final String words;

	private final String mark;

	TimeReason(String words, String mark) {
		this.words = words;
		this.mark = mark;
	}

	/**
	 * Return for what time a token was refused, or {@code null} if for anything else.
	 */
	static @Nullable TimeReason of(@Nullable Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof JwtValidationException invalid) {
				return of(List.copyOf(invalid.getErrors()));
			}
		}
		return null;
	}

	private static @Nullable TimeReason of(List<OAuth2Error> errors) {
		for (TimeReason reason : values()) {
			if (!errors.isEmpty() && errors.stream().allMatch(reason::isIn)) {
				return reason;
			}
		}
		return null;
	}

	/**
	 * The rules of this product don't say which was broken, but leave a mark.
	 */
	boolean isIn(OAuth2Error error) {
		String description = error.getDescription();
		return description != null && (description.startsWith(this.words)
				|| (description.equals(Challenge.UNACCEPTABLE) && TokenMarks.isSet(this.mark)));
	}

	/**
	 * Return of what time a challenge tells (RFC 6750, section 3), or {@code null}. The
	 * words count at the start only: further on they may be the sender's.
	 */
	static @Nullable TimeReason in(String challenge) {
		int start = challenge.indexOf(DESCRIPTION);
		if (start < 0) {
			return null;
		}
		start += DESCRIPTION.length();
		start += challenge.startsWith(DECODING, start) ? DECODING.length() : 0;
		for (TimeReason reason : values()) {
			if (challenge.startsWith(reason.words, start)) {
				return reason;
			}
		}
		return null;
	}

}
