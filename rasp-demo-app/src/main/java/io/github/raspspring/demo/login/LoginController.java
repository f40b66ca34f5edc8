package io.github.raspspring.demo.login;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * VULNERABLE on purpose (CWE-307): counts no attempts.
 */
@RestController
class LoginController {

	/** Looks after the orders of all customers. */
	private static final String CLERK = "clerk";

	private static final Set<String> USERS = Set.of("alice", "bob", CLERK);

	private static final Duration LIFETIME = Duration.ofMinutes(15);

	private final JwtEncoder encoder;

	LoginController(JwtEncoder encoder) {
		this.encoder = encoder;
	}

	@PostMapping("/login")
	Login login(@Valid @RequestBody LoginRequest login) {
		if (!USERS.contains(login.user()) || !login.password().equals(login.user())) {
			throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
		}
		return new Login(tokenOf(login.user()));
	}

	private String tokenOf(String user) {
		Instant now = Instant.now();
		JwtClaimsSet claims = JwtClaimsSet.builder()
			.id(UUID.randomUUID().toString())
			.issuer("bookshop")
			.audience(List.of("bookshop"))
			.subject(user)
			.issuedAt(now)
			.expiresAt(now.plus(LIFETIME))
			.claim("scope", "orders")
			.claim("authorities", user.equals(CLERK) ? List.of("backoffice") : List.of())
			.claim("shop", user)
			.build();
		return this.encoder.encode(JwtEncoderParameters.from(claims)).getTokenValue();
	}

}
