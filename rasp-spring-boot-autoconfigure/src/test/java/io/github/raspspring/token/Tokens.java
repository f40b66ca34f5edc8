package io.github.raspspring.token;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Date;
import java.util.function.Consumer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

/**
 * Signs tokens with a key of its own.
 */
public final class Tokens {

	private final KeyPair keys;

	public Tokens() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			this.keys = generator.generateKeyPair();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public RSAPublicKey publicKey() {
		return (RSAPublicKey) this.keys.getPublic();
	}

	public String sign(@Nullable String type, Consumer<JWTClaimsSet.Builder> claims) {
		JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder().subject("alice");
		claims.accept(builder);
		JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.RS256);
		if (type != null) {
			header.type(new JOSEObjectType(type));
		}
		SignedJWT token = new SignedJWT(header.build(), builder.build());
		try {
			token.sign(new RSASSASigner(this.keys.getPrivate()));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		return token.serialize();
	}

	/**
	 * Add the times of a token that is issued now.
	 */
	public static Consumer<JWTClaimsSet.Builder> livingFor(long seconds) {
		Instant now = Instant.now();
		return (claims) -> claims.issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(seconds)));
	}

}
