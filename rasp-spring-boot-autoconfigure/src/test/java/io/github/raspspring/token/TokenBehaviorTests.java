package io.github.raspspring.token;

import java.util.UUID;
import java.util.function.Consumer;

import com.nimbusds.jwt.JWTClaimsSet;
import io.github.raspspring.token.TokenApplication.SetUp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * How tokens are used, against a running resource server.
 */
class TokenBehaviorTests {

	private static final String CURL = "curl/8.5.0";

	private static final String BROWSER = "Mozilla/5.0 (X11) Firefox/131.0";

	private static Issuance issuance;

	private static TokenApplication block;

	private static TokenApplication monitor;

	@BeforeAll
	static void start() {
		issuance = new Issuance();
		block = new TokenApplication(SetUp.BOOT, issuance, "rasp.mode=block", "rasp.token.behavior.mode=block");
		monitor = new TokenApplication(SetUp.BOOT, issuance, "rasp.mode=monitor");
	}

	@AfterAll
	static void stop() {
		block.close();
		monitor.close();
		issuance.close();
	}

	@Test
	void stolenTokenIsRefusedAndItsOwnerServed() throws Exception {
		String token = token((claims) -> {
		});
		assertThat(block.from("203.0.113.7", BROWSER, "/", token).statusCode()).isEqualTo(200);
		for (int i = 0; i < 3; i++) {
			assertThat(block.from("198.51.100.9", CURL, "/", token).statusCode()).isEqualTo(401);
			reportedOnly(block, "new-network-and-agent");
			assertThat(block.from("203.0.113.7", BROWSER, "/", token).statusCode()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@CsvSource({ "203.0.113.7, 'Mozilla/5.0 (X11) Firefox/132.0.1', ''",
			"203.0.113.99, 'Mozilla/5.0 (X11) Firefox/131.0', ''",
			"198.51.100.9, 'Mozilla/5.0 (X11) Firefox/131.0', new-network", "203.0.113.7, curl/8.5.0, new-agent" })
	void honestMoveIsServed(String address, String agent, String check) throws Exception {
		String token = token((claims) -> {
		});
		block.from("203.0.113.7", BROWSER, "/", token);
		assertThat(block.from(address, agent, "/", token).statusCode()).isEqualTo(200);
		if (check.isEmpty()) {
			assertThat(block.reported()).isEmpty();
		}
		else {
			reportedOnly(block, check);
		}
	}

	@Test
	void tokenOnManyNetworksFansOut() throws Exception {
		String token = token((claims) -> {
		});
		for (int i = 1; i <= 3; i++) {
			assertThat(block.from("203.0." + i + ".7", BROWSER, "/", token).statusCode()).isEqualTo(200);
		}
		assertThat(block.from("203.0.4.7", BROWSER, "/", token).statusCode()).isEqualTo(401);
		await().until(() -> !block.seen().isEmpty());
		assertThat(block.reported()).contains("fan-out");
	}

	@Test
	void twoWhoTakeTurnsAreReported() throws Exception {
		String token = token((claims) -> {
		});
		monitor.from("203.0.113.7", BROWSER, "/", token);
		monitor.from("198.51.100.9", CURL, "/", token);
		reportedOnly(monitor, "new-network-and-agent");
		monitor.from("203.0.113.7", BROWSER, "/", token);
		reportedOnly(monitor, "concurrent-use");
	}

	@Test
	void thiefWhoWasLetPassNeverShutsTheOwnerOut() throws Exception {
		String token = token((claims) -> {
		});
		block.from("203.0.113.7", BROWSER, "/", token);
		assertThat(block.from("198.51.100.9", BROWSER, "/", token).statusCode()).isEqualTo(200);
		reportedOnly(block, "new-network");
		assertThat(block.from("198.51.100.9", CURL, "/", token).statusCode()).isEqualTo(200);
		reportedOnly(block, "new-agent");
		for (int i = 0; i < 3; i++) {
			assertThat(block.from("203.0.113.7", BROWSER, "/", token).statusCode()).isEqualTo(200);
			if (i == 0) {
				reportedOnly(block, "concurrent-use");
			}
			assertThat(block.from("198.51.100.9", CURL, "/", token).statusCode()).isEqualTo(401);
			await().until(() -> !block.seen().isEmpty());
			// Within the same second the owner may be noted once more.
			assertThat(block.reported()).containsOnly("concurrent-use");
		}
	}

	@Test
	void otherClaimsUnderTheSameIdAreReported() throws Exception {
		String id = UUID.randomUUID().toString();
		assertThat(block.get("/", token((claims) -> claims.jwtID(id))).statusCode()).isEqualTo(200);
		assertThat(block.get("/", token((claims) -> claims.jwtID(id).claim("role", "admin"))).statusCode())
			.isEqualTo(401);
		await().until(() -> !block.seen().isEmpty());
		assertThat(block.reported()).contains("claims-changed");
	}

	@Test
	void subjectInNewPlaceIsNoted() throws Exception {
		String subject = UUID.randomUUID().toString();
		block.from("203.0.113.7", BROWSER, "/", token((claims) -> claims.subject(subject)));
		assertThat(block.from("198.51.100.9", CURL, "/", token((claims) -> claims.subject(subject))).statusCode())
			.isEqualTo(200);
		reportedOnly(block, "subject-new-place");
	}

	private static String token(Consumer<JWTClaimsSet.Builder> claims) {
		return issuance.rs256((header) -> {
		}, claims);
	}

	private static void reportedOnly(TokenApplication application, String check) {
		await().until(() -> !application.seen().isEmpty());
		assertThat(application.reported()).containsExactly(check);
	}

}
