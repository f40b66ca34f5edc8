package io.github.raspspring.demo;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the operator of the bookshop sees.
 */
@BookshopTest("rasp.mode=block")
class EndpointTests {

	private Bookshop shop;

	@BeforeEach
	void enter(@LocalServerPort int port) {
		this.shop = new Bookshop(port);
	}

	@Test
	void summaryWhenAttackedThenTellsModeDetectorsCountsAndGaps() {
		Refusals.assertBlocked(this.shop.get("/api/books", "title", "x' OR 1=1 --"));
		JsonNode summary = this.shop.get("/actuator/rasp").json();
		assertThat(summary.path("policies").path("mode").asString()).isEqualTo("BLOCK");
		assertThat(summary.path("counts").path("blocked").asInt()).isPositive();
		assertThat(summary.path("events").path("recorded").asInt()).isPositive();
		assertThat(summary.path("gaps").isArray()).isTrue();
		assertThat(summary.path("detectors").toString()).contains("sql-injection", "path-traversal",
				"command-injection", "expression-injection", "ssrf", "coupon-abuse");
	}

	@ParameterizedTest
	@ValueSource(strings = { "events", "counts", "policies", "detectors" })
	void sectionWhenKnownThenIsShown(String section) {
		assertThat(this.shop.get("/actuator/rasp/" + section).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/rasp/nothing", "/actuator/rasp/events/nothing" })
	void sectionWhenUnknownThenIsNotFound(String path) {
		assertThat(this.shop.get(path).status()).isEqualTo(404);
	}

	@Test
	void metersWhenAttackedThenCountByRouteAndDetector() {
		Refusals.assertBlocked(this.shop.get("/api/covers", "file", "../../../etc/passwd"));
		List<String> names = this.shop.get("/actuator/metrics")
			.json()
			.path("names")
			.values()
			.stream()
			.map(JsonNode::asString)
			.toList();
		assertThat(names).contains("rasp.requests", "rasp.findings");
		assertThat(this.shop.get("/actuator/metrics/rasp.findings").body()).contains("path-traversal")
			.doesNotContain("passwd");
	}

}
