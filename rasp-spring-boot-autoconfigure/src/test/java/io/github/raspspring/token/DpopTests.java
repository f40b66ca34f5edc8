package io.github.raspspring.token;

import java.net.http.HttpResponse;

import io.github.raspspring.token.TokenApplication.SetUp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Proofs of possession are good once, and honest ones are good however many there are.
 */
class DpopTests {

	private static final int MANY = 1001;

	private static Issuance issuance;

	private static TokenApplication application;

	private final ProofKey key = new ProofKey();

	@BeforeAll
	static void start() {
		issuance = new Issuance();
		application = start(SetUp.DPOP);
	}

	@AfterAll
	static void stop() {
		application.close();
		issuance.close();
	}

	private static TokenApplication start(SetUp setUp, String... properties) {
		String[] all = java.util.stream.Stream
			.concat(java.util.stream.Stream.of("rasp.mode=block", "rasp.token.routes[0].pattern=/api/dpop",
					"rasp.token.routes[0].binding=dpop"), java.util.stream.Stream.of(properties))
			.toArray(String[]::new);
		return new TokenApplication(setUp, issuance, all);
	}

	@Test
	void springSecurityRefusesReplaysFirst() throws Exception {
		String token = this.key.token(issuance);
		String first = this.key.proof(application, token);
		assertThat(ProofKey.send(application, token, first).statusCode()).isEqualTo(200);
		assertThat(ProofKey.send(application, token, first).statusCode()).isEqualTo(401);
		reportedOnly(application, "refused");
	}

	/** The guide says so; should this change, the switch may go. */
	@Test
	void springSecurityTakesNoMoreThanAThousandProofsOfOneKey() throws Exception {
		String token = this.key.token(issuance);
		HttpResponse<String> answer = null;
		for (int i = 0; i < MANY; i++) {
			answer = ProofKey.send(application, token, this.key.proof(application, token));
		}
		assertThat(answer.statusCode()).isEqualTo(401);
		reportedOnly(application, "refused");
	}

	/**
	 * The first set-up is that of an application whose own verifier remembers nothing, to
	 * whom all the rest is left. The second is that of the switch.
	 */
	@ParameterizedTest
	@CsvSource({ "DPOP_WITHOUT_MEMORY, false", "DPOP, true" })
	void proofIsServedOnceAmongManyOthers(SetUp setUp, boolean replaced) throws Exception {
		try (TokenApplication own = start(setUp, "rasp.token.replay.replace-proof-cache=" + replaced)) {
			String token = this.key.token(issuance);
			String first = this.key.proof(own, token);
			assertThat(ProofKey.send(own, token, first).statusCode()).isEqualTo(200);
			for (int i = 0; i < MANY; i++) {
				HttpResponse<String> answer = ProofKey.send(own, token, this.key.proof(own, token));
				assertThat(answer.statusCode()).as("proof " + i + ": " + answer.headers().map()).isEqualTo(200);
				assertThat(own.reported()).isEmpty();
			}
			assertThat(ProofKey.send(own, token, first).statusCode()).isEqualTo(401);
			reportedOnly(own, "proof-replayed");
		}
	}

	@Test
	void replayStaysRefusedInMonitorWhereSpringSecurityRemembersInTheStore() throws Exception {
		try (TokenApplication own = start(SetUp.DPOP, "rasp.token.replay.replace-proof-cache=true",
				"rasp.mode=monitor")) {
			String token = this.key.token(issuance);
			String first = this.key.proof(own, token);
			assertThat(ProofKey.send(own, token, first).statusCode()).isEqualTo(200);
			assertThat(ProofKey.send(own, token, first).headers().firstValue("WWW-Authenticate")).get()
				.asString()
				.contains("error=\"invalid_dpop_proof\"");
			reportedOnly(own, "proof-replayed");
		}
	}

	@Test
	void verifierOfTheApplicationIsLeftAlone() throws Exception {
		try (TokenApplication own = start(SetUp.DPOP_WITHOUT_MEMORY, "rasp.token.replay.replace-proof-cache=true")) {
			String token = this.key.token(issuance);
			String first = this.key.proof(own, token);
			assertThat(ProofKey.send(own, token, first).statusCode()).isEqualTo(200);
			assertThat(ProofKey.send(own, token, first).headers().firstValue("WWW-Authenticate")).get()
				.asString()
				.contains("error=\"invalid_token\"");
			reportedOnly(own, "proof-replayed");
		}
	}

	@Test
	void boundTokenIsNoBearerToken() throws Exception {
		assertThat(application.get("/api/dpop", this.key.token(issuance)).statusCode()).isEqualTo(401);
	}

	@Test
	void plainTokenIsRefusedWhereProofIsAskedFor() throws Exception {
		assertThat(application.get("/api/dpop", issuance.rs256((header) -> {
		}, (claims) -> {
		})).statusCode()).isEqualTo(401);
		reportedOnly(application, "binding-missing");
	}

	private static void reportedOnly(TokenApplication application, String check) {
		await().until(() -> !application.seen().isEmpty());
		assertThat(application.reported()).containsExactly(check);
	}

}
