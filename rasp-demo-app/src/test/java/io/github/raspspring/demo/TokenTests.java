package io.github.raspspring.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tokens with a good signature, judged by what else they say.
 */
abstract class TokenTests {

	private Bookshop shop;

	private Tokens tokens;

	@BeforeEach
	void enter(@LocalServerPort int port, @Autowired JwtEncoder encoder) {
		this.shop = new Bookshop(port);
		this.tokens = new Tokens(encoder);
	}

	Bookshop shop() {
		return this.shop;
	}

	Answer orderWith(Variation variation) {
		return this.shop.order(this.tokens.with(variation.header, variation.claims), 1);
	}

	@ParameterizedTest
	@EnumSource(names = { "PLAIN", "UNTYPED", "LOWER_CASE_TYPE", "ACCESS_TOKEN", "ACCESS_TOKEN_MEDIA_TYPE",
			"TWO_AUDIENCES", "ONE_HOUR" })
	void orderWhenTokenIsProperThenIsServed(Variation variation) {
		Answer answer = orderWith(variation);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
	}

	/**
	 * What a token may say.
	 */
	enum Variation {

		PLAIN((header) -> {
		}, (claims) -> {
		}),

		UNTYPED((header) -> header.headers((headers) -> headers.remove("typ")), (claims) -> {
		}),

		LOWER_CASE_TYPE((header) -> header.type("jwt"), (claims) -> {
		}),

		ACCESS_TOKEN((header) -> header.type("at+jwt"), (claims) -> {
		}),

		ACCESS_TOKEN_MEDIA_TYPE((header) -> header.type("application/at+jwt"), (claims) -> {
		}),

		TWO_AUDIENCES((header) -> {
		}, (claims) -> claims.audience(List.of("elsewhere", "bookshop"))),

		ONE_HOUR((header) -> {
		}, (claims) -> claims.expiresAt(Instant.now().plus(Duration.ofHours(1)))),

		WITHOUT_EXPIRY((header) -> {
		}, (claims) -> claims.claims((all) -> all.remove("exp"))),

		TEN_YEARS((header) -> {
		}, (claims) -> claims.expiresAt(Instant.now().plus(Duration.ofDays(3650)))),

		TEN_YEARS_FROM_A_FALSE_START((header) -> {
		}, (claims) -> claims.issuedAt(Instant.now().plus(Duration.ofDays(3649)))
			.expiresAt(Instant.now().plus(Duration.ofDays(3650)))),

		OTHER_AUDIENCE((header) -> {
		}, (claims) -> claims.audience(List.of("elsewhere"))),

		NO_AUDIENCE((header) -> {
		}, (claims) -> claims.claims((all) -> all.remove("aud"))),

		OTHER_TYPE((header) -> header.type("dpop+jwt"), (claims) -> {
		});

		private final Consumer<JwsHeader.Builder> header;

		private final Consumer<JwtClaimsSet.Builder> claims;

		Variation(Consumer<JwsHeader.Builder> header, Consumer<JwtClaimsSet.Builder> claims) {
			this.header = header;
			this.claims = claims;
		}

	}

}
