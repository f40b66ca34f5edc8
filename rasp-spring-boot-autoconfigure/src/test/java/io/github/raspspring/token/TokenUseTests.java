package io.github.raspspring.token;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import com.nimbusds.jwt.JWTClaimsSet;
import io.github.raspspring.engine.event.AnswerAborted;
import io.github.raspspring.event.EventHistory;
import io.github.raspspring.token.TokenApplication.SetUp;
import io.github.raspspring.token.revocation.RevocationKind;
import io.github.raspspring.token.revocation.StoredRevocations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What routes ask for, revocation and junk, against a running resource server.
 */
class TokenUseTests {

	private static final String BROWSER = "Mozilla/5.0 (X11) Firefox/131.0";

	private static final String[] ROUTES = { "rasp.token.routes[0].pattern=/api/pay",
			"rasp.token.routes[0].scopes=payments,read", "rasp.token.routes[0].acr-values=gold,silver",
			"rasp.token.routes[0].amr=otp", "rasp.token.routes[1].pattern=/api/once",
			"rasp.token.routes[1].single-use=true", "rasp.token.routes[2].pattern=/api/fresh",
			"rasp.token.routes[2].maximum-authentication-age=5m", "rasp.token.routes[3].pattern=/api/mtls",
			"rasp.token.routes[3].binding=mtls", "rasp.token.routes[4].pattern=/api/dpop",
			"rasp.token.routes[4].binding=dpop", "rasp.token.routes[5].pattern=/api/tenants/{tenant}/orders",
			"rasp.token.routes[5].tenant.path-variable=tenant", "rasp.token.routes[6].pattern=/api/header",
			"rasp.token.routes[6].tenant.header=X-Tenant", "rasp.token.behavior.mode=block" };

	private static Issuance issuance;

	private static TokenApplication block;

	private static TokenApplication monitor;

	@BeforeAll
	static void start() {
		issuance = new Issuance();
		block = new TokenApplication(SetUp.BOOT, issuance, with("rasp.mode=block"));
		monitor = new TokenApplication(SetUp.BOOT, issuance, with("rasp.mode=monitor"));
	}

	@AfterAll
	static void stop() {
		block.close();
		monitor.close();
		issuance.close();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", delimiter = '|', value = { "read payments|gold|pwd,otp|200|",
			"read payments|silver|otp|200|", "read|gold|otp|403|scope-missing", "payments|gold|otp|403|scope-missing",
			"read payments2|gold|otp|403|scope-missing", "READ PAYMENTS|gold|otp|403|scope-missing",
			"-|gold|otp|403|scope-missing", "read payments|bronze|otp|401|authentication-too-weak",
			"read payments|-|otp|401|authentication-too-weak",
			"read payments|gold silver|otp|401|authentication-too-weak",
			"read payments|gold|pwd|401|authentication-too-weak", "read payments|gold|-|401|authentication-too-weak" })
	void routeAsksForScopeAndLogin(String scope, String acr, String amr, int status, String check) throws Exception {
		String token = token((claims) -> claims.claim("scope", scope)
			.claim("acr", acr)
			.claim("amr", (amr != null) ? List.of(amr.split(",")) : null));
		HttpResponse<String> answer = block.get("/api/pay", token);
		assertThat(answer.statusCode()).isEqualTo(status);
		if (check != null) {
			reportedOnly(block, check);
			assertThat(monitor.get("/api/pay", token).statusCode()).isEqualTo(200);
			assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
				.contains((status == 403) ? "error=\"insufficient_scope\"" : "acr_values=\"gold silver\"");
		}
	}

	@ParameterizedTest
	@CsvSource({ "-10, 200", "-290, 200", "-400, 401", "3600, 401" })
	void routeAsksForRecentLogin(long seconds, int status) throws Exception {
		HttpResponse<String> answer = block.get("/api/fresh",
				token((claims) -> claims.claim("auth_time", Instant.now().getEpochSecond() + seconds)));
		assertThat(answer.statusCode()).isEqualTo(status);
		if (status == 401) {
			assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
				.contains("error=\"insufficient_user_authentication\"", "max_age=\"300\"");
			reportedOnly(block, "authentication-too-old");
		}
	}

	@ParameterizedTest
	@CsvSource({ "/api/tenants/acme/orders, 200", "/api/tenants/other/orders, 403", "/api/tenants/ACME/orders, 403",
			"/api/tenants/acm%65/orders, 200", "/api/tenants/othe%72/orders, 403",
			"/api/tenants/other;x=acme/orders, 401", "/api/header, 200" })
	void tenantOfPathIsThatOfToken(String path, int status) throws Exception {
		HttpResponse<String> answer = block.get(path, token((claims) -> claims.claim("tenant", "acme")));
		assertThat(answer.statusCode()).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "acme, acme, 200", "acme, other, 403", "other, acme, 403" })
	void tenantOfEveryHeaderIsThatOfToken(String first, String second, int status) throws Exception {
		HttpResponse<String> answer = block.send(block.request("/api/header")
			.header("Authorization", "Bearer " + token((claims) -> claims.claim("tenant", "acme")))
			.header("X-Tenant", first)
			.header("X-Tenant", second));
		assertThat(answer.statusCode()).isEqualTo(status);
	}

	@Test
	void singleUseTokenIsServedOnce() throws Exception {
		String token = token((claims) -> {
		});
		assertThat(block.get("/api/once", token).statusCode()).isEqualTo(200);
		assertThat(block.get("/", token).statusCode()).isEqualTo(200);
		assertThat(block.get("/api/once", token).statusCode()).isEqualTo(401);
		reportedOnly(block, "token-replayed");
		assertThat(monitor.get("/api/once", token).statusCode()).isEqualTo(200);
		assertThat(monitor.get("/api/once", token).statusCode()).isEqualTo(200);
		reportedOnly(monitor, "token-replayed");
	}

	@Test
	void singleUseTokenWithoutIdIsKnownByItsContent() throws Exception {
		String token = token((claims) -> claims.jwtID(null));
		assertThat(block.get("/api/once", token).statusCode()).isEqualTo(200);
		assertThat(block.get("/api/once", token).statusCode()).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/mtls", "/api/dpop" })
	void plainBearerTokenIsNotBound(String path) throws Exception {
		assertThat(block.get(path, token((claims) -> {
		})).statusCode()).isEqualTo(401);
		reportedOnly(block, "binding-missing");
	}

	@Test
	void tokenBoundToCertificateIsRefusedWithoutIt() throws Exception {
		String token = token(
				(claims) -> claims.claim("cnf", Map.of("x5t#S256", "bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2")));
		assertThat(block.get("/api/mtls", token).statusCode()).isEqualTo(401);
		reportedOnly(block, "refused");
	}

	@ParameterizedTest
	@CsvSource({ "OWNER, 200", "THIEF, 401" })
	void tokenBoundToCertificateIsServedWithIt(ClientCertificate shown, int status) throws Exception {
		String token = token((claims) -> claims.claim("cnf", Map.of("x5t#S256", ClientCertificate.OWNER.thumbprint())));
		HttpResponse<String> answer = block.send(block.request("/api/mtls")
			.header("Authorization", "Bearer " + token)
			.header("Certificate", shown.name()));
		assertThat(answer.statusCode()).isEqualTo(status);
		if (status == 200) {
			assertThat(block.reported()).isEmpty();
		}
		else {
			reportedOnly(block, "refused");
		}
	}

	@ParameterizedTest
	@EnumSource(RevocationKind.class)
	void revokedTokenIsRefusedUntilRestored(RevocationKind kind) throws Exception {
		String value = (kind == RevocationKind.KEY) ? "first"
				: (kind == RevocationKind.ISSUED_BEFORE) ? "" : UUID.randomUUID().toString();
		String token = token((claims) -> revocable(kind, value, claims));
		StoredRevocations revocations = block.bean(StoredRevocations.class);
		revocations.revoke(kind, "https://elsewhere.example", value, Duration.ofHours(1));
		assertThat(block.get("/", token).statusCode()).isEqualTo(200);
		revocations.revoke(kind, "https://issuer.example", value, Duration.ofHours(1));
		assertThat(block.get("/", token).statusCode()).isEqualTo(401);
		reportedOnly(block, "revoked");
		if (kind == RevocationKind.SUBJECT || kind == RevocationKind.SESSION || kind == RevocationKind.ISSUED_BEFORE) {
			String later = token(
					(claims) -> revocable(kind, value, claims).issueTime(Date.from(Instant.now().plusSeconds(5))));
			assertThat(block.get("/", later).statusCode()).isEqualTo(200);
		}
		revocations.restore(kind, "https://issuer.example", value);
		assertThat(block.get("/", token).statusCode()).isEqualTo(200);
	}

	@Test
	void severalTokensAreAmbiguous() throws Exception {
		String token = token((claims) -> {
		});
		HttpResponse<String> two = block.send(block.request("/")
			.header("Authorization", "Bearer " + token)
			.header("Authorization", "Bearer " + token));
		assertThat(two.statusCode()).isEqualTo(400);
		assertThat(two.headers().firstValue("WWW-Authenticate").orElseThrow()).contains("invalid_request");
		assertThat(block.get("/?access_token=x", token).statusCode()).isEqualTo(400);
		assertThat(block.get("/?access%5Ftoken=x", token).statusCode()).isEqualTo(400);
		assertThat(block.get("/?token=x", token).statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/?access_token=x&access_token=y", "/?access_token=x&access_token=x",
			"/?access_token=x&a=b&access%5Ftoken=" })
	void severalTokensInOneQueryAreAmbiguous(String path) throws Exception {
		HttpResponse<String> answer = block.send(block.request(path));
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow()).contains("invalid_request");
		await().until(() -> !block.seen().isEmpty());
		assertThat(block.reported()).contains("several-tokens");
		block.send(block.request("/"));
		assertThat(block.bean(EventHistory.class).latest()).noneMatch(AnswerAborted.class::isInstance);
	}

	@Test
	void oneTokenInTheQueryIsNoted() throws Exception {
		assertThat(block.send(block.request("/?access_token=x")).statusCode()).isEqualTo(401);
		reportedOnly(block, "token-in-query");
	}

	@Test
	void tokenInCookieAndFormIsNoted() throws Exception {
		String token = token((claims) -> {
		});
		assertThat(block.send(
				block.request("/").header("Authorization", "Bearer " + token).header("Cookie", "access_token=" + token))
			.statusCode()).isEqualTo(200);
		reportedOnly(block, "token-in-cookie");
		assertThat(block
			.send(block.request("/form")
				.header("Authorization", "Bearer " + token)
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(BodyPublishers.ofString("name=x&access_token=" + token)))
			.statusCode()).isNotEqualTo(500);
		await().until(() -> !block.seen().isEmpty());
		assertThat(block.reported()).contains("token-in-form");
	}

	@ParameterizedTest
	@EnumSource(value = SetUp.class, names = { "BOOT", "ISSUER_RESOLVER", "DECODER_OF_CHAIN" })
	void junkTokensAreVerifiedUpToACap(SetUp setUp) throws Exception {
		try (TokenApplication application = new TokenApplication(setUp, issuance, "rasp.mode=block",
				"rasp.token.refusals-per-minute=3")) {
			String good = token((claims) -> {
			});
			for (int i = 0; i < 6; i++) {
				assertThat(application.from("203.0.113.7", BROWSER, "/", good).statusCode()).isEqualTo(200);
			}
			String junk = Misuse.TAMPERED.token(issuance);
			for (int i = 0; i < 3; i++) {
				assertThat(application.from("203.0.113.7", BROWSER, "/", junk).statusCode()).isEqualTo(401);
			}
			HttpResponse<String> capped = application.from("203.0.113.7", BROWSER, "/", junk);
			assertThat(capped.statusCode()).isEqualTo(429);
			assertThat(capped.headers().firstValue("Retry-After")).contains("60");
			assertThat(application.from("203.0.113.7", BROWSER, "/", good).statusCode()).isEqualTo(200);
			assertThat(application.from("198.51.100.9", BROWSER, "/", good).statusCode()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "query", "cookie" })
	void junkIsCappedWhereverItComes(String place) throws Exception {
		try (TokenApplication application = new TokenApplication(SetUp.ELSEWHERE, issuance, "rasp.mode=block",
				"rasp.token.refusals-per-minute=3")) {
			String good = token((claims) -> {
			});
			for (int i = 0; i < 6; i++) {
				assertThat(application.send(bringing(application, place, good)).statusCode()).isEqualTo(200);
			}
			String junk = Misuse.TAMPERED.token(issuance);
			for (int i = 0; i < 3; i++) {
				assertThat(application.send(bringing(application, place, junk)).statusCode()).isEqualTo(401);
			}
			assertThat(application.send(bringing(application, place, junk)).statusCode()).isEqualTo(429);
			assertThat(application.send(bringing(application, place, good)).statusCode()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "query", "cookie" })
	void junkElsewhereCostsNoBearerOfTheHeader(String place) throws Exception {
		try (TokenApplication application = new TokenApplication(SetUp.ELSEWHERE, issuance, "rasp.mode=block",
				"rasp.token.refusals-per-minute=3")) {
			String junk = Misuse.TAMPERED.token(issuance);
			for (int i = 0; i < 5; i++) {
				application.send(bringing(application, place, junk));
			}
			assertThat(application.send(bringing(application, place, junk)).statusCode()).isEqualTo(429);
			String fresh = token((claims) -> {
			});
			assertThat(
					application.send(application.request("/").header("Authorization", "Bearer " + fresh)).statusCode())
				.isEqualTo(200);
		}
	}

	@Test
	void knownTokenThatGoesBadIsCountedAgain() throws Exception {
		try (TokenApplication application = new TokenApplication(SetUp.BOOT, issuance, "rasp.mode=block",
				"rasp.token.refusals-per-minute=3")) {
			String good = token((claims) -> {
			});
			assertThat(application.from("203.0.113.7", BROWSER, "/", good).statusCode()).isEqualTo(200);
			String other = good.substring(0, good.length() - 6) + "AAAAAA";
			for (int i = 0; i < 3; i++) {
				assertThat(application.from("203.0.113.7", BROWSER, "/", other).statusCode()).isEqualTo(401);
			}
			assertThat(application.from("203.0.113.7", BROWSER, "/", other).statusCode()).isEqualTo(429);
		}
	}

	private static HttpRequest.Builder bringing(TokenApplication application, String place, String token) {
		return place.equals("query") ? application.request("/?access_token=" + token)
				: application.request("/").header("Cookie", "access_token=" + token);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer", "Bearer=x", "Bearer a b" })
	void malformedBearerHeaderIsRefusedLikeAnyToken(String header) throws Exception {
		HttpResponse<String> answer = block.send(block.request("/").header("Authorization", header));
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
			.contains("error_description=\"The token is not acceptable\"");
		assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
		reportedOnly(block, "refused");
	}

	@Test
	void operatorRevokesAndRestoresWhereAccessIsGranted() throws Exception {
		String operator = token((claims) -> claims.subject("operator"));
		String revoked = token((claims) -> claims.subject("mallory"));
		assertThat(revoke(block, operator).statusCode()).isEqualTo(404);
		try (TokenApplication application = new TokenApplication(SetUp.BOOT, issuance, "rasp.mode=block",
				"management.endpoint.raspTokens.access=unrestricted")) {
			assertThat(application.get("/", revoked).statusCode()).isEqualTo(200);
			assertThat(revoke(application, operator).statusCode()).isEqualTo(200);
			assertThat(application.get("/", revoked).statusCode()).isEqualTo(401);
			assertThat(application.get("/", operator).statusCode()).isEqualTo(200);
			application.send(application.request("/actuator/raspTokens/subject?value=mallory")
				.header("Authorization", "Bearer " + operator)
				.DELETE());
			assertThat(application.get("/", revoked).statusCode()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@CsvSource({ "GET, 403", "HEAD, 403", "POST, 200" })
	void methodsOfRouteAreReadInAnyCaseAndGetIncludesHead(String method, int status) throws Exception {
		try (TokenApplication application = new TokenApplication(SetUp.BOOT, issuance, "rasp.mode=block",
				"rasp.token.routes[0].pattern=/api/header", "rasp.token.routes[0].methods=get",
				"rasp.token.routes[0].tenant.header=X-Tenant")) {
			HttpResponse<String> answer = application.send(application.request("/api/header")
				.header("Authorization", "Bearer " + token((claims) -> claims.claim("tenant", "acme")))
				.header("X-Tenant", "other")
				.method(method, BodyPublishers.noBody()));
			assertThat(answer.statusCode()).isEqualTo(status);
		}
	}

	private static HttpResponse<String> revoke(TokenApplication application, String operator) throws Exception {
		return application.send(application.request("/actuator/raspTokens/subject")
			.header("Authorization", "Bearer " + operator)
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString("{\"value\":\"mallory\"}")));
	}

	@Test
	void outageOfKeyServerIsNobodysFault() throws Exception {
		try (Issuance own = new Issuance();
				TokenApplication application = new TokenApplication(SetUp.BOOT, own, "rasp.mode=block",
						"rasp.token.refusals-per-minute=3")) {
			String token = own.rs256((header) -> {
			}, (claims) -> {
			});
			own.goDown(true);
			for (int i = 0; i < 8; i++) {
				assertThat(application.get("/", token).statusCode()).isIn(401, 500);
				assertThat(application.reported()).isEmpty();
			}
			own.goDown(false);
			assertThat(application.get("/", token).statusCode()).isEqualTo(200);
		}
	}

	@Test
	void rotatedKeyIsPickedUp() throws Exception {
		try (Issuance own = new Issuance();
				TokenApplication application = new TokenApplication(SetUp.BOOT, own, "rasp.mode=block")) {
			assertThat(application.get("/", own.rs256((header) -> {
			}, (claims) -> {
			})).statusCode()).isEqualTo(200);
			assertThat(application.get("/", own.es256((claims) -> {
			})).statusCode()).isEqualTo(200);
			own.rotate();
			assertThat(application.get("/", own.rs256((header) -> {
			}, (claims) -> {
			})).statusCode()).isEqualTo(200);
			assertThat(application.reported()).isEmpty();
		}
	}

	private static JWTClaimsSet.Builder revocable(RevocationKind kind, String value, JWTClaimsSet.Builder claims) {
		return switch (kind) {
			case TOKEN -> claims.jwtID(value);
			case SUBJECT -> claims.subject(value);
			case SESSION -> claims.claim("sid", value);
			case CLIENT -> claims.claim("azp", value);
			case KEY, ISSUED_BEFORE -> claims;
		};
	}

	private static String token(Consumer<JWTClaimsSet.Builder> claims) {
		return issuance.rs256((header) -> {
		}, claims);
	}

	private static void reportedOnly(TokenApplication application, String check) {
		await().until(() -> !application.seen().isEmpty());
		assertThat(application.reported()).containsExactly(check);
	}

	private static String[] with(String mode) {
		return java.util.stream.Stream.concat(java.util.stream.Stream.of(mode), java.util.stream.Stream.of(ROUTES))
			.toArray(String[]::new);
	}

}
