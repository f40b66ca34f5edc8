package io.github.raspspring.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CircuitTests {

	private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 10);

	private final List<String> events = new ArrayList<>();

	private final AtomicInteger made = new AtomicInteger();

	private final Circuit circuit = new Circuit("test", Duration.ofMillis(20), this.time::get, new CircuitListener() {

		@Override
		public void lost(Throwable cause) {
			CircuitTests.this.events.add("lost " + cause.getClass().getSimpleName());
		}

		@Override
		public void stillLost() {
			CircuitTests.this.events.add("still lost");
		}

		@Override
		public void recovered() {
			CircuitTests.this.events.add("recovered");
		}

	});

	@Test
	void awaitWhenStoreAnswersThenReturnsAnswer() {
		assertThat(succeed()).contains("answer");
		assertThat(this.circuit.isAvailable()).isTrue();
		assertThat(this.events).isEmpty();
	}

	@Test
	void awaitWhenFiveCallsFailThenMakesNoMoreCalls() {
		fail(5);
		assertThat(this.circuit.isAvailable()).isFalse();
		assertThat(succeed()).isEmpty();
		assertThat(this.made).hasValue(5);
		assertThat(this.events).containsExactly("lost IllegalStateException");
	}

	@Test
	void awaitWhenCallThrowsThenCountsAsFailure() {
		for (int i = 0; i < 5; i++) {
			Optional<String> answer = this.circuit.await(() -> {
				throw new IllegalArgumentException("not connected");
			});
			assertThat(answer).isEmpty();
		}
		assertThat(this.events).containsExactly("lost IllegalArgumentException");
	}

	@Test
	void awaitWhenStoreHangsThenWaitsNoLongerThanTimeout() {
		for (int i = 0; i < 5; i++) {
			assertThat(this.circuit.await(CompletableFuture<String>::new)).isEmpty();
		}
		assertThat(this.events).containsExactly("lost TimeoutException");
	}

	@Test
	void awaitWhenPauseIsOverThenMakesOneTrial() {
		fail(5);
		pass(Duration.ofSeconds(1).minusNanos(1));
		assertThat(succeed()).isEmpty();
		pass(Duration.ofNanos(1));
		fail(3);
		assertThat(this.made).hasValue(6);
		assertThat(this.events).containsExactly("lost IllegalStateException", "still lost");
	}

	@Test
	void awaitWhenTrialsFailThenPausesGrowToTenSeconds() {
		fail(5);
		for (int seconds : new int[] { 1, 2, 4, 8, 10, 10 }) {
			int before = this.made.get();
			pass(Duration.ofSeconds(seconds).minusNanos(1));
			fail(1);
			assertThat(this.made).as("before %s s", seconds).hasValue(before);
			pass(Duration.ofNanos(1));
			fail(2);
			assertThat(this.made).as("after %s s", seconds).hasValue(before + 1);
		}
	}

	@Test
	void awaitWhenTrialSucceedsThenCloses() {
		fail(5);
		pass(Duration.ofSeconds(1));
		assertThat(succeed()).contains("answer");
		assertThat(this.circuit.isAvailable()).isTrue();
		assertThat(this.events).containsExactly("lost IllegalStateException", "recovered");
		fail(4);
		assertThat(this.circuit.isAvailable()).isTrue();
	}

	@Test
	void awaitWhenSomeCallsFailNowAndThenThenStaysClosed() {
		for (int i = 0; i < 100; i++) {
			fail(1);
			assertThat(succeed()).contains("answer");
		}
		assertThat(this.circuit.isAvailable()).isTrue();
	}

	@Test
	void awaitWhenMostCallsFailThenOpens() {
		for (int i = 0; i < 5; i++) {
			fail(2);
			succeed();
		}
		assertThat(this.circuit.isAvailable()).isFalse();
	}

	@Test
	void awaitWhenThreadIsInterruptedThenBlamesNoStore() {
		for (int i = 0; i < 10; i++) {
			Thread.currentThread().interrupt();
			assertThat(this.circuit.await(CompletableFuture<String>::new)).isEmpty();
			assertThat(Thread.interrupted()).isTrue();
		}
		assertThat(this.circuit.isAvailable()).isTrue();
	}

	@Test
	void awaitWhenManyFindThePauseOverThenOneMakesTheTrial() throws InterruptedException {
		fail(5);
		pass(Duration.ofSeconds(1));
		CountDownLatch done = new CountDownLatch(8);
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			for (int i = 0; i < 8; i++) {
				threads.execute(() -> {
					fail(1);
					done.countDown();
				});
			}
			done.await();
			assertThat(this.made).hasValue(6);
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void sendWhenStoreHangsThenOpensWithoutAnybodyWaiting() {
		for (int i = 0; i < 5; i++) {
			this.circuit.send(CompletableFuture<String>::new);
		}
		Awaitility.await().until(() -> !this.circuit.isAvailable());
	}

	private Optional<String> succeed() {
		return this.circuit.await(() -> {
			this.made.incrementAndGet();
			return CompletableFuture.completedFuture("answer");
		});
	}

	private void fail(int times) {
		for (int i = 0; i < times; i++) {
			Optional<String> answer = this.circuit.await(() -> {
				this.made.incrementAndGet();
				return CompletableFuture.failedFuture(new IllegalStateException());
			});
			assertThat(answer).isEmpty();
		}
	}

	private void pass(Duration duration) {
		this.time.addAndGet(duration.toNanos());
	}

}
