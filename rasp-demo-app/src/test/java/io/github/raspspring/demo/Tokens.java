package io.github.raspspring.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/**
 * Tokens signed with the bookshop's own key, good and bad.
 */
final class Tokens {

	private final JwtEncoder encoder;

	Tokens(JwtEncoder encoder) {
		this.encoder = encoder;
	}

	String of(String subject) {
		return with((header) -> {
		}, (claims) -> claims.subject(subject));
	}

	String with(Consumer<JwsHeader.Builder> headerChange, Consumer<JwtClaimsSet.Builder> claimsChange) {
		JwsHeader.Builder header = JwsHeader.with(SignatureAlgorithm.RS256).type("JWT");
		headerChange.accept(header);
		Instant now = Instant.now();
		JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
			.id(UUID.randomUUID().toString())
			.issuer("bookshop")
			.audience(List.of("bookshop"))
			.subject("alice")
			.issuedAt(now)
			.expiresAt(now.plus(Duration.ofMinutes(15)))
			.claim("scope", "orders");
		claimsChange.accept(claims);
		return this.encoder.encode(JwtEncoderParameters.from(header.build(), claims.build())).getTokenValue();
	}

}
