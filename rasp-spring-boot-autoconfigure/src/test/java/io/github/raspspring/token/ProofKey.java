package io.github.raspspring.token;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/**
 * A client's key, which proves that tokens bound to it are the client's.
 */
final class ProofKey {

	private static final String PATH = "/api/dpop";

	private final ECKey key;

	ProofKey() {
		try {
			this.key = new ECKeyGenerator(Curve.P_256).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	String token(Issuance issuance) throws Exception {
		String thumbprint = this.key.computeThumbprint().toString();
		return issuance.rs256((header) -> {
		}, (claims) -> claims.claim("cnf", Map.of("jkt", thumbprint)));
	}

	String proof(TokenApplication application, String token) throws Exception {
		byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
		SignedJWT proof = new SignedJWT(
				new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType("dpop+jwt"))
					.jwk(this.key.toPublicJWK())
					.build(),
				new JWTClaimsSet.Builder().jwtID(UUID.randomUUID().toString())
					.claim("htm", "GET")
					.claim("htu", application.request(PATH).build().uri().toString())
					.claim("ath", Base64.getUrlEncoder().withoutPadding().encodeToString(digest))
					.issueTime(Date.from(Instant.now()))
					.build());
		proof.sign(new ECDSASigner(this.key));
		return proof.serialize();
	}

	static HttpResponse<String> send(TokenApplication application, String token, String proof) throws Exception {
		return application
			.send(application.request(PATH).header("Authorization", "DPoP " + token).header("DPoP", proof));
	}

}
