package io.github.raspspring.token.claims;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

import io.github.raspspring.autoconfigure.token.RaspTokenProperties;
import io.github.raspspring.token.VerifiedToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.security.oauth2.jwt.Jwt;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Times of tokens under the default configuration, in seconds from now.
 */
class TimeRulesTests {

	private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

	private final RaspTokenProperties defaults = new Binder(new MapConfigurationPropertySource())
		.bindOrCreate("rasp.token", RaspTokenProperties.class);

	@ParameterizedTest
	@CsvSource({ "0, , 3600", "0, 0, 86400", "-300, , 86400", "-300, -300, 86400", "-360, , 86400", "45, , 3600",
			"60, , 3600", "0, 45, 3600", "0, 60, 3600", "-3600, , 60", "-3600, , -45", "-3600, , -60", ", , 3600" })
	void tokenWhenTimesAreHonestThenAccepted(@Nullable Long iat, @Nullable Long nbf, @Nullable Long exp) {
		assertThat(broken(iat, nbf, exp)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "0, , 86761, lifetime-too-long", "-361, , 86400, lifetime-too-long", "0, , 172800, lifetime-too-long",
			", , 90000, lifetime-too-long", "61, , 3600, issued-in-future", "0, 61, 3600, not-yet-valid",
			"3600, , 7200, issued-in-future", "-3600, , -61, expired", "0, , , expiry-missing" })
	void tokenWhenTimesAreWrongThenRefused(@Nullable Long iat, @Nullable Long nbf, @Nullable Long exp, String rule) {
		assertThat(broken(iat, nbf, exp)).containsExactly(rule);
	}

	@ParameterizedTest
	@CsvSource({ "86761, 'it lives 24h6m1s, which is 6m1s over the 24h allowed; 6m are tolerated'",
			"90000, 'it lives 25h, which is 1h over the 24h allowed; 6m are tolerated'" })
	void violationThenSaysByHowMuch(long exp, String message) {
		assertThat(new LifetimeRule(Duration.ofDays(1), Duration.ofMinutes(6), clock()).violation(token(0L, null, exp)))
			.isEqualTo(message);
	}

	@ParameterizedTest
	@CsvSource({ "1h, 0s, 3601, 'it lives 1h1s, which is 1s over the 1h allowed; 0s are tolerated'",
			"1h, 5m, 3901, 'it lives 1h5m1s, which is 5m1s over the 1h allowed; 5m are tolerated'",
			"30m, 1m, 3600, 'it lives 1h, which is 30m over the 30m allowed; 1m are tolerated'",
			"1d, 10m, 172800, 'it lives 48h, which is 24h over the 24h allowed; 10m are tolerated'",
			"90s, 10s, 101, 'it lives 1m41s, which is 11s over the 1m30s allowed; 10s are tolerated'",
			"1d, 6m, 86761, 'it lives 24h6m1s, which is 6m1s over the 24h allowed; 6m are tolerated'" })
	void violationWhenConfiguredThenSaysByHowMuch(String maximum, String tolerance, long exp, String message) {
		assertThat(rule(maximum, tolerance).violation(token(0L, null, exp))).isEqualTo(message);
	}

	@ParameterizedTest
	@CsvSource({ "1h, 0s, 3600", "1h, 5m, 3900", "30m, 1m, 1860", "1d, 10m, 87000", "90s, 10s, 100", "1d, 0s, 86400" })
	void violationWhenWithinToleranceThenNone(String maximum, String tolerance, long exp) {
		assertThat(rule(maximum, tolerance).violation(token(0L, null, exp))).isNull();
	}

	private static LifetimeRule rule(String maximum, String tolerance) {
		return new LifetimeRule(DurationStyle.detectAndParse(maximum), DurationStyle.detectAndParse(tolerance),
				clock());
	}

	@Test
	void toleranceWhenZeroThenMaximumIsExactButForClocks() {
		assertThat(new LifetimeRule(Duration.ofHours(1), Duration.ZERO, clock()).violation(token(0L, null, 3600L)))
			.isNull();
		assertThat(new LifetimeRule(Duration.ofHours(1), Duration.ZERO, clock()).violation(token(0L, null, 3601L)))
			.contains("1s over");
	}

	private List<String> broken(@Nullable Long iat, @Nullable Long nbf, @Nullable Long exp) {
		VerifiedToken token = token(iat, nbf, exp);
		return new RulesFactory().lifetimeTolerance(this.defaults.lifetimeTolerance())
			.times(this.defaults.maximumLifetime(), this.defaults.maximumAge(), this.defaults.clockSkew(), clock())
			.rules()
			.stream()
			.filter((rule) -> rule.violation(token) != null)
			.map((rule) -> rule.rule().id())
			.toList();
	}

	private static Clock clock() {
		return Clock.fixed(NOW, ZoneOffset.UTC);
	}

	private static VerifiedToken token(@Nullable Long iat, @Nullable Long nbf, @Nullable Long exp) {
		Jwt.Builder token = Jwt.withTokenValue("a.b.c").header("alg", "RS256").subject("alice");
		if (iat != null) {
			token.issuedAt(NOW.plusSeconds(iat));
		}
		if (nbf != null) {
			token.notBefore(NOW.plusSeconds(nbf));
		}
		if (exp != null) {
			token.expiresAt(NOW.plusSeconds(exp));
		}
		return Objects.requireNonNull(VerifiedToken.of(token.build()));
	}

}
