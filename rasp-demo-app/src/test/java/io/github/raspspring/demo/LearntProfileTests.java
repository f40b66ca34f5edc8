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

/**
 * Two days in mode monitor, by a clock of the test, and the route of orders promoted:
 * what nobody ever sends is refused there, and ten thousand honest orders pass.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LearntProfileTests {

	private static final int CUSTOMERS = 40;

	private static final int HONEST = 10_000;

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
