package io.github.raspspring.token;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

import io.github.raspspring.store.Redis;
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
 * Less common ways of setting up and calling a resource server.
 */
class TokenExtensionTests {

	private static final String BROWSER = "Mozilla/5.0 (X11) Firefox/131.0";

	private static Issuance issuance;

	@BeforeAll
	static void start() {
		issuance = new Issuance();
	}

	@AfterAll
	static void stop() {
		issuance.close();
	}

	@Test
	void opaqueTokenIsHeldToItsCertificate() throws Exception {
		try (TokenApplication application = start(SetUp.OPAQUE, "rasp.token.routes[0].pattern=/api/mtls",
				"rasp.token.routes[0].binding=mtls")) {
			assertThat(show(application, "/api/mtls", "good-bound", "OWNER").statusCode()).isEqualTo(200);
			assertThat(application.reported()).isEmpty();
			assertThat(show(application, "/", "good-bound", "THIEF").statusCode()).isEqualTo(401);
			reportedOnly(application, "binding-missing");
			assertThat(show(application, "/", "good-bound", null).statusCode()).isEqualTo(401);
			reportedOnly(application, "binding-missing");
			assertThat(show(application, "/", "good", "THIEF").statusCode()).isEqualTo(200);
			assertThat(show(application, "/api/mtls", "good", "OWNER").statusCode()).isEqualTo(401);
			reportedOnly(application, "binding-missing");
		}
	}

	private static HttpResponse<String> show(TokenApplication application, String path, String token,
			String certificate) throws Exception {
		HttpRequest.Builder request = application.request(path).header("Authorization", "Bearer " + token);
		return application.send((certificate != null) ? request.header("Certificate", certificate) : request);
	}

	@ParameterizedTest
	@CsvSource({ "block, 401", "monitor, 200" })
	void subjectCannotBeInTwoPlacesAtOnce(String mode, int status) throws Exception {
		try (TokenApplication application = start(SetUp.LOCATING, "rasp.token.behavior.mode=" + mode)) {
			String subject = UUID.randomUUID().toString();
			assertThat(application.from("10.0.0.7", BROWSER, "/", token(subject)).statusCode()).isEqualTo(200);
			assertThat(application.from("12.0.0.7", BROWSER, "/", token(subject)).statusCode()).isEqualTo(200);
			assertThat(application.reported()).isEmpty();
			assertThat(application.from("100.0.0.7", BROWSER, "/", token(subject)).statusCode()).isEqualTo(status);
			reportedOnly(application, "impossible-travel");
		}
	}

	@ParameterizedTest
	@CsvSource({ "open, block, 200", "closed, block, 403", "closed, monitor, 200" })
	void failureOfAnExtensionIsTreatedByFailureMode(String failureMode, String mode, int status) throws Exception {
		try (TokenApplication application = start(SetUp.FAILING, "rasp.failure-mode=" + failureMode,
				"rasp.mode=" + mode)) {
			HttpResponse<String> answer = application.get("/", token("alice"));
			assertThat(answer.statusCode()).isEqualTo(status);
			assertThat(answer.body()).doesNotContain("extension", "IllegalState");
			assertThat(application.failures()).singleElement().satisfies((failed) -> {
				assertThat(failed.source()).isEqualTo("token");
				assertThat(failed.failure()).isEqualTo(IllegalStateException.class.getName());
			});
			if (failureMode.equals("closed")) {
				reportedOnly(application, "failed");
			}
		}
	}

	/** A single-use token would be refused were it judged again. */
	@ParameterizedTest
	@CsvSource({ "/async, 200", "/failing, 500" })
	void laterDispatchesDoNotJudgeTheTokenAgain(String path, int status) throws Exception {
		try (TokenApplication application = start(SetUp.BOOT, "rasp.token.routes[0].pattern=/**",
				"rasp.token.routes[0].single-use=true")) {
			String token = token("alice");
			assertThat(application.get(path, token).statusCode()).isEqualTo(status);
			assertThat(application.reported()).isEmpty();
			assertThat(application.get(path, token).statusCode()).isEqualTo(401);
			reportedOnly(application, "token-replayed");
		}
	}

	@ParameterizedTest
	@EnumSource(value = RevocationKind.class, names = { "TOKEN", "SUBJECT" })
	void revocationIsSharedThroughRedis(RevocationKind kind) throws Exception {
		try (Redis redis = new Redis();
				TokenApplication one = start(SetUp.BOOT, "rasp.store.type=redis",
						"rasp.store.redis.url=" + redis.url());
				TokenApplication other = start(SetUp.BOOT, "rasp.store.type=redis",
						"rasp.store.redis.url=" + redis.url())) {
			String value = UUID.randomUUID().toString();
			String token = issuance.rs256((header) -> {
			}, (claims) -> claims.subject(value).jwtID(value));
			assertThat(one.get("/", token).statusCode()).isEqualTo(200);
			assertThat(other.get("/", token).statusCode()).isEqualTo(200);
			one.bean(StoredRevocations.class).revoke(kind, null, value, Duration.ofHours(1));
			assertThat(one.get("/", token).statusCode()).isEqualTo(401);
			await().until(() -> other.get("/", token).statusCode() == 401);
			reportedOnly(other, "revoked");
			try (TokenApplication late = start(SetUp.BOOT, "rasp.store.type=redis",
					"rasp.store.redis.url=" + redis.url())) {
				await().until(() -> late.get("/", token).statusCode() == 401);
			}
			other.bean(StoredRevocations.class).restore(kind, null, value);
			await().until(() -> one.get("/", token).statusCode() == 200);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "NO_EXPIRY", "JKU", "PADDED" })
	void chainMadeByHandJudgesWithTheFiltersOfTheGuide(Misuse misuse) throws Exception {
		try (TokenApplication application = start(SetUp.BY_HAND)) {
			assertThat(application.get("/", token("alice")).statusCode()).isEqualTo(200);
			assertThat(application.reported()).isEmpty();
			assertThat(application.get("/", misuse.token(issuance)).statusCode()).isEqualTo(401);
			reportedOnly(application, misuse.check());
		}
	}

	private static TokenApplication start(SetUp setUp, String... properties) {
		String[] all = java.util.stream.Stream
			.concat(java.util.stream.Stream.of("rasp.mode=block"), java.util.stream.Stream.of(properties))
			.toArray(String[]::new);
		return new TokenApplication(setUp, issuance, all);
	}

	private static String token(String subject) {
		return issuance.rs256((header) -> {
		}, (claims) -> claims.subject(subject));
	}

	private static void reportedOnly(TokenApplication application, String check) {
		await().until(() -> !application.seen().isEmpty());
		assertThat(application.reported()).containsExactly(check);
	}

}
