package io.github.raspspring.token;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Locale;
import java.util.stream.Stream;

import io.github.raspspring.client.ClientScoreboard;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.token.TokenApplication.SetUp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
 * A token that has merely expired is held against nobody, however tokens are decoded.
 */
@ExtendWith(OutputCaptureExtension.class)
class ExpiredTokenTests {

	private static final String[] SCORES = { "rasp.mode=block", "rasp.client.score.enabled=true",
			"rasp.client.score.mode=block", "rasp.token.refusals-per-minute=10" };

	private static Issuance issuance;

	@BeforeAll
	static void start() {
		issuance = new Issuance();
	}

	@AfterAll
	static void stop() {
		issuance.close();
	}

	@ParameterizedTest
	@EnumSource(value = SetUp.class,
			names = { "BOOT", "DECODER_BEAN", "DECODER_OF_CHAIN", "ISSUER_RESOLVER", "CONVERTED" })
	void networkWhenTokensHaveExpiredThenStaysServed(SetUp setUp, CapturedOutput output) throws Exception {
		try (TokenApplication application = new TokenApplication(setUp, issuance, SCORES)) {
			for (int i = 0; i < 40; i++) {
				HttpResponse<String> answer = application.from("192.0.2.9", "test", "/", expired());
				assertThat(answer.statusCode()).isEqualTo(401);
			}
			await().until(() -> !application.seen().isEmpty());
			assertThat(application.reported()).containsExactly("expired");
			assertThat(application.seen()).flatExtracting((event) -> event.decision().findings())
				.allMatch((finding) -> finding.confidence() == Confidence.WEAK);
			assertThat(application.from("192.0.2.9", "test", "/", issuance.rs256((header) -> {
			}, (claims) -> {
			})).statusCode()).isEqualTo(200);
			assertThat(application.bean(ClientScoreboard.class).worst(10)).isEmpty();
			assertThat(output.getAll().lines().filter((line) -> line.contains("WARN") && line.contains("rasp.audit")))
				.isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(value = SetUp.class, names = { "BOOT", "DECODER_BEAN", "ISSUER_RESOLVER" })
	void networkWhenTokensAreForgedThenIsNoted(SetUp setUp) throws Exception {
		try (TokenApplication application = new TokenApplication(setUp, issuance, SCORES)) {
			String expired = expired();
			String forged = expired.substring(0, expired.length() - 8) + "AAAAAAAA";
			application.from("192.0.2.9", "test", "/", forged);
			await().until(() -> !application.seen().isEmpty());
			assertThat(application.reported()).containsExactly("refused");
			await().until(() -> !application.bean(ClientScoreboard.class).worst(10).isEmpty());
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
						parts[0] + "." + parts[1] + "." + parts[2].toUpperCase(Locale.ROOT)));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("forgeries")
	void networkWhenExpiredTokenIsForgedThenIsHeldAgainstIt(String name, String forged) throws Exception {
		try (TokenApplication application = new TokenApplication(SetUp.BOOT, issuance, SCORES)) {
			assertThat(application.from("192.0.2.9", "test", "/", forged).statusCode()).isEqualTo(401);
			await().until(() -> !application.bean(ClientScoreboard.class).worst(10).isEmpty());
			assertThat(application.reported()).doesNotContain("expired");
		}
	}

	private static String encoded(String json) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
	}

	private static String expired() {
		return issuance.rs256((header) -> {
		}, (claims) -> claims.issueTime(Date.from(Instant.now().minusSeconds(7200)))
			.expirationTime(Date.from(Instant.now().minusSeconds(3600))));
	}

}
