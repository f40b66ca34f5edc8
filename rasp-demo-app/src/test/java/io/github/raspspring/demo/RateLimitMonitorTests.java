package io.github.raspspring.demo;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * In mode monitor limits refuse nothing.
 */
@BookshopTest("rasp.mode=monitor")
class RateLimitMonitorTests {

	@Test
	void loginWhenPasswordIsGuessedThenIsReportedOnly(@LocalServerPort int port) {
		Bookshop shop = new Bookshop(port);
		List<Answer> guesses = IntStream.range(0, 15).mapToObj((i) -> shop.login("bob", "guess-" + i)).toList();
		assertThat(guesses).extracting(Answer::status).containsOnly(401);
		await().untilAsserted(() -> assertThat(shop.events()).isNotEmpty().allSatisfy((event) -> {
			assertThat(event.path("where").asString()).isEqualTo("/login");
			assertThat(event.path("action").asString()).isEqualTo("MONITOR");
		}));
	}

}
