package io.github.raspspring.demo;

import java.util.List;
import java.util.Locale;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a refusal must look like from outside, and what must be told of it inside.
 */
final class Refusals {

	private static final List<String> HINTS = List.of("sql", "injection", "traversal", "command", "expression", "ssrf",
			"detector", "rule", "score", "coupon", "token");

	private Refusals() {
	}

	/**
	 * Assert that a request was refused without a hint.
	 * @return the reference
	 */
	static String assertBlocked(Answer answer) {
		assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
		return assertProblem(answer);
	}

	/**
	 * Assert that a client was told to come back later.
	 * @return the reference
	 */
	static String assertThrottled(Answer answer) {
		assertThat(answer.status()).as(answer.toString()).isEqualTo(429);
		assertThat(Long.parseLong(answer.header("Retry-After"))).isPositive();
		return assertProblem(answer);
	}

	/**
	 * Assert that the event of a refusal says what happened, why, and what to fix.
	 */
	static void assertExplained(Bookshop shop, String reference, String category) {
		Answer answer = shop.event(reference);
		assertThat(answer.status()).isEqualTo(200);
		JsonNode event = answer.json();
		assertThat(event.path("reference").asString()).isEqualTo(reference);
		assertThat(event.path("what").asString()).isNotBlank();
		assertThat(event.path("where").path("path").asString()).startsWith("/");
		assertThat(event.path("why").path("action").asString()).isIn("BLOCK", "THROTTLE");
		assertThat(event.path("fix").values()).isNotEmpty();
		assertThat(event.path("findings").values()).extracting((finding) -> finding.path("category").asString())
			.contains(category);
		assertThat(event.path("findings").values()).allSatisfy((finding) -> {
			assertThat(finding.path("cwe").asString()).startsWith("CWE-");
			assertThat(finding.path("explanation").asString()).isNotBlank();
			assertThat(finding.path("evidence").asString()).doesNotContain("secrets", "stock");
		});
	}

	private static String assertProblem(Answer answer) {
		assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
		assertThat(answer.json().propertyNames()).isSubsetOf("type", "title", "status", "detail", "reference",
				"violated-policies");
		String withoutType = answer.body().replace(answer.json().path("type").asString(), "");
		assertThat(withoutType.toLowerCase(Locale.ROOT)).doesNotContain(HINTS);
		String reference = answer.json().path("reference").asString();
		assertThat(reference).isNotBlank();
		return reference;
	}

}
