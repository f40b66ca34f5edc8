package io.github.raspspring.demo;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The bookshop by itself: every exploit succeeds.
 */
@BookshopTest("rasp.mode=off")
class OffModeTests extends ModeTests {

	@ParameterizedTest
	@MethodSource("exploits")
	void exploitWhenModeIsOffThenSucceeds(Exploit exploit) {
		Answer answer = exploit.run(shop());
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		assertThat(answer.body()).contains(exploit.proof());
	}

}
