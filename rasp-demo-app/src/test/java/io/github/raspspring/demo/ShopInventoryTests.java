package io.github.raspspring.demo;

import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The inventory of the bookshop lists all that it serves, with the tables and hosts that
 * its honest use reaches.
 */
@BookshopTest({ "rasp.mode=block", "rasp.rate-limit.enabled=false", "rasp.behavior.enabled=false",
		"management.endpoint.rasp.access=unrestricted" })
class ShopInventoryTests {

	private static final List<String> PATTERNS = List.of("/api/books", "/api/books/{id}", "/api/books/{id}/reviews",
			"/api/covers", "/api/covers/import", "/api/greeting", "/api/labels", "/api/orders", "/api/orders/{id}",
			"/api/reports", "/api/settings/import", "/api/shops/{shop}/takings", "/api/vault", "/api/vault/payout",
			"/internal/stock", "/login", "/actuator/health", "/actuator/rasp", "/**");

	@LocalServerPort
	private int port;

	@Test
	void inventoryWhenShopIsUsedThenListsEveryEndpointTableAndHost() {
		Bookshop shop = new Bookshop(this.port);
		HonestUse.all().forEach((use) -> use.on(shop));
		await().untilAsserted(() -> {
			JsonNode endpoints = shop.get("/actuator/rasp/inventory").json().path("endpoints");
			assertThat(PATTERNS)
				.allSatisfy((pattern) -> assertThat(endpoints.toString()).contains("\"" + pattern + "\""));
			assertThat(targets(endpoints, "BookController.search", "tables")).containsExactly("books");
			assertThat(targets(endpoints, "BookController.review", "tables")).contains("reviews");
			assertThat(targets(endpoints, "OrderController.order", "tables")).contains("orders");
			assertThat(targets(endpoints, "CoverController.fetch", "hosts")).containsExactly("covers.example");
			assertThat(targets(endpoints, "GreetingController.greet", "tables")).isEmpty();
		});
		JsonNode document = shop.get("/actuator/rasp/inventory/openapi").json();
		assertThat(document.path("openapi").asString()).isEqualTo("3.1.0");
		assertThat(document.path("paths").path("/api/books/{id}/reviews").has("post")).isTrue();
	}

	private static List<String> targets(JsonNode endpoints, String handler, String kind) {
		for (JsonNode endpoint : endpoints.values()) {
			if (endpoint.path("handler").asString().equals(handler)) {
				return endpoint.path(kind).values().stream().map(JsonNode::asString).toList();
			}
		}
		throw new AssertionError("There is no " + handler + " in " + endpoints);
	}

}
