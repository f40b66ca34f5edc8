package io.github.raspspring.autoconfigure.store;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.github.raspspring.engine.StoreCalls;
import io.github.raspspring.event.EventsSection;
import io.github.raspspring.store.Redis;
import io.lettuce.core.RedisClient;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two instances of an application share a real Redis, over real HTTP.
 */
class SharedStoreTests {

	private static final int THREADS = 8;

	private final HttpClient client = HttpClient.newHttpClient();

	private final Redis redis = new Redis();

	private final List<ConfigurableApplicationContext> started = new ArrayList<>();

	@AfterEach
	void close() {
		this.started.forEach(ConfigurableApplicationContext::close);
		this.redis.close();
	}

	@Test
	void requestsWhenTwoInstancesAreAskedAtOnceThenExactlyTheCapacityIsAdmitted() throws Exception {
		List<ConfigurableApplicationContext> instances = twoInstances(limit(100, "rasp.store.timeout=5s"));
		Map<Integer, AtomicInteger> statuses = load(instances, 400, (sent) -> {
		});
		assertThat(statuses.keySet()).containsExactlyInAnyOrder(200, 429);
		assertThat(statuses.get(200)).hasValue(100);
	}

	@Test
	void requestsWhenOneInstanceIsAskedByEightThreadsThenExactlyTheCapacityIsAdmitted() throws Exception {
		ConfigurableApplicationContext instance = start(limit(100, "rasp.store.type=local"));
		Map<Integer, AtomicInteger> statuses = load(List.of(instance), 400, (sent) -> {
		});
		assertThat(statuses.get(200)).hasValue(100);
		assertThat(statuses.get(429)).hasValue(300);
	}

	@Test
	void requestsWhenApplicationBringsAProxyManagerThenItIsShared() throws Exception {
		String[] properties = limit(20, "rasp.store.type=local", "rasp.store.timeout=5s",
				"test.redis=" + this.redis.url());
		List<ConfigurableApplicationContext> instances = List.of(start(OwnEngine.class, properties),
				start(OwnEngine.class, properties));
		Map<Integer, AtomicInteger> statuses = load(instances, 80, (sent) -> {
		});
		assertThat(statuses.get(200)).hasValue(20);
		assertThat(statuses.get(429)).hasValue(60);
		assertThat(get(instances.get(0), "/actuator/health").body()).contains("\"buckets\":\"AVAILABLE\"");
	}

	@Test
	void requestsWhenProxyManagerOfTheApplicationHangsThenNoneFails() throws Exception {
		ConfigurableApplicationContext instance = start(OwnEngine.class,
				limit(5, "rasp.store.type=local", "test.redis=" + this.redis.url()));
		this.redis.kill();
		int admitted = 0;
		for (int i = 0; i < 20; i++) {
			int status = status(instance);
			assertThat(status).isIn(200, 429);
			admitted += (status == 200) ? 1 : 0;
		}
		assertThat(admitted).isEqualTo(5);
		assertThat(get(instance, "/actuator/health").body()).contains("\"buckets\":\"LOST\"");
	}

	@Test
	void requestsWhenProxyManagerHasNoAsyncModeThenItIsShared() throws Exception {
		ConfigurableApplicationContext instance = start(OwnSynchronousEngine.class,
				limit(20, "rasp.store.type=local", "rasp.store.timeout=5s"));
		Map<Integer, AtomicInteger> statuses = load(List.of(instance), 80, (sent) -> {
		});
		assertThat(statuses.get(200)).hasValue(20);
		assertThat(statuses.get(429)).hasValue(60);
		assertThat(instance.getBean(SynchronousEngine.class).size()).isOne();
	}

	@Test
	void requestsWhenProxyManagerWithoutAsyncModeIsDownThenNoneFails() throws Exception {
		ConfigurableApplicationContext instance = start(OwnSynchronousEngine.class, limit(5, "rasp.store.type=local"));
		instance.getBean(SynchronousEngine.class).goDown();
		Map<Integer, AtomicInteger> statuses = load(List.of(instance), 20, (sent) -> {
		});
		assertThat(statuses.get(200)).hasValue(5);
		assertThat(statuses.get(429)).hasValue(15);
		assertThat(get(instance, "/actuator/health").body()).contains("\"buckets\":\"LOST\"");
	}

	@Test
	void requestsWhenPlanIsNotSharedThenEachInstanceCountsAlone() throws Exception {
		List<ConfigurableApplicationContext> instances = twoInstances(
				limit(10, "rasp.rate-limit.plans.all.shared=false"));
		Map<Integer, AtomicInteger> statuses = load(instances, 80, (sent) -> {
		});
		assertThat(statuses.get(200)).hasValue(20);
	}

	@Test
	void requestsWhenRedisIsKilledAndStartedUnderLoadThenNoneFails() throws Exception {
		List<ConfigurableApplicationContext> instances = twoInstances(limit(1_000_000));
		Map<Integer, AtomicInteger> statuses = load(instances, 4000, (sent) -> {
			if (sent == 1000) {
				this.redis.kill();
			}
			if (sent == 2500) {
				this.redis.start();
			}
		});
		assertThat(statuses).containsOnlyKeys(200);
		assertThat(statuses.get(200)).hasValue(4000);
		awaitAvailable(instances);
		for (ConfigurableApplicationContext instance : instances) {
			assertThat(instance.getBean(EventsSection.class).content().toString()).contains("store-state-changed")
				.contains("LOST")
				.contains("AVAILABLE");
		}
	}

	@Test
	void requestsWhenRedisHangsThenNoneFailsAndTheLimitHolds() throws Exception {
		List<ConfigurableApplicationContext> instances = twoInstances(limit(50));
		this.redis.pause(Duration.ofSeconds(3));
		Map<Integer, AtomicInteger> statuses = load(instances, 400, (sent) -> {
		});
		assertThat(statuses.keySet()).containsExactlyInAnyOrder(200, 429);
		assertThat(statuses.get(200).get()).as("each instance grants what the plan grants, and no more")
			.isBetween(50, 100);
	}

	@Test
	void requestsWhenRedisIsSlowThenNoneFailsAndTheLimitHolds() throws Exception {
		List<ConfigurableApplicationContext> instances = twoInstances(limit(50));
		try (AutoCloseable slowness = this.redis.slowDown()) {
			Map<Integer, AtomicInteger> statuses = load(instances, 400, (sent) -> {
			});
			assertThat(statuses.keySet()).containsExactlyInAnyOrder(200, 429);
			assertThat(statuses.get(200).get()).as("each instance grants what the plan grants, and no more")
				.isBetween(50, 100);
		}
		awaitAvailable(instances);
	}

	@Test
	void requestsWhenStoreFlapsThenNobodyGetsAFreshStart() throws Exception {
		ConfigurableApplicationContext instance = start(limit(30));
		awaitAvailable(List.of(instance));
		int admitted = 0;
		for (int round = 0; round < 3; round++) {
			for (int i = 0; i < 40; i++) {
				admitted += (status(instance) == 200) ? 1 : 0;
			}
			this.redis.pause(Duration.ofMillis(300));
		}
		assertThat(admitted).isEqualTo(30);
	}

	@Test
	void startWhenRedisIsDownThenServesAndCountsAlone() throws Exception {
		this.redis.kill();
		ConfigurableApplicationContext instance = start(limit(5));
		int admitted = 0;
		for (int i = 0; i < 20; i++) {
			int status = status(instance);
			assertThat(status).isIn(200, 429);
			admitted += (status == 200) ? 1 : 0;
		}
		assertThat(admitted).isEqualTo(5);
		assertThat(get(instance, "/actuator/health").body()).contains("\"redis\":\"LOST\"")
			.contains("\"status\":\"UP\"");
		this.redis.start();
		awaitAvailable(List.of(instance));
		assertThat(get(instance, "/actuator/health").body()).contains("\"redis\":\"AVAILABLE\"");
		assertThat(get(instance, "/actuator/rasp/store").body()).contains("\"type\":\"REDIS\"");
	}

	@Test
	void requestsWhenRedisIsDownThenPlansAreOpenOrClosedAsConfigured() throws Exception {
		this.redis.kill();
		ConfigurableApplicationContext open = start(limit(2, "rasp.rate-limit.plans.all.on-store-failure=open"));
		ConfigurableApplicationContext closed = start(limit(2, "rasp.rate-limit.plans.all.on-store-failure=closed"));
		for (int i = 0; i < 10; i++) {
			assertThat(status(open)).isEqualTo(200);
			HttpResponse<String> refused = get(closed, "/");
			assertThat(refused.statusCode()).isEqualTo(429);
			assertThat(refused.headers().firstValue("Retry-After")).contains("1");
		}
	}

	private Map<Integer, AtomicInteger> load(List<ConfigurableApplicationContext> instances, int requests,
			IntConsumer atEach) throws Exception {
		Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
		AtomicInteger sent = new AtomicInteger();
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			List<Callable<Void>> tasks = new ArrayList<>();
			for (int i = 0; i < THREADS; i++) {
				ConfigurableApplicationContext instance = instances.get(i % instances.size());
				tasks.add(() -> {
					for (int number = sent.incrementAndGet(); number <= requests; number = sent.incrementAndGet()) {
						atEach.accept(number);
						statuses.computeIfAbsent(status(instance), (status) -> new AtomicInteger()).incrementAndGet();
					}
					return null;
				});
			}
			for (Future<Void> task : threads.invokeAll(tasks)) {
				task.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
		return statuses;
	}

	private List<ConfigurableApplicationContext> twoInstances(String... properties) {
		List<ConfigurableApplicationContext> instances = List.of(start(properties), start(properties));
		awaitAvailable(instances);
		return instances;
	}

	private static void awaitAvailable(List<ConfigurableApplicationContext> instances) {
		for (ConfigurableApplicationContext instance : instances) {
			StoreCalls calls = instance.getBean(StoreCalls.class);
			Awaitility.await().atMost(Duration.ofSeconds(30)).until(calls::isAvailable);
		}
	}

	private ConfigurableApplicationContext start(String... properties) {
		return start(SharedApplication.class, properties);
	}

	private ConfigurableApplicationContext start(Class<?> application, String... properties) {
		ConfigurableApplicationContext context = new SpringApplicationBuilder(application)
			.properties("server.port=0", "rasp.mode=block", "rasp.store.type=redis",
					"rasp.store.redis.url=" + this.redis.url(), "management.endpoints.web.exposure.include=*",
					"management.endpoint.health.show-details=always", "logging.level.root=warn")
			.properties(properties)
			.run();
		this.started.add(context);
		return context;
	}

	private static String[] limit(int capacity, String... additional) {
		List<String> properties = new ArrayList<>(List.of(additional));
		String plan = "rasp.rate-limit.plans.all.";
		properties.addAll(
				List.of(plan + "capacity=" + capacity, plan + "period=1h", plan + "key=global", plan + "patterns=/"));
		return properties.toArray(String[]::new);
	}

	private int status(ConfigurableApplicationContext instance) throws Exception {
		return get(instance, "/").statusCode();
	}

	private HttpResponse<String> get(ConfigurableApplicationContext instance, String path) throws Exception {
		String port = instance.getEnvironment().getProperty("local.server.port");
		return this.client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Handler.class)
	static class SharedApplication {

		@Bean
		SecurityFilterChain openToAll(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll()).build();
		}

	}

	/**
	 * An application that shares buckets through an engine of its own choice.
	 */
	@Configuration(proxyBeanMethods = false)
	@Import(SharedApplication.class)
	static class OwnEngine {

		@Bean(destroyMethod = "shutdown")
		RedisClient ownClient(@Value("${test.redis}") String url) {
			return RedisClient.create(url);
		}

		@Bean
		ProxyManager<String> ownBuckets(RedisClient ownClient) {
			return Bucket4jLettuce
				.casBasedBuilder(ownClient.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE)))
				.build();
		}

	}

	/**
	 * An application whose engine can't be asked asynchronously.
	 */
	@Configuration(proxyBeanMethods = false)
	@Import(SharedApplication.class)
	static class OwnSynchronousEngine {

		@Bean
		SynchronousEngine ownBuckets() {
			return new SynchronousEngine();
		}

	}

	@RestController
	static class Handler {

		@GetMapping("/")
		String hello() {
			return "hello";
		}

	}

}
