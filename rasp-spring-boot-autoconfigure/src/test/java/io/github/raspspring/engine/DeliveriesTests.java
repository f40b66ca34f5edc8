package io.github.raspspring.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveriesTests {

	private final List<Integer> told = Collections.synchronizedList(new ArrayList<>());

	@Test
	void deliverWhenInlineThenTellsAtOnce() {
		Deliveries.inline().deliver(1, () -> this.told.add(1));
		assertThat(this.told).containsExactly(1);
	}

	@Test
	void deliverWhenInBackgroundThenTellsInOrderOnAnotherThread() {
		List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
		try (Deliveries deliveries = Deliveries.inBackground(100, null)) {
			for (int i = 0; i < 100; i++) {
				int number = i;
				deliveries.deliver(1, () -> {
					threads.add(Thread.currentThread());
					this.told.add(number);
				});
			}
		}
		assertThat(this.told).isEqualTo(IntStream.range(0, 100).boxed().toList());
		assertThat(threads).doesNotContain(Thread.currentThread());
	}

	@Test
	void deliverWhenTooManyWaitThenDropsAndCounts() throws InterruptedException {
		CountDownLatch release = new CountDownLatch(1);
		try (Deliveries deliveries = Deliveries.inBackground(2, null)) {
			occupy(deliveries, release);
			for (int i = 0; i < 5; i++) {
				int number = i;
				deliveries.deliver(1, () -> this.told.add(number));
			}
			assertThat(deliveries.dropped()).isEqualTo(3);
			assertThat(deliveries.overview()).containsEntry("waiting", 2).containsEntry("dropped", 3L);
			release.countDown();
		}
		assertThat(this.told).containsExactly(0, 1);
	}

	@Test
	void deliverWhenWhatWaitsIsLargeThenDropsAndTakesTheNextSmallOne() throws InterruptedException {
		CountDownLatch release = new CountDownLatch(1);
		try (Deliveries deliveries = Deliveries.inBackground(100, null)) {
			occupy(deliveries, release);
			deliveries.deliver(3_000_000, () -> this.told.add(1));
			deliveries.deliver(3_000_000, () -> this.told.add(2));
			deliveries.deliver(1_000, () -> this.told.add(3));
			assertThat(deliveries.dropped()).isEqualTo(1);
			release.countDown();
		}
		assertThat(this.told).containsExactly(1, 3);
	}

	@Test
	void deliverWhenLoaderIsGivenThenListenersHaveIt() throws Exception {
		ClassLoader loader = new ClassLoader(getClass().getClassLoader()) {
		};
		CompletableFuture<ClassLoader> seen = new CompletableFuture<>();
		try (Deliveries deliveries = Deliveries.inBackground(1, loader)) {
			deliveries.deliver(1, () -> seen.complete(Thread.currentThread().getContextClassLoader()));
			assertThat(seen.get(10, TimeUnit.SECONDS)).isSameAs(loader);
		}
	}

	@Test
	void deliverWhenClosedThenDrops() {
		Deliveries deliveries = Deliveries.inBackground(1, null);
		deliveries.close();
		deliveries.deliver(1, () -> this.told.add(1));
		assertThat(this.told).isEmpty();
		assertThat(deliveries.dropped()).isEqualTo(1);
	}

	private static void occupy(Deliveries deliveries, CountDownLatch release) throws InterruptedException {
		CountDownLatch started = new CountDownLatch(1);
		deliveries.deliver(0, () -> {
			started.countDown();
			try {
				release.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		started.await();
	}

}
