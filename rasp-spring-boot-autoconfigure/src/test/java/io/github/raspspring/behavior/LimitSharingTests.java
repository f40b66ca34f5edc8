package io.github.raspspring.behavior;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.raspspring.behavior.LearntLimit.Kind;
import io.github.raspspring.behavior.LearntLimit.Stage;
import io.github.raspspring.engine.ExpiringStore;
import io.github.raspspring.engine.ExpiringStores.Reading;
import io.github.raspspring.store.CircuitListener;
import io.github.raspspring.store.Redis;
import io.github.raspspring.store.RedisSettings;
import io.github.raspspring.store.RedisStores;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Instances that share what they learnt through a real Redis.
 */
class LimitSharingTests {

	private static final long NOW = 1_900_000_000_000L;

	private static final long HOUR = 60 * 60 * 1000L;

	private final Redis redis = new Redis();

	private final List<RedisStores> opened = new ArrayList<>();

	@AfterEach
	void close() {
		this.opened.forEach(RedisStores::close);
		this.redis.close();
	}

	@Test
	void instanceTakesOverFromOneThatHasSeenMoreAndNotTheOtherWayRound() {
		Instance experienced = new Instance(20_000);
		Instance fresh = new Instance(20_000);
		Instance bounded = new Instance(50);
		Instance seasoned = new Instance(20_000);
		experienced.learn(300, 20);
		seasoned.learn(3000, 40);
		int learnt = experienced.limit().value();
		int seen = seasoned.limit().value();
		assertThat(learnt).isBetween(60, 70);
		assertThat(fresh.limit().value()).isEqualTo(50);
		Awaitility.await().untilAsserted(() -> {
			experienced.sharing.share();
			assertThat(fresh.limit().value()).isEqualTo(learnt);
			assertThat(bounded.limit().value()).isEqualTo(50);
		});
		assertThat(fresh.limit().stage()).isEqualTo(Stage.ENFORCE);
		assertThat(fresh.limit().describe().get("reason")).asString().contains("another instance");
		assertThat(seasoned.limit().value()).isEqualTo(seen);
		Instance late = new Instance(20_000);
		Awaitility.await().untilAsserted(() -> assertThat(late.limit().value()).isEqualTo(learnt));
		seasoned.sharing.share();
		Awaitility.await().untilAsserted(() -> assertThat(experienced.limit().value()).isEqualTo(seen));
	}

	@Test
	void instanceThatHasLearntNothingTellsNothingAndWhatIsNoLimitIsLeftOut() {
		Instance fresh = new Instance(20_000);
		fresh.limit();
		fresh.sharing.share();
		ExpiringStore store = fresh.store;
		assertThat(store.isEmpty()).isTrue();
		Instance other = new Instance(20_000);
		Awaitility.await()
			.until(() -> store.put("GET /api/orders/{id} VOLUME", "-1;99999;ENFORCE", Duration.ofHours(1)));
		for (String broken : List.of("", ";;", "x;1;ENFORCE", "5;x;ENFORCE", "5;5;OTHER", "NaN;9;ENFORCE")) {
			store.put("GET /api/orders/{id} VOLUME", broken, Duration.ofHours(1));
		}
		store.put("nonsense", "5;5;ENFORCE", Duration.ofHours(1));
		Awaitility.await().until(() -> other.store.get("nonsense") != null);
		assertThat(other.limit().value()).isEqualTo(50);
	}

	private final class Instance {

		private final RouteModels routes;

		private final ExpiringStore store;

		private final LimitSharing sharing;

		Instance(int maximum) {
			RedisStores stores = new RedisStores(new RedisSettings(LimitSharingTests.this.redis.url(), "test:",
					Duration.ofMillis(500), Duration.ofMillis(20)), new CircuitListener() {

						@Override
						public void lost(Throwable cause) {
						}

						@Override
						public void recovered() {
						}

					}, Clock.systemUTC());
			LimitSharingTests.this.opened.add(stores);
			this.routes = new RouteModels(
					new LearningSettings(Stage.ENFORCE, 0.99, 3, 50, Duration.ofHours(24), Duration.ofHours(24), 0.25,
							0.1, 0.05, Map.of(Kind.VOLUME, new LearningSettings.Bounds(50, 10, maximum))));
			this.store = stores.open("usage", 100, Reading.EVENTUAL);
			this.sharing = new LimitSharing(this.store, this.routes, Clock.systemUTC());
		}

		LearntLimit limit() {
			return Objects.requireNonNull(this.routes.find("GET", "/api/orders/{id}")).limit(Kind.VOLUME);
		}

		void learn(int clients, int value) {
			for (int i = 0; i < clients; i++) {
				limit().today().add(LogHistogram.bucket(value));
			}
			limit().update(NOW, false);
			limit().update(NOW + 25 * HOUR, false);
			limit().update(NOW + 50 * HOUR, false);
		}

	}

}
