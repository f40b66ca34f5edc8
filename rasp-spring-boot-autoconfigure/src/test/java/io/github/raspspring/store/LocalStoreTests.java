package io.github.raspspring.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

import io.github.raspspring.engine.ExpiringStore;
import io.github.raspspring.engine.ExpiringStore.Insertion;
import io.github.raspspring.engine.ExpiringStores.Reading;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LocalStoreTests {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 5);

	private final LocalStores stores = new LocalStores(this.time::get);

	@Test
	void getWhenTimeToLiveHasPassedThenFindsNothing() {
		ExpiringStore store = open("blocks", 10);
		store.put("a", "1", MINUTE);
		assertThat(store.get("a")).isEqualTo("1");
		pass(MINUTE.minusNanos(1));
		assertThat(store.get("a")).isEqualTo("1");
		pass(Duration.ofNanos(1));
		assertThat(store.get("a")).isNull();
	}

	@Test
	void isEmptyWhenSomethingIsKeptThenIsNot() {
		ExpiringStore store = open("revocation", 10);
		assertThat(store.isEmpty()).isTrue();
		store.put("a", "1", MINUTE);
		assertThat(store.isEmpty()).isFalse();
		store.remove("a");
		assertThat(store.isEmpty()).isTrue();
	}

	@Test
	void putIfAbsentWhenPresentThenKeepsFirstValueAndItsTime() {
		ExpiringStore store = open("replay", 10);
		assertThat(store.putIfAbsent("a", "1", MINUTE)).isEqualTo(Insertion.INSERTED);
		pass(Duration.ofSeconds(59));
		assertThat(store.putIfAbsent("a", "2", MINUTE)).isEqualTo(Insertion.PRESENT);
		assertThat(store.get("a")).isEqualTo("1");
		pass(Duration.ofSeconds(1));
		assertThat(store.putIfAbsent("a", "3", MINUTE)).isEqualTo(Insertion.INSERTED);
	}

	@Test
	void putIfAbsentWhenManyTryAtOnceThenInsertsOnce() throws Exception {
		ExpiringStore store = open("replay", 10);
		CyclicBarrier start = new CyclicBarrier(8);
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			List<Callable<Insertion>> attempts = new ArrayList<>();
			for (int i = 0; i < 8; i++) {
				attempts.add(() -> {
					start.await();
					return store.putIfAbsent("a", "1", MINUTE);
				});
			}
			List<Insertion> results = new ArrayList<>();
			for (Future<Insertion> attempt : threads.invokeAll(attempts)) {
				results.add(attempt.get());
			}
			assertThat(results).containsOnlyOnce(Insertion.INSERTED).contains(Insertion.PRESENT);
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void putWhenFullThenTurnsNewEntriesAwayAndForgetsNone() {
		ExpiringStore store = open("replay", 100);
		for (int i = 0; i < 100; i++) {
			assertThat(store.putIfAbsent("kept" + i, "1", MINUTE)).isEqualTo(Insertion.INSERTED);
		}
		for (int i = 0; i < 10_000; i++) {
			assertThat(store.putIfAbsent("flood" + i, "1", MINUTE)).isEqualTo(Insertion.UNCERTAIN);
			assertThat(store.put("flood" + i, "1", MINUTE)).isFalse();
		}
		for (int i = 0; i < 100; i++) {
			assertThat(store.putIfAbsent("kept" + i, "1", MINUTE)).isEqualTo(Insertion.PRESENT);
		}
		assertThat(store.put("kept1", "2", MINUTE)).isTrue();
		assertThat(store.get("kept1")).isEqualTo("2");
	}

	@Test
	void putWhenFullOfExpiredEntriesThenHasRoomAgain() {
		ExpiringStore store = open("replay", 2);
		store.put("a", "1", MINUTE);
		store.put("b", "1", MINUTE);
		assertThat(store.put("c", "1", MINUTE)).isFalse();
		pass(MINUTE);
		assertThat(store.put("c", "1", MINUTE)).isTrue();
	}

	@Test
	void openWhenOneStoreIsFullThenLeavesOthersTheirRoom() {
		ExpiringStore replay = open("replay", 1);
		ExpiringStore blocks = open("blocks", 1);
		replay.put("a", "1", MINUTE);
		assertThat(replay.put("b", "1", MINUTE)).isFalse();
		assertThat(blocks.put("b", "1", MINUTE)).isTrue();
	}

	@Test
	void removeWhenPresentThenForgets() {
		ExpiringStore store = open("revocation", 10);
		store.put("a", "1", MINUTE);
		assertThat(store.remove("a")).isTrue();
		assertThat(store.get("a")).isNull();
		assertThat(store.isAvailable()).isTrue();
	}

	private ExpiringStore open(String name, int maxEntries) {
		return this.stores.open(name, maxEntries, Reading.CURRENT);
	}

	private void pass(Duration duration) {
		this.time.addAndGet(duration.toNanos());
	}

}
