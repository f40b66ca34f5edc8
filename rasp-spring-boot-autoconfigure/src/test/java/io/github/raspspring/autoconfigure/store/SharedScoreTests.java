package io.github.raspspring.autoconfigure.store;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.raspspring.autoconfigure.store.SharedStoreTests.SharedApplication;
import io.github.raspspring.client.ClientScoreboard;
import io.github.raspspring.client.ScoredClient;
import io.github.raspspring.engine.StoreCalls;
import io.github.raspspring.store.Redis;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two instances hold against a client what it did on either of them.
 */
class SharedScoreTests {

	private static final String NETWORK = "network:9.9.9.9";

	private static final String ATTACK = "/?q=1%27%20UNION%20SELECT%20password%20FROM%20users--";

	private final HttpClient client = HttpClient.newHttpClient();

	private final Redis redis = new Redis();

	private final List<ConfigurableApplicationContext> started = new ArrayList<>();

	private ConfigurableApplicationContext one;

	private ConfigurableApplicationContext other;

	@BeforeEach
	void start() {
		this.one = instance();
		this.other = instance();
		this.started.forEach((context) -> Awaitility.await().until(context.getBean(StoreCalls.class)::isAvailable));
	}

	@AfterEach
	void close() {
		this.started.forEach(ConfigurableApplicationContext::close);
		this.redis.close();
	}

	@Test
	void pointsOfOneInstanceBlockOnTheOther() throws Exception {
		for (int i = 0; i < 20; i++) {
			assertThat(get(this.one, ATTACK)).isEqualTo(403);
		}
		Awaitility.await().untilAsserted(() -> assertThat(get(this.other, "/")).isEqualTo(403));
		assertThat(get(this.other, "/", "8.8.8.8")).isEqualTo(200);
	}

	@Test
	void pointsOfBothInstancesAddUp() throws Exception {
		int attacks = attacksUntilPoints(this.one, 20);
		Awaitility.await().untilAsserted(() -> assertThat(points(this.other)).isGreaterThanOrEqualTo(15));
		assertThat(attacksUntilPoints(this.other, 40)).as("fewer than it takes alone").isLessThanOrEqualTo(attacks + 1);
		assertThat(get(this.other, "/")).isEqualTo(403);
	}

	private int attacksUntilPoints(ConfigurableApplicationContext instance, long points) throws Exception {
		int attacks = 0;
		while (points(instance) < points && attacks < 40) {
			get(instance, ATTACK);
			attacks++;
		}
		return attacks;
	}

	private static long points(ConfigurableApplicationContext instance) {
		ScoredClient client = instance.getBean(ClientScoreboard.class).find(NETWORK);
		return (client != null) ? client.points() : 0;
	}

	private ConfigurableApplicationContext instance() {
		ConfigurableApplicationContext context = new SpringApplicationBuilder(SharedApplication.class)
			.properties("server.port=0", "rasp.mode=block", "rasp.store.type=redis",
					"rasp.store.redis.url=" + this.redis.url(), "rasp.store.refresh=50ms", "rasp.store.timeout=2s",
					"rasp.client.score.enabled=true", "rasp.client.trusted-proxies=127.0.0.0/8,::1",
					"logging.level.root=warn")
			.run();
		this.started.add(context);
		return context;
	}

	private int get(ConfigurableApplicationContext instance, String path) throws Exception {
		return get(instance, path, "9.9.9.9");
	}

	private int get(ConfigurableApplicationContext instance, String path, String address) throws Exception {
		String port = Objects.requireNonNull(instance.getEnvironment().getProperty("local.server.port"));
		return this.client
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
				.header("X-Forwarded-For", address)
				.build(), HttpResponse.BodyHandlers.discarding())
			.statusCode();
	}

}
