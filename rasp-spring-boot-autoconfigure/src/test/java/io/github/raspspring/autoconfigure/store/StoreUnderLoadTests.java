package io.github.raspspring.autoconfigure.store;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.raspspring.autoconfigure.store.SharedStoreTests.SharedApplication;
import io.github.raspspring.store.Redis;
import io.github.raspspring.store.RedisStores;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Limits are exact as long as the store answers in time, from the first request on, and
 * meters tell when it did not.
 */
class StoreUnderLoadTests {

	private static final String PLAN = "rasp.rate-limit.plans.all.";

	private final HttpClient client = HttpClient.newHttpClient();

	private final Redis redis = new Redis();

	private final List<ConfigurableApplicationContext> started = new ArrayList<>();

	@AfterEach
	void close() {
		this.started.forEach(ConfigurableApplicationContext::close);
		this.redis.close();
	}

	@ParameterizedTest
	@CsvSource({ "1, 1, false", "1, 16, false", "2, 8, false", "3, 12, false", "1, 8, true", "2, 8, true" })
	void admittedWhenInstancesAreColdThenExactlyTheCapacity(int instances, int threads, boolean slow) throws Exception {
		for (int i = 0; i < instances; i++) {
			start(100);
		}
		try (AutoCloseable slowness = slow ? this.redis.slowDown() : () -> {
		}) {
			assertThat(admitted(threads, 150)).isEqualTo(100);
		}
		for (ConfigurableApplicationContext instance : this.started) {
			assertThat(calls(instance, "unanswered")).isZero();
			assertThat(calls(instance, "answered")).isPositive();
			assertThat(available(instance)).isEqualTo(1);
		}
	}

	@Test
	void metersWhenStoreIsLostThenTellOfRequestsDecidedWithoutIt() throws Exception {
		ConfigurableApplicationContext instance = start(100);
		this.redis.kill();
		assertThat(admitted(4, 40)).isEqualTo(40);
		Awaitility.await().untilAsserted(() -> assertThat(available(instance)).isZero());
		assertThat(calls(instance, "unanswered")).isGreaterThanOrEqualTo(40);
		this.redis.start();
		Awaitility.await().untilAsserted(() -> assertThat(available(instance)).isEqualTo(1));
	}

	@Test
	void readyIsSaidOnceThereIsAWayToTheStore() {
		List<Object> ways = new ArrayList<>();
		start(100, (event) -> ways.add(event.getApplicationContext().getBean(RedisStores.class).buckets()));
		assertThat(ways).hasSize(1);
	}

	private static double available(ConfigurableApplicationContext instance) {
		return instance.getBean(MeterRegistry.class).get("rasp.store.available").tag("store", "redis").gauge().value();
	}

	private static double calls(ConfigurableApplicationContext instance, String outcome) {
		return instance.getBean(MeterRegistry.class)
			.get("rasp.store.calls")
			.tags("store", "redis", "outcome", outcome)
			.functionCounter()
			.count();
	}

	private int admitted(int threads, int requests) throws Exception {
		ExecutorService executor = Executors.newFixedThreadPool(threads);
		try {
			List<Callable<Integer>> tasks = new ArrayList<>();
			for (int i = 0; i < requests; i++) {
				ConfigurableApplicationContext instance = this.started.get(i % this.started.size());
				tasks.add(() -> status(instance));
			}
			int admitted = 0;
			for (Future<Integer> status : executor.invokeAll(tasks)) {
				assertThat(status.get()).isIn(200, 429);
				admitted += (status.get() == 200) ? 1 : 0;
			}
			return admitted;
		}
		finally {
			executor.shutdownNow();
		}
	}

	private int status(ConfigurableApplicationContext instance) throws Exception {
		String port = instance.getEnvironment().getProperty("local.server.port");
		return this.client
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/")).build(),
					BodyHandlers.discarding())
			.statusCode();
	}

	private ConfigurableApplicationContext start(int capacity) {
		return start(capacity, (event) -> {
		});
	}

	private ConfigurableApplicationContext start(int capacity, ApplicationListener<ApplicationReadyEvent> listener) {
		ConfigurableApplicationContext context = new SpringApplicationBuilder(SharedApplication.class)
			.listeners(listener)
			.properties("server.port=0", "spring.main.banner-mode=off", "rasp.mode=block", "rasp.store.type=redis",
					"rasp.store.timeout=5s", "rasp.store.redis.url=" + this.redis.url(), PLAN + "capacity=" + capacity,
					PLAN + "period=1h", PLAN + "key=global", PLAN + "patterns=/", "logging.level.root=warn")
			.run();
		this.started.add(context);
		return context;
	}

}
