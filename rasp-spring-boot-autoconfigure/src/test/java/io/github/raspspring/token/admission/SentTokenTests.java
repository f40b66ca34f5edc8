package io.github.raspspring.token.admission;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.github.raspspring.token.Issuance;
import io.github.raspspring.token.TokenApplication;
import io.github.raspspring.token.TokenApplication.SetUp;
import io.github.raspspring.token.Tokens;
import io.github.raspspring.token.VerifiedToken;
import io.github.raspspring.token.revocation.RevocationKind;
import io.github.raspspring.token.revocation.StoredRevocations;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tokens are judged whatever the application makes of them.
 */
class SentTokenTests {

	private final Authentication user = UsernamePasswordAuthenticationToken.authenticated("alice", null, List.of());

	@Test
	void usesAreJudgedWhereTheConverterDropsTheToken() throws Exception {
		try (Issuance issuance = new Issuance();
				TokenApplication application = new TokenApplication(SetUp.CONVERTED, issuance, "rasp.mode=block",
						"rasp.token.routes[0].pattern=/api/pay", "rasp.token.routes[0].scopes=payments",
						"rasp.token.routes[1].pattern=/api/once", "rasp.token.routes[1].single-use=true",
						"rasp.token.routes[2].pattern=/api/dpop", "rasp.token.routes[2].binding=dpop")) {
			String subject = UUID.randomUUID().toString();
			String token = issuance.rs256((header) -> {
			}, (claims) -> claims.subject(subject));
			assertThat(application.get("/", token).statusCode()).isEqualTo(200);
			assertThat(application.get("/api/pay", token).statusCode()).isEqualTo(403);
			assertThat(application.get("/api/dpop", token).statusCode()).isEqualTo(401);
			assertThat(application.get("/api/once", token).statusCode()).isEqualTo(200);
			assertThat(application.get("/api/once", token).statusCode()).isEqualTo(401);
			application.bean(StoredRevocations.class)
				.revoke(RevocationKind.SUBJECT, null, subject, Duration.ofHours(1));
			assertThat(application.get("/", token).statusCode()).isEqualTo(401);
		}
	}

	@Test
	void headerIsTakenAtItsWordOnlyWhereItAuthenticatedTheRequest() {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.addHeader("Authorization", "Bearer " + new Tokens().sign("JWT", Tokens.livingFor(60)));
		assertThat(SentToken.find(this.user, request)).isNull();
		keep(request);
		VerifiedToken found = SentToken.find(this.user, request);
		assertThat(found).isNotNull();
		assertThat(found.text("sub")).isEqualTo("alice");
		assertThat(found.time("exp")).isNotNull();
		assertThat(SentToken.find(null, request)).isNull();
	}

	@Test
	void headerWithoutJwtIsNone() {
		MockHttpServletRequest request = new MockHttpServletRequest();
		keep(request);
		assertThat(SentToken.find(this.user, request)).isNull();
		request.addHeader("Authorization", "Bearer opaque");
		assertThat(SentToken.find(this.user, request)).isNull();
	}

	private void keep(MockHttpServletRequest request) {
		new RequestAttributeSecurityContextRepository().saveContext(new SecurityContextImpl(this.user), request,
				new MockHttpServletResponse());
	}

}
