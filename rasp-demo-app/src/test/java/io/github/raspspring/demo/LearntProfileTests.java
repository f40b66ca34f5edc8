package io.github.raspspring.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import io.github.raspspring.demo.security.SigningKeyInitializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.JwtEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two days in mode monitor, by a clock of the test, and the route of orders promoted:
 * what nobody ever sends is refused there, and ten thousand honest orders pass.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LearntProfileTests {

	private static final int CUSTOMERS = 40;

	private static final int HONEST = 10_000;

	private static final int SEARCHING = 24;

	private static final List<String> TITLES = List.of("Dune", "Hobbit", "the", "e", "Frankenstein");

	private final Watch watch = new Watch();

	private final Map<Integer, String> tokens = new ConcurrentHashMap<>();

	private ConfigurableApplicationContext application;

	private Bookshop shop;

	@BeforeAll
	void watchTwoDays() {
		this.application = new SpringApplicationBuilder(BookshopApplication.class)
			.initializers(new SigningKeyInitializer(),
					(context) -> ((GenericApplicationContext) context).registerBean(Clock.class, () -> this.watch))
			.run("--server.port=0", "--rasp.mode=monitor", "--rasp.rate-limit.enabled=false",
					"--rasp.token.enabled=false", "--rasp.behavior.enabled=false", "--logging.level.root=error",
					"--rasp.routes[0].pattern=/api/orders", "--rasp.routes[0].mode=block",
					"--rasp.profile.learnt.enforce=/api/orders");
		this.shop = new Bookshop(
				this.application.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
		Tokens issuer = new Tokens(this.application.getBean(JwtEncoder.class));
		JdbcClient jdbc = this.application.getBean(JdbcClient.class);
		for (int i = 0; i < CUSTOMERS; i++) {
			jdbc.sql("INSERT INTO customers (id, name, email) VALUES (?, ?, ?)")
				.params(1000 + i, "customer-" + i, "c" + i + "@example.org")
				.update();
			this.tokens.put(i, issuer.of("customer-" + i));
		}
		Random random = new Random(1);
		for (int hour = 0; hour <= 50; hour++) {
			for (int i = 0; i < CUSTOMERS; i++) {
				assertThat(send(i, honest(random)).status()).isEqualTo(201);
				if (hour % 2 == 0 && i < SEARCHING) {
					assertThat(search(i, TITLES.get((hour + i) % TITLES.size())).status()).isEqualTo(200);
				}
			}
			this.watch.now = this.watch.now.plus(Duration.ofHours(1));
		}
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@Test
	void orderWhenNobodyEverSendsSuchThenIsRefused() {
		for (String order : List.of("{\"bookId\":5,\"quantity\":10000}", "{\"bookId\":5,\"quantity\":-5}",
				"{\"bookId\":99999,\"quantity\":1}", "{\"bookId\":\"five\",\"quantity\":1}",
				"{\"bookId\":5,\"quantity\":\"1e9\"}", "{\"bookId\":5,\"quantity\":true}")) {
			Refusals.assertBlocked(send(3, order));
		}
		JsonNode profile = this.shop.get("/actuator/rasp/profiles").json().path("profiles").path("POST /api/orders");
		assertThat(profile.path("stage").asString()).as(profile.toString()).isEqualTo("enforce");
		assertThat(profile.path("parameters").path("body.quantity").path("confidence").asDouble()).isGreaterThan(0.99);
	}

	@Test
	void profileWhenItIsPromotedThenIsAnEvent() {
		List<String> told = this.shop.get("/actuator/rasp/events?type=profile-promoted&limit=1000")
			.json()
			.path("events")
			.valueStream()
			.map((event) -> this.shop.event(event.path("reference").asString()).json().path("what").asString())
			.toList();
		assertThat(told).filteredOn((what) -> what.contains("POST /api/orders"))
			.anySatisfy((what) -> assertThat(what).contains("is reported from now on"))
			.anySatisfy((what) -> assertThat(what).contains("is refused in mode block from now on"));
		assertThat(told).filteredOn((what) -> what.contains("GET /api/books"))
			.isNotEmpty()
			.noneSatisfy((what) -> assertThat(what).contains("is refused"));
	}

	@Test
	void answerWhenItHasMoreRowsThanEverThenIsReported() {
		assertThat(search(1, "e").status()).isEqualTo(200);
		JdbcClient jdbc = this.application.getBean(JdbcClient.class);
		for (int i = 0; i < 300; i++) {
			jdbc.sql("INSERT INTO books (id, title, author, price) VALUES (?, ?, 'Anybody', 1)")
				.params(5000 + i, "Volume " + i)
				.update();
		}
		assertThat(moreRows()).isEmpty();
		assertThat(search(1, "Volume").status()).isEqualTo(200);
		await().untilAsserted(() -> assertThat(moreRows()).containsExactly("/api/books"));
		jdbc.sql("DELETE FROM books WHERE id >= 5000").update();
	}

	private List<String> moreRows() {
		return this.shop.get("/actuator/rasp/events?detector=profile-learnt&rule=more-rows")
			.json()
			.path("events")
			.valueStream()
			.map((event) -> event.path("where").asString())
			.toList();
	}

	@Test
	void orderWhenItIsHonestThenPassesTenThousandTimes() {
		Random random = new Random(2);
		List<String> orders = new ArrayList<>();
		for (int i = 0; i < HONEST; i++) {
			orders.add(honest(random));
		}
		List<String> refused = IntStream.range(0, HONEST)
			.parallel()
			.filter((i) -> send(i % CUSTOMERS, orders.get(i)).status() != 201)
			.mapToObj(orders::get)
			.toList();
		assertThat(refused).isEmpty();
	}

	private static String honest(Random random) {
		int quantity = 1 + (int) Math.min(60, Math.abs(random.nextGaussian() * 6));
		String note = (random.nextInt(5) == 0) ? ",\"clientVersion\":\"7." + random.nextInt(9) + "\"" : "";
		return "{\"bookId\":" + (1 + random.nextInt(5)) + ",\"quantity\":" + quantity + note + "}";
	}

	private Answer send(int customer, String order) {
		return this.shop
			.send(this.shop.json("/api/orders", order).header("Authorization", "Bearer " + this.tokens.get(customer)));
	}

	private Answer search(int customer, String title) {
		return this.shop.send(this.shop.request("/api/books?title=" + title)
			.header("Authorization", "Bearer " + this.tokens.get(customer)));
	}

	/**
	 * A clock that goes when it is told to.
	 */
	private static final class Watch extends Clock {

		private volatile Instant now = Instant.parse("2026-05-04T00:00:00Z");

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
