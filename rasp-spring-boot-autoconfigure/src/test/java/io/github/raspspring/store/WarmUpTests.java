package io.github.raspspring.store;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.raspspring.engine.ExpiringStores.Reading;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Whoever is the first to ask finds the way to the store warm, and a store that can't be
 * reached holds nobody up.
 */
class WarmUpTests {

	private static final Duration SECOND = Duration.ofSeconds(1);

	private static final Duration LONG = Duration.ofSeconds(30);

	private static Redis redis;

	private final List<String> events = new ArrayList<>();

	private RedisStores stores;

	@BeforeAll
	static void start() {
		redis = new Redis();
	}

	@AfterAll
	static void stop() {
		redis.close();
	}

	@AfterEach
	void close() {
		this.stores.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "redis://localhost:1", "redis://127.0.0.1:1/0", "redis://nobody.invalid:6379",
			"redis://:secret@localhost:1", "rediss://localhost:1", "redis://[::1]:1" })
	void warmUpWhenStoreCantBeReachedThenReturnsAndNothingIsThrown(String url) {
		RedisStores cold = stores(url, SECOND);
		cold.warmUp(SECOND);
		assertThatThrownBy(cold::buckets).isInstanceOf(RuntimeException.class);
		assertThat(cold.open("replay", 10, Reading.CURRENT).get("a")).isNull();
	}

	@Test
	void warmUpWhenThereIsNoTimeThenReturns() {
		stores(redis.url(), SECOND).warmUp(Duration.ZERO);
		assertThat(this.events).isEmpty();
	}

	@Test
	void warmUpWhenThreadIsInterruptedThenReturnsAndStaysInterrupted() {
		RedisStores cold = stores(redis.url(), SECOND);
		Thread.currentThread().interrupt();
		cold.warmUp(LONG);
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void warmUpWhenStoreHangsForAMomentThenWaitsForIt() {
		redis.pause(Duration.ofMillis(200));
		assertWarm(SECOND);
	}

	@Test
	void warmUpWhenStoreIsSlowThenWaitsForIt() throws Exception {
		try (AutoCloseable slowness = redis.slowDown()) {
			assertWarm(Duration.ofSeconds(5));
		}
	}

	/**
	 * The first call takes longer than a call may, as it does on a machine that is cold.
	 */
	@ParameterizedTest
	@CsvSource({ "1", "20", "50", "500", "5000" })
	void warmUpWhenCallsMayTakeSoLongThenIsConnected(int milliseconds) {
		assertWarm(Duration.ofMillis(milliseconds));
	}

	@Test
	void warmUpWhenRepeatedThenIsWarm() {
		assertWarm(SECOND);
		this.stores.warmUp(LONG);
		assertThat(this.stores.calls().isAvailable()).isTrue();
	}

	private void assertWarm(Duration timeout) {
		RedisStores cold = stores(redis.url(), timeout);
		assertThatThrownBy(cold::buckets).as("cold").isInstanceOf(RuntimeException.class);
		cold.warmUp(LONG);
		ProxyManager<String> buckets = cold.buckets();
		assertThat(buckets).isSameAs(cold.buckets());
		assertThat(cold.calls().await(() -> CompletableFuture.completedFuture("answer"))).contains("answer");
		assertThat(this.events).isEmpty();
	}

	private RedisStores stores(String url, Duration timeout) {
		// Synchronizes once, at the start.
		RedisSettings settings = new RedisSettings(url, "test:", timeout, Duration.ofHours(1));
		this.stores = new RedisStores(settings, new CircuitListener() {

			@Override
			public void lost(Throwable cause) {
				WarmUpTests.this.events.add("lost");
			}

			@Override
			public void recovered() {
				WarmUpTests.this.events.add("recovered");
			}

		}, Clock.systemUTC());
		return this.stores;
	}

}
