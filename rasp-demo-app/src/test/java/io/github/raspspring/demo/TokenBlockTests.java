package io.github.raspspring.demo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * In mode block an improper token is answered as RFC 6750 asks, and reported.
 */
@BookshopTest("rasp.mode=block")
class TokenBlockTests extends TokenTests {

	@ParameterizedTest
	@EnumSource(names = { "WITHOUT_EXPIRY", "TEN_YEARS", "TEN_YEARS_FROM_A_FALSE_START", "OTHER_AUDIENCE",
			"NO_AUDIENCE", "OTHER_TYPE" })
	void orderWhenTokenIsImproperThenIsRefusedAndReported(Variation variation) {
		int before = shop().events().size();
		Answer answer = orderWith(variation);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
		assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer").contains("error=\"invalid_token\"");
		await().untilAsserted(() -> assertThat(shop().events()).hasSize(before + 1));
		String reference = shop().events().get(0).path("reference").asString();
		assertThat(shop().event(reference).json().path("outcome").asString().replace('_', '-'))
			.isEqualToIgnoringCase("token-refused");
		assertThat(shop().event(reference).json().path("findings").values())
			.extracting((finding) -> finding.path("category").asString())
			.containsOnly("TOKEN");
	}

	@Test
	void orderWhenTokenIsForgedThenIsRefusedAndReported() {
		String token = shop().tokenOf("alice");
		int middle = token.lastIndexOf('.') + 20;
		char other = (token.charAt(middle) == 'A') ? 'B' : 'A';
		int before = shop().events().size();
		Answer answer = shop().order(token.substring(0, middle) + other + token.substring(middle + 1), 1);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
		await().untilAsserted(() -> assertThat(shop().events()).hasSize(before + 1));
		assertThat(shop().events().get(0).toString()).contains("token.refused").doesNotContain(token);
	}

}
