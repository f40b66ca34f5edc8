package io.github.raspspring.demo;

import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No detector looks at a value: SQL is judged by the statement that is about to run, a
 * request of the server by where it is about to go.
 */
@BookshopTest({ "rasp.mode=block", "rasp.inspection.enabled=false", "rasp.rate-limit.enabled=false" })
class SinkOnlyTests {

	private Bookshop shop;

	@BeforeEach
	void enter(@LocalServerPort int port) {
		this.shop = new Bookshop(port);
	}

	static Stream<Exploit> exploits() {
		return Stream.of(Exploit.Weakness.SEARCH, Exploit.Weakness.IMPORT).flatMap(Exploit::of);
	}

	static Stream<HonestUse> honestUses() {
		return HonestUse.all();
	}

	@ParameterizedTest
	@MethodSource("exploits")
	void exploitWhenItReachesASinkThenIsStoppedBeforeItRuns(Exploit exploit) {
		String reference = Refusals.assertBlocked(exploit.run(this.shop));
		Refusals.assertExplained(this.shop, reference, exploit.weakness().category());
	}

	@Test
	void eventWhenStatementIsRefusedThenNamesTheCallAndTheFrame() {
		String reference = Refusals
			.assertBlocked(this.shop.get("/api/books", "title", "x' UNION SELECT 1, content, '', 0 FROM secrets --"));
		JsonNode call = this.shop.event(reference).json().path("findings").get(0).path("call");
		assertThat(call.path("kind").asString()).isEqualTo("sql-sink");
		assertThat(call.path("shape").asString()).containsIgnoringCase("select").doesNotContain("secrets", "content");
		assertThat(call.path("frame").asString()).matches("\\w+\\.\\w+:\\d+");
	}

	@ParameterizedTest
	@MethodSource("honestUses")
	void answerWhenUseIsHonestThenServes(HonestUse use) {
		use.on(this.shop);
	}

}
