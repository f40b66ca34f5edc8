package io.github.raspspring.token.admission;

import java.text.ParseException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;

import com.nimbusds.jose.JWSObject;
import io.github.raspspring.token.SentHeaders;
import io.github.raspspring.token.TokenMarks;
import io.github.raspspring.token.VerifiedToken;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;

/**
 * The token that a request was authenticated by where the authentication has forgotten
 * it, as those have that applications make of a token by a converter of their own.
 */
final class SentToken {

	private SentToken() {
	}

	/**
	 * Read the token of the header.
	 * @param authentication what the request was authenticated by, which is no token
	 * @param request the request
	 * @return the JWT, or {@code null} if the authentication was not made of it
	 */
	static @Nullable VerifiedToken find(@Nullable Authentication authentication, HttpServletRequest request) {
		String token = isMadeOfRequest(authentication, request) ? Credentials.tokenOf(request) : null;
		if (token == null) {
			return null;
		}
		try {
			JWSObject parsed = JWSObject.parse(token);
			@Nullable Map<String, Object> claims = parsed.getPayload().toJSONObject();
			return (claims != null) ? new VerifiedToken(token, parsed.getHeader().toJSONObject(), claims) : null;
		}
		catch (ParseException ex) {
			return null;
		}
	}

	/**
	 * Return whether a request brings the token that it is authenticated by, or had it
	 * decoded. What a session, or a test, has authenticated was brought by nobody.
	 */
	static boolean isSent(VerifiedToken token, HttpServletRequest request) {
		String value = token.value();
		PresentedToken presented = PresentedToken.of(request);
		return value.equals(request.getAttribute(TokenMarks.RULES))
				|| presented != null && value.equals(presented.text()) || isInHeaders(value, SentHeaders.of(request))
				|| request.getParameterMap()
					.values()
					.stream()
					.flatMap(Arrays::stream)
					.anyMatch((parameter) -> parameter.contains(value));
	}

	private static boolean isInHeaders(String value, HttpServletRequest request) {
		for (String name : Collections.list(request.getHeaderNames())) {
			for (String header : Collections.list(request.getHeaders(name))) {
				if (header.contains(value)) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * What was authenticated by the header is kept with the request, and what was loaded
	 * from a session is not. Of the latter the header may say anything.
	 */
	private static boolean isMadeOfRequest(@Nullable Authentication authentication, HttpServletRequest request) {
		return authentication != null && authentication.isAuthenticated() && request.getAttribute(
				RequestAttributeSecurityContextRepository.DEFAULT_REQUEST_ATTR_NAME) instanceof SecurityContext made
				&& authentication.equals(made.getAuthentication());
	}

}
