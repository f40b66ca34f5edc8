package io.github.raspspring.token.admission;

import java.util.Arrays;
import java.util.List;

import io.github.raspspring.token.Challenge;
import io.github.raspspring.token.TokenMarks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
 * Tests for {@link TimeReason}.
 */
class TimeReasonTests {

	private static final String LATE = "Jwt expired at 2026-11-28T11:00:00Z";

	private static final String EARLY = "Jwt used before 2026-11-28T11:00:00Z";

	@BeforeEach
	void begin() {
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
	}

	@AfterEach
	void end() {
		RequestContextHolder.resetRequestAttributes();
	}

	@ParameterizedTest
	@ValueSource(strings = { "The iss claim is not valid", "The aud claim is not valid", "The token is not acceptable",
			"the token has expired, says the sender", "not so: Jwt expired at 2026-11-28T11:00:00Z", "" })
	void reasonWhenMoreIsWrongThenIsNotTime(String other) {
		assertThat(TimeReason.of(failure(LATE, other))).isNull();
		assertThat(TimeReason.of(failure(other, EARLY))).isNull();
		assertThat(TimeReason.of(failure(other))).isNull();
		assertThat(TimeReason.of(failure(LATE, EARLY))).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Signed JWT rejected: Invalid signature", "Malformed token", LATE, EARLY })
	void reasonWhenNothingWasVerifiedThenIsNotTime(String message) {
		assertThat(TimeReason.of(new InvalidBearerTokenException(message, new BadJwtException(message)))).isNull();
		assertThat(TimeReason.of(new InvalidBearerTokenException(message))).isNull();
		assertThat(TimeReason.of(null)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer", "Bearer error=\"invalid_token\"",
			"Bearer error=\"invalid_token\", error_description=\"Malformed token at path $.Jwt expired at \"",
			"Bearer error=\"invalid_token\", error_description=\"An error occurred while attempting to decode the Jwt: "
					+ "Signed JWT rejected: Jwt used before \"",
			"Bearer error=\"Jwt expired at \"", "Bearer realm=\"Jwt expired at \", error_description=\"no\"" })
	void reasonWhenChallengeQuotesTheSenderThenIsNotTime(String challenge) {
		assertThat(TimeReason.in(challenge)).isNull();
	}

	@Test
	void reasonWhenTimeIsAllThatIsWrongThenIsTime() {
		assertThat(TimeReason.of(failure(LATE))).isEqualTo(TimeReason.EXPIRED);
		assertThat(TimeReason.of(failure(LATE, LATE))).isEqualTo(TimeReason.EXPIRED);
		assertThat(TimeReason.of(failure(EARLY))).isEqualTo(TimeReason.EARLY);
		assertThat(TimeReason.of(new IllegalStateException(failure(EARLY)))).isEqualTo(TimeReason.EARLY);
	}

	@Test
	void reasonWhenOwnRulesSaySoTooThenIsTime() {
		assertThat(TimeReason.of(failure(LATE, Challenge.UNACCEPTABLE))).isNull();
		TokenMarks.set(TokenMarks.EXPIRED, Boolean.TRUE);
		assertThat(TimeReason.of(failure(LATE, Challenge.UNACCEPTABLE))).isEqualTo(TimeReason.EXPIRED);
		assertThat(TimeReason.of(failure(EARLY, Challenge.UNACCEPTABLE))).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "An error occurred while attempting to decode the Jwt: " })
	void reasonWhenChallengeTellsOfTimeThenIsTime(String before) {
		String challenge = "Bearer realm=\"shop\", error=\"invalid_token\", error_description=\"" + before;
		assertThat(TimeReason.in(challenge + LATE + "\"")).isEqualTo(TimeReason.EXPIRED);
		assertThat(TimeReason.in(challenge + EARLY + "\", error_uri=\"x\"")).isEqualTo(TimeReason.EARLY);
	}

	private static InvalidBearerTokenException failure(String... descriptions) {
		List<OAuth2Error> errors = Arrays.stream(descriptions)
			.map((description) -> new OAuth2Error("invalid_token", description, null))
			.toList();
		return new InvalidBearerTokenException("failed", new JwtValidationException("failed", errors));
	}

}
