package io.github.raspspring.token.admission;

import java.text.ParseException;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.Locale;
import java.util.Set;

import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Recognizes tokens that are merely over where an application verifies them in a way of
 * its own, and Spring Security's own words are not said. Thread-safe.
 */
final class OwnExpiry {

	/** Thrown by libraries that verify the signature before they look at the time. */
	private static final Set<String> OF_LIBRARIES = Set.of("com.nimbusds.jwt.proc.ExpiredJWTException",
			"io.jsonwebtoken.ExpiredJwtException", "com.auth0.jwt.exceptions.TokenExpiredException");

	private static final String NOT_ACTIVE = "org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException";

	private final Clock clock;

	OwnExpiry(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Return whether the presented token was refused for nothing but its age.
	 */
	boolean explains(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			String type = cause.getClass().getName();
			if (OF_LIBRARIES.contains(type) || type.equals(NOT_ACTIVE) && isKnown(PresentedToken.current())) {
				return true;
			}
			if (cause instanceof JwtValidationException invalid) {
				return isSaidBy(invalid.getErrors()) && hasPassed(PresentedToken.current());
			}
		}
		return false;
	}

	/**
	 * A validator of the application says so in words of its own. It is asked once the
	 * signature is verified, so what the token says of its time is true.
	 */
	private static boolean isSaidBy(Collection<OAuth2Error> errors) {
		return !errors.isEmpty() && errors.stream().allMatch(OwnExpiry::isSaidBy);
	}

	private static boolean isSaidBy(OAuth2Error error) {
		String description = error.getDescription();
		return TimeReason.EXPIRED.isIn(error)
				|| description != null && description.toLowerCase(Locale.ROOT).contains("expir");
	}

	private static boolean isKnown(@Nullable PresentedToken token) {
		return token != null && token.standing() != VerifiedLately.Standing.UNKNOWN;
	}

	private boolean hasPassed(@Nullable PresentedToken token) {
		if (token == null) {
			return false;
		}
		try {
			@Nullable Date end = SignedJWT.parse(token.text()).getJWTClaimsSet().getExpirationTime();
			return end != null && end.toInstant().isBefore(this.clock.instant());
		}
		catch (ParseException ex) {
			return false;
		}
	}

}
