package io.github.raspspring.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The bookshop watched: every exploit succeeds and is reported, honest use is not.
 */
@BookshopTest({ "rasp.mode=monitor", "rasp.events.history-size=10000", "rasp.rate-limit.enabled=false" })
class MonitorModeTests extends ModeTests {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final int BLOCK_SCORE = 5;

	@ParameterizedTest
	@MethodSource("exploits")
	void exploitWhenModeIsMonitorThenSucceedsAndIsReported(Exploit exploit) {
		int before = shop().events().size();
		Answer answer = exploit.run(shop());
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		assertThat(answer.body()).contains(exploit.proof());
		await().atMost(PATIENCE).untilAsserted(() -> {
			assertThat(shop().events()).hasSize(before + 1);
			JsonNode event = shop().event(shop().events().get(0).path("reference").asString()).json();
			assertThat(event.path("why").path("action").asString()).isEqualTo("MONITOR");
			assertThat(event.path("findings").values()).extracting((finding) -> finding.path("category").asString())
				.contains(exploit.weakness().category());
		});
	}

	@ParameterizedTest
	@MethodSource("honestUses")
	void eventsWhenUseIsHonestThenNameNoneThatBlockWouldRefuse(HonestUse use) {
		int before = shop().events().size();
		use.on(shop());
		shop().get("/api/books?title=dune&coupon=STAFF-50");
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(eventsSince(before)).last().asString().contains("coupon-abuse"));
		List<JsonNode> events = eventsSince(before);
		assertThat(events.subList(0, events.size() - 1)).allSatisfy((event) -> {
			JsonNode why = shop().event(event.path("reference").asString()).json().path("why");
			assertThat(why.path("score").asInt()).as(event.toString()).isLessThan(BLOCK_SCORE);
		});
	}

	@Test
	void orderWhenCouponIsForStaffThenIsReportedByTheShopsOwnDetector() {
		int before = shop().events().size();
		Answer answer = shop().placeOrder(shop().tokenOf("alice"), "?coupon=STAFF-50");
		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.json().path("discount").asInt()).isEqualTo(50);
		await().atMost(PATIENCE).untilAsserted(() -> {
			assertThat(shop().events()).hasSize(before + 1);
			assertThat(shop().events().get(0).path("rules").values()).extracting(JsonNode::asString)
				.containsExactly("coupon-abuse.staff-coupon");
		});
	}

	@Test
	void labelWhenPaddingIsHugeThenIsReportedAllTheSame() {
		int before = shop().events().size();
		Answer answer = shop().post("/api/labels",
				Map.of("padding", "lorem ".repeat(350_000), "printer", "desk", "text", "hello; id #"));
		assertThat(answer.body()).contains("uid=");
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(shop().events()).hasSize(before + 1));
	}

	private List<JsonNode> eventsSince(int count) {
		List<JsonNode> events = new ArrayList<>(shop().events());
		Collections.reverse(events);
		return events.subList(count, events.size());
	}

}
