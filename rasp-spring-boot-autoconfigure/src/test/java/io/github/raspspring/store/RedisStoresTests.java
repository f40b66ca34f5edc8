package io.github.raspspring.store;

import java.time.Clock;
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

import io.github.raspspring.engine.ExpiringStore;
import io.github.raspspring.engine.ExpiringStore.Insertion;
import io.github.raspspring.engine.ExpiringStores.Reading;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two instances share a real Redis.
 */
class RedisStoresTests {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private final Redis redis = new Redis();

	private final List<RedisStores> opened = new ArrayList<>();

	@AfterEach
	void close() {
		this.opened.forEach(RedisStores::close);
		this.redis.close();
	}

	@Test
	void putIfAbsentWhenTwoInstancesTryAtOnceThenInsertsOnce() throws Exception {
		ExpiringStore one = available(instance().open("replay", 1000, Reading.CURRENT));
		ExpiringStore other = available(instance().open("replay", 1000, Reading.CURRENT));
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			for (int round = 0; round < 50; round++) {
				String key = "key" + round;
				List<Callable<Insertion>> attempts = new ArrayList<>();
				for (int i = 0; i < 4; i++) {
					attempts.add(() -> one.putIfAbsent(key, "1", MINUTE));
					attempts.add(() -> other.putIfAbsent(key, "1", MINUTE));
				}
				List<Insertion> results = new ArrayList<>();
				for (Future<Insertion> attempt : threads.invokeAll(attempts)) {
					results.add(attempt.get());
				}
				assertThat(results).containsOnlyOnce(Insertion.INSERTED).doesNotContain(Insertion.UNCERTAIN);
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void getWhenOtherInstanceWroteThenSeesItAtOnce() {
		ExpiringStore one = available(instance().open("revocation", 10, Reading.CURRENT));
		ExpiringStore other = available(instance().open("revocation", 10, Reading.CURRENT));
		assertThat(one.put("a", "1", MINUTE)).isTrue();
		assertThat(other.get("a")).isEqualTo("1");
		assertThat(other.get("b")).isNull();
		assertThat(other.remove("a")).isTrue();
		assertThat(available(instance().open("revocation", 10, Reading.CURRENT)).get("a")).isNull();
	}

	@Test
	void putIfAbsentWhenRedisIsKilledThenMemoryAnswersAndNothingThrows() {
		ExpiringStore store = available(instance().open("replay", 10, Reading.CURRENT));
		assertThat(store.putIfAbsent("before", "1", MINUTE)).isEqualTo(Insertion.INSERTED);
		this.redis.kill();
		for (int i = 0; i < 20; i++) {
			assertThat(store.putIfAbsent("before", "1", MINUTE)).isEqualTo(Insertion.PRESENT);
			assertThat(store.get("before")).isEqualTo("1");
			assertThat(store.put("other", "1", MINUTE)).isFalse();
			assertThat(store.remove("other")).isFalse();
		}
		assertThat(store.putIfAbsent("new", "1", MINUTE)).isEqualTo(Insertion.UNCERTAIN);
		assertThat(store.putIfAbsent("new", "1", MINUTE)).isEqualTo(Insertion.PRESENT);
		assertThat(store.isAvailable()).isFalse();
		this.redis.start();
		Awaitility.await().until(store::isAvailable);
		assertThat(store.putIfAbsent("before", "1", MINUTE)).as("Redis lost it, this instance did not")
			.isEqualTo(Insertion.PRESENT);
		assertThat(store.putIfAbsent("after", "1", MINUTE)).isEqualTo(Insertion.INSERTED);
	}

	@Test
	void openWhenRedisIsDownThenStartsAndFindsItLater() {
		Redis late = Redis.down();
		try {
			ExpiringStore store = instance(late).open("replay", 10, Reading.CURRENT);
			assertThat(store.putIfAbsent("a", "1", MINUTE)).isEqualTo(Insertion.UNCERTAIN);
			late.start();
			for (int i = 0; i < 10; i++) {
				store.get("unknown");
			}
			Awaitility.await().until(() -> store.put("b", "1", MINUTE));
			assertThat(store.isAvailable()).isTrue();
		}
		finally {
			late.close();
		}
	}

	@Test
	void getWhenRedisHangsThenReturnsAndComesBack() {
		List<String> events = new ArrayList<>();
		ExpiringStore store = available(instance(this.redis, events).open("replay", 10, Reading.CURRENT));
		this.redis.pause(Duration.ofSeconds(2));
		for (int i = 0; i < 10; i++) {
			assertThat(store.get("a")).isNull();
		}
		assertThat(store.isAvailable()).isFalse();
		Awaitility.await().until(store::isAvailable);
		assertThat(events).containsExactly("lost", "recovered");
	}

	@Test
	void putWhenEventualThenOtherInstancesFollow() {
		ExpiringStore one = instance().open("blocks", 10, Reading.EVENTUAL);
		ExpiringStore other = instance().open("blocks", 10, Reading.EVENTUAL);
		Map<String, String> told = new ConcurrentHashMap<>();
		other.onChange((key, value) -> told.put(key, String.valueOf(value)));
		AtomicInteger echoes = new AtomicInteger();
		one.onChange((key, value) -> echoes.incrementAndGet());
		one.put("a", "1", MINUTE);
		Awaitility.await().untilAsserted(() -> assertThat(other.get("a")).isEqualTo("1"));
		assertThat(told).containsEntry("a", "1");
		one.remove("a");
		Awaitility.await().untilAsserted(() -> assertThat(other.get("a")).isNull());
		assertThat(told).containsEntry("a", "null");
		assertThat(echoes).hasValue(0);
		ExpiringStore late = instance().open("blocks", 10, Reading.EVENTUAL);
		one.put("b", "2", MINUTE);
		Awaitility.await().untilAsserted(() -> assertThat(late.get("b")).isEqualTo("2"));
	}

	@Test
	void putWhenRedisIsLostThenOtherInstancesLearnItWhenRedisIsBack() {
		ExpiringStore one = instance().open("blocks", 10, Reading.EVENTUAL);
		ExpiringStore other = instance().open("blocks", 10, Reading.EVENTUAL);
		one.put("before", "1", MINUTE);
		Awaitility.await().untilAsserted(() -> assertThat(other.get("before")).isEqualTo("1"));
		this.redis.kill();
		Awaitility.await().until(() -> !one.put("meanwhile", "2", MINUTE));
		assertThat(one.get("meanwhile")).isEqualTo("2");
		assertThat(other.get("before")).isEqualTo("1");
		this.redis.start();
		Awaitility.await().untilAsserted(() -> assertThat(other.get("meanwhile")).isEqualTo("2"));
		ExpiringStore late = instance().open("blocks", 10, Reading.EVENTUAL);
		Awaitility.await().untilAsserted(() -> assertThat(late.get("before")).isEqualTo("1"));
	}

	private RedisStores instance() {
		return instance(this.redis);
	}

	private RedisStores instance(Redis redis) {
		return instance(redis, new ArrayList<>());
	}

	private RedisStores instance(Redis redis, List<String> events) {
		RedisSettings settings = new RedisSettings(redis.url(), "test:", Duration.ofMillis(500), Duration.ofMillis(20));
		RedisStores stores = new RedisStores(settings, new CircuitListener() {

			@Override
			public void lost(Throwable cause) {
				events.add("lost");
			}

			@Override
			public void recovered() {
				events.add("recovered");
			}

		}, Clock.systemUTC());
		this.opened.add(stores);
		return stores;
	}

	/** The first connection takes a moment. */
	private static ExpiringStore available(ExpiringStore store) {
		Awaitility.await().until(() -> store.put("warm up", "1", Duration.ofMillis(1)));
		return store;
	}

}
