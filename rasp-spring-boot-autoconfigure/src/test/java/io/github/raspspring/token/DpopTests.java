package io.github.raspspring.token;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.raspspring.token.TokenApplication.SetUp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Proofs of possession are good once. Spring Security sees to it first, and takes no more
 * than a thousand a minute; ReplayRuleTests shows what remembers more.
 */
class DpopTests {

	private static Issuance issuance;

	private static TokenApplication application;

	private static ECKey key;

	@BeforeAll
	static void start() throws Exception {
		issuance = new Issuance();
		key = new ECKeyGenerator(Curve.P_256).generate();
		application = new TokenApplication(SetUp.DPOP, issuance, "rasp.mode=block",
				"rasp.token.routes[0].pattern=/api/dpop", "rasp.token.routes[0].binding=dpop");
	}

	@AfterAll
	static void stop() {
		application.close();
		issuance.close();
	}

	@Test
	void proofIsServedOnceEvenAfterManyOthers() throws Exception {
		String token = token();
		String first = proof(token);
		assertThat(send(token, first).statusCode()).isEqualTo(200);
		assertThat(send(token, first).statusCode()).isEqualTo(401);
		await().until(() -> !application.seen().isEmpty());
		assertThat(application.reported()).containsExactly("refused");
		for (int i = 0; i < 200; i++) {
			HttpResponse<String> answer = send(token, proof(token));
			assertThat(answer.statusCode()).as("proof " + i + ": " + answer.headers().map()).isEqualTo(200);
		}
		assertThat(send(token, first).statusCode()).isEqualTo(401);
		await().until(() -> !application.seen().isEmpty());
		assertThat(application.reported()).containsExactly("refused");
	}

	@Test
	void boundTokenIsNoBearerToken() throws Exception {
		assertThat(application.get("/api/dpop", token()).statusCode()).isEqualTo(401);
	}

	@Test
	void plainTokenIsRefusedWhereProofIsAskedFor() throws Exception {
		assertThat(application.get("/api/dpop", issuance.rs256((header) -> {
		}, (claims) -> {
		})).statusCode()).isEqualTo(401);
		await().until(() -> !application.seen().isEmpty());
		assertThat(application.reported()).containsExactly("binding-missing");
	}

	private static HttpResponse<String> send(String token, String proof) throws Exception {
		return application
			.send(application.request("/api/dpop").header("Authorization", "DPoP " + token).header("DPoP", proof));
	}

	private static String token() throws Exception {
		String thumbprint = key.computeThumbprint().toString();
		return issuance.rs256((header) -> {
		}, (claims) -> claims.claim("cnf", Map.of("jkt", thumbprint)));
	}

	private static String proof(String token) throws Exception {
		byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
		SignedJWT proof = new SignedJWT(
				new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType("dpop+jwt"))
					.jwk(key.toPublicJWK())
					.build(),
				new JWTClaimsSet.Builder().jwtID(UUID.randomUUID().toString())
					.claim("htm", "GET")
					.claim("htu", application.request("/api/dpop").build().uri().toString())
					.claim("ath", Base64.getUrlEncoder().withoutPadding().encodeToString(digest))
					.issueTime(Date.from(Instant.now()))
					.build());
		proof.sign(new ECDSASigner(key));
		return proof.serialize();
	}

}
