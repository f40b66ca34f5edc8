package io.github.raspspring.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;

/**
 * An issuer with a key server on loopback, whose keys can be changed and which can fail.
 */
public final class Issuance implements AutoCloseable {

	private final HttpServer server;

	private volatile RSAKey rsa = rsa("first");

	private final ECKey ec = ec();

	private final Set<String> ended = ConcurrentHashMap.newKeySet();

	private volatile boolean down;

	public Issuance() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/keys", (exchange) -> {
			byte[] keys = new JWKSet(java.util.List.of(this.rsa, this.ec)).toPublicJWKSet()
				.toString()
				.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(this.down ? 503 : 200, this.down ? -1 : keys.length);
			if (!this.down) {
				exchange.getResponseBody().write(keys);
			}
			exchange.close();
		});
		this.server.createContext("/.well-known/openid-configuration", (exchange) -> {
			byte[] metadata = ("{\"issuer\":\"" + address() + "\",\"jwks_uri\":\"" + address()
					+ "/keys\",\"subject_types_supported\":[\"public\"]}")
				.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, metadata.length);
			exchange.getResponseBody().write(metadata);
			exchange.close();
		});
		this.server.createContext("/introspect", (exchange) -> {
			String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			boolean active = form.contains("token=good") && this.ended.stream().noneMatch(form::contains);
			String audience = form.contains("other") ? "elsewhere" : "shop";
			String bound = form.contains("bound")
					? ",\"cnf\":{\"x5t#S256\":\"" + ClientCertificate.OWNER.thumbprint() + "\"}" : "";
			byte[] body = ("{\"active\":" + active + bound + ",\"sub\":\"alice\",\"aud\":\"" + audience
					+ "\",\"scope\":\"read\",\"client_id\":\"app\"}")
				.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		this.server.start();
	}

	public String address() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/**
	 * Say of an opaque token that it is not active any more.
	 */
	void end(String token) {
		this.ended.add(token);
	}

	/**
	 * Return the public key as text in the form that Spring Boot reads.
	 */
	String publicKey() {
		try {
			return "-----BEGIN PUBLIC KEY-----\n"
					+ Base64.getMimeEncoder().encodeToString(this.rsa.toRSAPublicKey().getEncoded())
					+ "\n-----END PUBLIC KEY-----\n";
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public void rotate() {
		this.rsa = rsa("key-" + UUID.randomUUID());
	}

	public void goDown(boolean down) {
		this.down = down;
	}

	public String rs256(Consumer<JWSHeader.Builder> header, Consumer<JWTClaimsSet.Builder> claims) {
		return sign(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(this.rsa.getKeyID()), header, claims);
	}

	public String es256(Consumer<JWTClaimsSet.Builder> claims) {
		return sign(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(this.ec.getKeyID()), (header) -> {
		}, claims);
	}

	public String withOwnKey() {
		return rs256((header) -> header.jwk(this.rsa.toPublicJWK()), (claims) -> {
		});
	}

	private String sign(JWSHeader.Builder header, Consumer<JWSHeader.Builder> headerChange,
			Consumer<JWTClaimsSet.Builder> claimsChange) {
		header.type(JOSEObjectType.JWT);
		headerChange.accept(header);
		Instant now = Instant.now();
		JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().jwtID(UUID.randomUUID().toString())
			.issuer("https://issuer.example")
			.audience("shop")
			.subject("alice-" + UUID.randomUUID())
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plusSeconds(600)))
			.claim("scope", "read write");
		claimsChange.accept(claims);
		SignedJWT token = new SignedJWT(header.build(), claims.build());
		try {
			token.sign(token.getHeader().getAlgorithm().equals(JWSAlgorithm.ES256) ? new ECDSASigner(this.ec)
					: new RSASSASigner(this.rsa));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		return token.serialize();
	}

	private static RSAKey rsa(String id) {
		try {
			return new RSAKeyGenerator(2048).keyID(id).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static ECKey ec() {
		try {
			return new ECKeyGenerator(Curve.P_256).keyID("curve").generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
