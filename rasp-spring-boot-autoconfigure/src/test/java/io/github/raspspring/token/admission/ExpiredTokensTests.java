package io.github.raspspring.token.admission;

import java.util.Arrays;
import java.util.List;

import io.github.raspspring.token.Challenge;
import io.github.raspspring.token.TokenMarks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ExpiredTokens}.
 */
class ExpiredTokensTests {

	private static final String EXPIRED = "Jwt expired at 2026-11-28T11:00:00Z";

	@BeforeEach
	void begin() {
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
	}

	@AfterEach
	void end() {
		RequestContextHolder.resetRequestAttributes();
	}

	@Test
	void reasonWhenExpiredOnlyThenIsExpiry() {
		assertThat(ExpiredTokens.isReasonOf(failure(EXPIRED))).isTrue();
		assertThat(ExpiredTokens.isReasonOf(failure(EXPIRED, EXPIRED))).isTrue();
	}

	@Test
	void reasonWhenOwnRulesSaySoTooThenIsExpiry() {
		assertThat(ExpiredTokens.isReasonOf(failure(EXPIRED, Challenge.UNACCEPTABLE))).isFalse();
		TokenMarks.set(TokenMarks.EXPIRED, Boolean.TRUE);
		assertThat(ExpiredTokens.isReasonOf(failure(EXPIRED, Challenge.UNACCEPTABLE))).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "The iss claim is not valid", "The aud claim is not valid", "Jwt used before 2026-11-28T11:00:00Z",
			"The token is not acceptable", "the token has expired, says the sender" })
	void reasonWhenMoreIsWrongThenIsNotExpiry(String other) {
		assertThat(ExpiredTokens.isReasonOf(failure(EXPIRED, other))).isFalse();
		assertThat(ExpiredTokens.isReasonOf(failure(other))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Signed JWT rejected: Invalid signature", "Malformed token", EXPIRED })
	void reasonWhenNothingWasVerifiedThenIsNotExpiry(String message) {
		assertThat(ExpiredTokens.isReasonOf(new InvalidBearerTokenException(message, new BadJwtException(message))))
			.isFalse();
		assertThat(ExpiredTokens.isReasonOf(new InvalidBearerTokenException(message))).isFalse();
	}

	private static InvalidBearerTokenException failure(String... descriptions) {
		List<OAuth2Error> errors = Arrays.stream(descriptions)
			.map((description) -> new OAuth2Error("invalid_token", description, null))
			.toList();
		return new InvalidBearerTokenException("failed", new JwtValidationException("failed", errors));
	}

}
