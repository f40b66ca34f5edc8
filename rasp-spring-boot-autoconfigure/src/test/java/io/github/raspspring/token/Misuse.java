package io.github.raspspring.token;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;

/**
 * Tokens with a good signature that should not be accepted, and how each is reported.
 */
enum Misuse {

	NO_EXPIRY("expiry-missing", (claims) -> claims.expirationTime(null)),

	TEN_YEARS("lifetime-too-long", (claims) -> claims.expirationTime(in(315_360_000))),

	OLD("too-old", (claims) -> claims.issueTime(in(-7300))),

	NO_IAT_WHERE_AGE_COUNTS("too-old", (claims) -> claims.issueTime(null)),

	ISSUED_TOMORROW("issued-in-future", (claims) -> claims.issueTime(in(3600)).expirationTime(in(7200))),

	NOT_YET("not-yet-valid", (claims) -> claims.notBeforeTime(in(90))),

	OTHER_ISSUER("issuer-mismatch", (claims) -> claims.issuer("https://issuer.example.evil.example")),

	ISSUER_SLASH("issuer-mismatch", (claims) -> claims.issuer("https://issuer.example/")),

	ISSUER_CASE("issuer-mismatch", (claims) -> claims.issuer("https://ISSUER.example")),

	NO_ISSUER("issuer-mismatch", (claims) -> claims.issuer(null)),

	OTHER_AUDIENCE("audience-mismatch", (claims) -> claims.audience("elsewhere")),

	NO_AUDIENCE("audience-mismatch", (claims) -> claims.audience((String) null)),

	AUDIENCE_CASE("audience-mismatch", (claims) -> claims.audience("Shop")),

	AUDIENCE_PREFIX("audience-mismatch", (claims) -> claims.audience("shop2")),

	ID_TOKEN_HASH("id-token", (claims) -> claims.claim("at_hash", "MTIzNDU2Nzg5MDEyMzQ1Ng")),

	ID_TOKEN_CODE_HASH("id-token", (claims) -> claims.claim("c_hash", "MTIzNDU2Nzg5MDEyMzQ1Ng")),

	ID_TOKEN_NONCE("id-token", (claims) -> claims.claim("nonce", "n-0S6").claim("scope", null)),

	ID_TOKEN_BY_CLAIM("id-token", (claims) -> claims.claim("typ", "ID")),

	REFRESH_TOKEN("id-token", (claims) -> claims.claim("typ", "Refresh")),

	OFFLINE_TOKEN("id-token", (claims) -> claims.claim("typ", "Offline")),

	ID_TOKEN_BY_USE("id-token", (claims) -> claims.claim("token_use", "id")),

	LOGOUT_TOKEN_WITHOUT_TYPE("id-token",
			(claims) -> claims.claim("events",
					java.util.Map.of("http://schemas.openid.net/event/backchannel-logout", java.util.Map.of()))),

	NO_JTI("claim-missing", (claims) -> claims.jwtID(null)),

	EMPTY_JTI("claim-missing", (claims) -> claims.jwtID("")),

	DENIED_CLAIM("claim-denied", (claims) -> claims.claim("impersonated", true)),

	CLAIM_OF_WRONG_TYPE("claim-value", (claims) -> claims.claim("level", "1")),

	CLAIM_OF_WRONG_VALUE("claim-value", (claims) -> claims.claim("env", "test")),

	CLAIM_LIST_WITH_WRONG_VALUE("claim-value", (claims) -> claims.claim("env", List.of("live", "test"))),

	CLAIM_OFF_PATTERN("claim-value", (claims) -> claims.claim("mail", "a@shop.example.evil.example")),

	OTHER_ALGORITHM("algorithm", null, null, (issuance) -> issuance.es256((claims) -> {
	})),

	JKU("header-denied", (header) -> header.jwkURL(java.net.URI.create("http://169.254.169.254/keys")), null, null),

	X5U("header-denied", (header) -> header.x509CertURL(java.net.URI.create("https://keys.example/c")), null, null),

	X5C("header-denied", (header) -> header.x509CertChain(List.of(new com.nimbusds.jose.util.Base64("MIIB"))), null,
			null),

	EMBEDDED_KEY("header-denied", null, null, (issuance) -> issuance.withOwnKey()),

	COMPRESSED("header-denied", (header) -> header.customParam("zip", "DEF"), null, null),

	KEY_ID_QUERY("key-id", (header) -> header.keyID("first' OR 1=1--"), null, null),

	KEY_ID_PATH("key-id", (header) -> header.keyID("../../dev/null"), null, null),

	KEY_ID_LONG("key-id", (header) -> header.keyID("k".repeat(257)), null, null),

	NESTED("nested", (header) -> header.contentType("JWT"), null, null),

	CRITICAL("critical-header", (header) -> header.criticalParams(java.util.Set.of("extra")).customParam("extra", true),
			null, null),

	LOGOUT_TOKEN("type-not-accepted", (header) -> header.type(new JOSEObjectType("logout+jwt")), null, null),

	PROOF_AS_TOKEN("type-not-accepted", (header) -> header.type(new JOSEObjectType("dpop+jwt")), null, null),

	LONG("too-long", (claims) -> claims.claim("padding", "x".repeat(5000))),

	PADDED("encoding", null, null, (issuance) -> plain(issuance) + "="),

	OTHER_SPELLING("encoding", null, null, (issuance) -> respelled(plain(issuance))),

	FOUR_SEGMENTS("segments", null, null, (issuance) -> plain(issuance) + ".e30"),

	TWO_SEGMENTS("segments", null, null, (issuance) -> plain(issuance).substring(0, plain(issuance).indexOf('.') + 20)),

	ENCRYPTED("segments", null, null,
			(issuance) -> "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkExMjhHQ00ifQ.AAAA.AAAA.AAAA.AAAA"),

	UNSIGNED("algorithm", null, null, (issuance) -> "eyJhbGciOiJub25lIn0." + plain(issuance).split("\\.")[1] + "."),

	UNSIGNED_BY_CASE("algorithm", null, null,
			(issuance) -> "eyJhbGciOiJuT25FIn0." + plain(issuance).split("\\.")[1] + ".AAAA"),

	SIGNATURE_CUT("algorithm", null, null,
			(issuance) -> plain(issuance).substring(0, plain(issuance).lastIndexOf('.') + 1)),

	TAMPERED("refused", null, null, (issuance) -> {
		String[] one = plain(issuance).split("\\.");
		String[] other = plain(issuance).split("\\.");
		return one[0] + "." + other[1] + "." + one[2];
	});

	private final String check;

	private final Consumer<JWSHeader.Builder> header;

	private final Consumer<JWTClaimsSet.Builder> claims;

	private final Function<Issuance, String> whole;

	Misuse(String check, Consumer<JWTClaimsSet.Builder> claims) {
		this(check, null, claims, null);
	}

	Misuse(String check, Consumer<JWSHeader.Builder> header, Consumer<JWTClaimsSet.Builder> claims,
			Function<Issuance, String> whole) {
		this.check = check;
		this.header = (header != null) ? header : (unchanged) -> {
		};
		this.claims = (claims != null) ? claims : (unchanged) -> {
		};
		this.whole = whole;
	}

	String check() {
		return this.check;
	}

	String token(Issuance issuance) {
		return (this.whole != null) ? this.whole.apply(issuance) : issuance.rs256(this.header, this.claims);
	}

	private static String plain(Issuance issuance) {
		return issuance.rs256((header) -> {
		}, (claims) -> {
		});
	}

	/** 256 bytes leave four bits of the last character unused. */
	private static String respelled(String token) {
		String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
		int last = alphabet.indexOf(token.charAt(token.length() - 1));
		return token.substring(0, token.length() - 1) + alphabet.charAt(last + 1);
	}

	private static Date in(long seconds) {
		return Date.from(Instant.now().plusSeconds(seconds));
	}

}
