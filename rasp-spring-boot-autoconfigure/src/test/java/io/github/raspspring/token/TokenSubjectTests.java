package io.github.raspspring.token;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.nimbusds.jwt.JWTClaimsSet;
import io.github.raspspring.client.ClientScoreboard;
import io.github.raspspring.client.ScoredClient;
import io.github.raspspring.engine.event.ThreatDetected;
import io.github.raspspring.token.TokenApplication.SetUp;
import io.github.raspspring.token.revocation.RevocationKind;
import io.github.raspspring.token.revocation.StoredRevocations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Who answers for a token that is refused.
 */
class TokenSubjectTests {

	private static final String ADDRESS = "203.0.113.7";

	private static final String ISSUER = "https://issuer.example";

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
	@EnumSource(value = SetUp.class, names = { "BOOT", "DECODER_OF_CHAIN" })
	void subjectOfVerifiedTokenAnswersForIt(SetUp setUp) throws Exception {
		try (TokenApplication application = application(setUp)) {
			String token = token((claims) -> claims.subject("mallory").audience("elsewhere"));
			assertThat(send(application, token).subject()).isEqualTo("mallory");
			assertThat(charged(application)).containsExactly("subject:mallory@" + ISSUER);
		}
	}

	@Test
	void subjectGoesByTheNameTheApplicationKnows() throws Exception {
		try (TokenApplication application = application(SetUp.BOOT,
				"spring.security.oauth2.resourceserver.jwt.principal-claim-name=nick")) {
			String token = token((claims) -> claims.claim("nick", "molly").audience("elsewhere"));
			assertThat(send(application, token).subject()).isEqualTo("molly");
		}
	}

	@Test
	void blockOfSubjectSparesTheNetwork() throws Exception {
		try (TokenApplication application = application(SetUp.BOOT)) {
			String bad = token((claims) -> claims.subject("mallory").audience("elsewhere"));
			for (int i = 0; i < 12; i++) {
				send(application, bad);
			}
			String good = token((claims) -> claims.subject("mallory").audience("shop"));
			assertThat(application.from("198.51.100.9", "curl", "/", good).statusCode()).isEqualTo(403);
			String alice = token((claims) -> claims.subject("alice").audience("shop"));
			assertThat(application.from(ADDRESS, "curl", "/", alice).statusCode()).isEqualTo(200);
		}
	}

	@Test
	void forgedTokenNamesNobody() throws Exception {
		try (TokenApplication application = application(SetUp.BOOT)) {
			assertThat(send(application, Misuse.TAMPERED.token(issuance)).subject()).isNull();
			assertThat(charged(application)).containsExactly("network:" + ADDRESS);
		}
	}

	@Test
	void thiefOfRevokedTokenLocksNobodyOut() throws Exception {
		try (TokenApplication application = application(SetUp.BOOT)) {
			String id = UUID.randomUUID().toString();
			application.bean(StoredRevocations.class).revoke(RevocationKind.TOKEN, ISSUER, id, Duration.ofHours(1));
			String stolen = token((claims) -> claims.subject("alice").audience("shop").jwtID(id));
			assertThat(send(application, stolen).subject()).isEqualTo("alice");
			assertThat(charged(application)).containsExactly("network:" + ADDRESS);
		}
	}

	private static TokenApplication application(SetUp setUp, String... properties) {
		Stream<String> common = Stream.of("rasp.mode=block", "rasp.client.score.enabled=true",
				"rasp.token.audiences=shop");
		return new TokenApplication(setUp, issuance,
				Stream.concat(common, Stream.of(properties)).toArray(String[]::new));
	}

	private static ThreatDetected send(TokenApplication application, String token) throws Exception {
		assertThat(application.from(ADDRESS, "curl", "/", token).statusCode()).isIn(401, 403);
		await().until(() -> !application.seen().isEmpty());
		return application.seen().get(0);
	}

	private static List<String> charged(TokenApplication application) {
		ClientScoreboard scoreboard = application.bean(ClientScoreboard.class);
		await().until(() -> !scoreboard.worst(10).isEmpty());
		return scoreboard.worst(10).stream().map(ScoredClient::client).toList();
	}

	private static String token(Consumer<JWTClaimsSet.Builder> claims) {
		return issuance.rs256((header) -> {
		}, claims);
	}

}
