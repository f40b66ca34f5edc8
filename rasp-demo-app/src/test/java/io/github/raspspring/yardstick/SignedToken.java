package io.github.raspspring.yardstick;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * A token that both sides accept, and the key by which they verify it.
 *
 * @param compact the token
 * @param keyLocation the public key, as a location that Spring Boot reads
 */
record SignedToken(String compact, String keyLocation) {

	private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

	static SignedToken create() throws GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(2048);
		KeyPair keys = generator.generateKeyPair();
		return new SignedToken(sign(keys), locationOf(keys.getPublic()));
	}

	private static String sign(KeyPair keys) throws GeneralSecurityException {
		Instant now = Instant.now();
		String claims = """
				{"iss":"yardstick","aud":"yardstick","sub":"alice","jti":"1","scope":"items","iat":%d,"exp":%d}"""
			.formatted(now.getEpochSecond(), now.plus(Duration.ofHours(6)).getEpochSecond());
		String signed = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encode(claims);
		Signature signature = Signature.getInstance("SHA256withRSA");
		signature.initSign(keys.getPrivate());
		signature.update(signed.getBytes(StandardCharsets.US_ASCII));
		return signed + "." + URL.encodeToString(signature.sign());
	}

	private static String encode(String json) {
		return URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
	}

	private static String locationOf(PublicKey key) {
		String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
				+ "\n-----END PUBLIC KEY-----\n";
		return "base64:" + Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));
	}

}
