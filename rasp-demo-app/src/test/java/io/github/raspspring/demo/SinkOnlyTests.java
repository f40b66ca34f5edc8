package io.github.raspspring.demo;

import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.web.server.LocalServerPort;

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

	@ParameterizedTest
	@MethodSource("honestUses")
	void answerWhenUseIsHonestThenServes(HonestUse use) {
		use.on(this.shop);
	}

}
