package io.github.raspspring.token;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.github.raspspring.client.ClientScoreboard;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.token.TokenApplication.SetUp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A token that has merely expired is held against nobody, however tokens are decoded and
 * wherever they come from. One that is forged is, expired or not.
 */
@ExtendWith(OutputCaptureExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExpiredTokenTests {

	private static final String HOME = "192.0.2.9";

	private static final Map<ExpirySetUp, TokenApplication> STARTED = new EnumMap<>(ExpirySetUp.class);

	private static Issuance issuance;

	@BeforeAll
	static void start() {
		issuance = new Issuance();
	}

	@AfterAll
	static void stop() {
		STARTED.values().forEach(TokenApplication::close);
		issuance.close();
	}

	@ParameterizedTest
	@Order(1)
	@EnumSource
	void networkWhenTokensAreGoodThenNothingIsNoted(ExpirySetUp setUp, CapturedOutput output) throws Exception {
		TokenApplication application = started(setUp);
		for (int i = 0; i < 12; i++) {
			assertThat(send(setUp, HOME, good()).statusCode()).isEqualTo(200);
			assertThat(application.reported()).isEmpty();
		}
		assertNothingIsHeldAgainst(setUp, HOME, output);
	}

	@ParameterizedTest
	@Order(2)
	@EnumSource
	void networkWhenTokensHaveExpiredThenStaysServed(ExpirySetUp setUp, CapturedOutput output) throws Exception {
		TokenApplication application = started(setUp);
		for (int i = 0; i < 17; i++) {
			assertThat(send(setUp, HOME, expired()).statusCode()).isEqualTo(401);
		}
		await().until(() -> !application.seen().isEmpty());
		assertThat(application.reported()).containsExactly("expired");
		assertThat(application.seen()).flatExtracting((event) -> event.decision().findings())
			.allMatch((finding) -> finding.confidence() == Confidence.WEAK && finding.score() == 0);
		assertThat(send(setUp, HOME, good()).statusCode()).isEqualTo(200);
		assertNothingIsHeldAgainst(setUp, HOME, output);
	}

	/**
	 * A new network, of which nobody knows that it has as many users.
	 */
	@ParameterizedTest
	@Order(3)
	@EnumSource
	void networkWhenTokensOfManyUsersHaveExpiredThenNobodyIsNoted(ExpirySetUp setUp, CapturedOutput output)
			throws Exception {
		TokenApplication application = started(setUp);
		for (int i = 0; i < 30; i++) {
			assertThat(send(setUp, "192.0.2.70", expired()).statusCode()).isEqualTo(401);
		}
		await().until(() -> !application.seen().isEmpty());
		assertThat(application.reported()).containsExactly("expired");
		assertNothingIsHeldAgainst(setUp, "192.0.2.70", output);
	}

	@ParameterizedTest
	@Order(4)
	@EnumSource
	void networkWhenExpiredTokenIsForgedThenIsHeldAgainstIt(ExpirySetUp setUp) throws Exception {
		TokenApplication application = started(setUp);
		String expired = expired();
		String forged = expired.substring(0, expired.length() - 8) + "AAAAAAAA";
		assertThat(send(setUp, "198.51.100.7", forged).statusCode()).isEqualTo(401);
		await().until(() -> !application.seen().isEmpty());
		assertThat(application.reported()).containsExactly("refused");
		if (setUp.hasScores()) {
			await().until(() -> points(setUp, "198.51.100.7") > 0);
		}
	}

	/**
	 * Each of them claims to have expired, too.
	 */
	static Stream<Arguments> forgeries() {
		String[] parts = expired().split("\\.");
		String unsigned = encoded("{\"alg\":\"none\"}");
		String symmetric = encoded("{\"alg\":\"HS256\"}");
		String later = encoded("{\"iss\":\"https://issuer.example\",\"sub\":\"alice\",\"exp\":1}");
		String other = issuance.rs256((header) -> {
		}, (claims) -> claims.subject("mallory"));
		return Stream.of(Arguments.of("other claims", parts[0] + "." + later + "." + parts[2]),
				Arguments.of("signature of another token",
						parts[0] + "." + parts[1] + "." + other.substring(other.lastIndexOf('.') + 1)),
				Arguments.of("no signature", parts[0] + "." + parts[1] + "."),
				Arguments.of("algorithm none", unsigned + "." + parts[1] + "."),
				Arguments.of("symmetric algorithm", symmetric + "." + parts[1] + "." + parts[2]),
				Arguments.of("signature cut off", parts[0] + "." + parts[1] + "." + parts[2].substring(0, 40)),
				Arguments.of("signature in capitals",
						parts[0] + "." + parts[1] + "." + parts[2].toUpperCase(Locale.ROOT)),
				Arguments.of("key that nobody knows", foreign()),
				Arguments.of("words of the decoder as claims", parts[0] + "."
						+ encoded("{\"exp\":\"Jwt expired at 2020-01-01T00:00:00Z\"}") + "." + parts[2]));
	}

	@ParameterizedTest(name = "{0}")
	@Order(5)
	@MethodSource("forgeries")
	void networkWhenTokenIsForgedInAnyWayThenIsHeldAgainstIt(String name, String forged) throws Exception {
		String network = "203.0.113." + (1 + name.length());
		TokenApplication application = started(ExpirySetUp.JWK_SET_URI);
		assertThat(send(ExpirySetUp.JWK_SET_URI, network, forged).statusCode()).isEqualTo(401);
		await().until(() -> points(ExpirySetUp.JWK_SET_URI, network) > 0);
		assertThat(application.reported()).doesNotContain("expired");
	}

	/**
	 * An issuer says no more of an opaque token than that it is not active. One that was
	 * good here lately nobody has made up.
	 */
	@Test
	@Order(6)
	void networkWhenOpaqueTokenIsOverThenOnlyOneThatNobodyKnowsIsHeldAgainstIt(CapturedOutput output) throws Exception {
		try (TokenApplication application = new TokenApplication(SetUp.OPAQUE, issuance, "rasp.mode=block",
				"rasp.client.score.enabled=true", "rasp.client.score.mode=block")) {
			for (String token : List.of("good-a", "good-b", "good-c", "good-d", "good-e", "good-f")) {
				assertThat(application.from(HOME, "test", "/", token).statusCode()).isEqualTo(200);
				issuance.end(token);
				for (int i = 0; i < 5; i++) {
					assertThat(application.from(HOME, "test", "/", token).statusCode()).isEqualTo(401);
					await().until(() -> !application.seen().isEmpty());
					assertThat(application.reported()).containsExactly("expired");
				}
			}
			assertThat(application.from(HOME, "test", "/", "good-g").statusCode()).isEqualTo(200);
			assertThat(application.bean(ClientScoreboard.class).worst(10)).isEmpty();
			assertThat(warnings(output)).isEmpty();
			for (String junk : List.of("junk", "good-a2-".substring(0, 6) + "x", "Good-b", "good", "a.b", "bad")) {
				issuance.end(junk);
				application.from(HOME, "test", "/", junk);
				await().until(() -> !application.seen().isEmpty());
				assertThat(application.reported()).as(junk).doesNotContain("expired");
			}
			await().until(() -> !application.bean(ClientScoreboard.class).worst(10).isEmpty());
		}
	}

	private static void assertNothingIsHeldAgainst(ExpirySetUp setUp, String network, CapturedOutput output) {
		assertThat(warnings(output)).isEmpty();
		assertThat(setUp.hasScores() ? points(setUp, network) : 0).isZero();
	}

	private static List<String> warnings(CapturedOutput output) {
		return output.getAll()
			.lines()
			.filter((line) -> line.contains("WARN") && line.contains("rasp"))
			.filter((line) -> !line.contains("confirms"))
			.toList();
	}

	private static long points(ExpirySetUp setUp, String network) {
		return started(setUp).bean(ClientScoreboard.class)
			.worst(100)
			.stream()
			.filter((client) -> client.toString().contains(network))
			.count();
	}

	private static TokenApplication started(ExpirySetUp setUp) {
		return STARTED.computeIfAbsent(setUp, (missing) -> missing.start(issuance));
	}

	private static HttpResponse<String> send(ExpirySetUp setUp, String network, String token) throws Exception {
		TokenApplication application = started(setUp);
		return application
			.send(setUp.request(application, token).header("X-Forwarded-For", network).header("User-Agent", "test"));
	}

	private static String encoded(String json) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
	}

	private static String good() {
		return issuance.rs256((header) -> {
		}, (claims) -> claims.issuer(issuance.address()));
	}

	private static String expired() {
		return issuance.rs256((header) -> {
		}, ExpiredTokenTests::expire);
	}

	private static String foreign() {
		try (Issuance mallory = new Issuance()) {
			return mallory.rs256((header) -> {
			}, ExpiredTokenTests::expire);
		}
	}

	private static void expire(com.nimbusds.jwt.JWTClaimsSet.Builder claims) {
		claims.issuer(issuance.address())
			.issueTime(Date.from(Instant.now().minusSeconds(7200)))
			.expirationTime(Date.from(Instant.now().minusSeconds(3600)));
	}

}
