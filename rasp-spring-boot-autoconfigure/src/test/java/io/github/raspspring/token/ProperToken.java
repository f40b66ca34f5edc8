package io.github.raspspring.token;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;

/**
 * Variations that honest issuers and clients send.
 */
enum ProperToken {

	PLAIN(null),

	UNTYPED((header) -> header.type(null), null),

	LOWER_CASE_TYPE((header) -> header.type(new JOSEObjectType("jwt")), null),

	TWO_AUDIENCES((claims) -> claims.audience(List.of("elsewhere", "shop"))),

	SKEWED_CLOCK((claims) -> claims.issueTime(Date.from(Instant.now().plusSeconds(20)))),

	NOT_BEFORE_SKEWED((claims) -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(20)))),

	JUST_EXPIRED((claims) -> claims.expirationTime(Date.from(Instant.now().minusSeconds(30)))
		.issueTime(Date.from(Instant.now().minusSeconds(90)))),

	ONE_HOUR_OLD((claims) -> claims.issueTime(Date.from(Instant.now().minusSeconds(3600)))),

	NONCE_AND_SCOPE((claims) -> claims.claim("nonce", "n-0S6")),

	CLAIM_TYP_BEARER((claims) -> claims.claim("typ", "Bearer").claim("scope", null)),

	ACCESS_BY_USE((claims) -> claims.claim("token_use", "access")),

	OTHER_EVENTS((claims) -> claims.claim("events", java.util.Map.of("sale", 1))),

	SCOPE_AS_LIST((claims) -> claims.claim("scope", null).claim("scp", List.of("read", "write"))),

	NO_SCOPE((claims) -> claims.claim("scope", null)),

	LEVEL((claims) -> claims.claim("level", 3)),

	ENVIRONMENTS((claims) -> claims.claim("env", List.of("live", "staging"))),

	MAIL((claims) -> claims.claim("mail", "o.reilly+x@shop.example")),

	TEXT_LIKE_ATTACK((claims) -> claims.claim("note", "' OR 1=1 -- <b> ../../")),

	NESTED_CLAIMS((claims) -> claims.claim("realm_access", java.util.Map.of("roles", List.of("a", "b")))),

	NUMBER_SUBJECT((claims) -> claims.subject("4711")),

	UNICODE((claims) -> claims.claim("name", "Zoë 李 Ö'Brien")),

	LONG_BUT_FINE((claims) -> claims.claim("groups", java.util.Collections.nCopies(80, "engineering-team"))),

	UNKNOWN_HEADER((header) -> header.customParam("ver", "1"), null);

	private final Consumer<JWSHeader.Builder> header;

	private final Consumer<JWTClaimsSet.Builder> claims;

	ProperToken(Consumer<JWTClaimsSet.Builder> claims) {
		this(null, claims);
	}

	ProperToken(Consumer<JWSHeader.Builder> header, Consumer<JWTClaimsSet.Builder> claims) {
		this.header = (header != null) ? header : (unchanged) -> {
		};
		this.claims = (claims != null) ? claims : (unchanged) -> {
		};
	}

	String token(Issuance issuance) {
		return issuance.rs256(this.header, this.claims);
	}

}
