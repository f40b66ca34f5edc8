package io.github.raspspring.demo;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * In mode monitor an improper token passes, and is reported.
 */
@BookshopTest("rasp.mode=monitor")
class TokenMonitorTests extends TokenTests {

	@ParameterizedTest
	@EnumSource(
			names = { "WITHOUT_EXPIRY", "TEN_YEARS", "TEN_YEARS_FROM_A_FALSE_START", "OTHER_AUDIENCE", "NO_AUDIENCE" })
	void orderWhenTokenIsImproperThenIsServedAndReported(Variation variation) {
		int before = shop().events().size();
		Answer answer = orderWith(variation);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		await().untilAsserted(() -> assertThat(shop().events()).hasSize(before + 1));
		assertThat(shop().events().get(0).path("action").asString()).isEqualTo("MONITOR");
	}

}
