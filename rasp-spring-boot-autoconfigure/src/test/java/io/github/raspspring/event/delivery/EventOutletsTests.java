package io.github.raspspring.event.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.raspspring.engine.event.EventOutlet;
import io.github.raspspring.engine.event.EventRecord;
import io.github.raspspring.engine.event.UndeliverableException;
import io.github.raspspring.event.EventSamples;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was offered is what was delivered and dropped, whatever the outlet does, and no
 * thread that offers waits for it.
 */
class EventOutletsTests {

	private static final RetryPlan QUICK = new RetryPlan(3, Duration.ofMillis(1), Duration.ofMillis(2));

	private final List<String> changes = Collections.synchronizedList(new ArrayList<>());

	private final EventOutlets outlets = new EventOutlets((outlet, cause) -> this.changes.add(outlet + ' ' + cause));

	@Test
	void offerWhenOutletHangsThenTheOtherWorksAndWhatIsLostIsCounted() throws InterruptedException {
		Hanging hanging = new Hanging();
		Recording recording = new Recording();
		this.outlets.inBackground(hanging, 40, RetryPlan.ONCE).inBackground(recording, 100_000, RetryPlan.ONCE);
		for (int i = 0; i < 5000; i++) {
			this.outlets.offer(EventSamples.recorder().record(EventSamples.noted("n" + i, "192.0.2.1")));
			if (i % 10 == 0) {
				this.outlets.offer(EventSamples.record("b" + i));
			}
		}
		assertThat(this.outlets.overview().toString()).contains("capacity=40");
		hanging.open.countDown();
		this.outlets.close();
		assertThat(recording.events).hasSize(5500);
		assertThat(this.outlets.delivered("recording")).isEqualTo(5500);
		long dropped = this.outlets.dropped().get("hanging").values().stream().mapToLong(Long::longValue).sum();
		assertThat(this.outlets.offered("hanging")).isEqualTo(5500);
		assertThat(this.outlets.delivered("hanging") + dropped).isEqualTo(5500);
		assertThat(this.outlets.delivered("hanging")).isLessThan(300);
		assertThat(this.outlets.dropped().get("hanging")).containsKeys("noted", "blocked");
		assertThat(this.outlets.dropped()).doesNotContainKey("recording");
	}

	@Test
	void offerWhenNotesFillTheQueueThenRefusalsStillFit() throws InterruptedException {
		Hanging hanging = new Hanging();
		this.outlets.inBackground(hanging, 40, RetryPlan.ONCE);
		this.outlets.offer(EventSamples.record("first"));
		assertThat(hanging.busy.await(5, TimeUnit.SECONDS)).isTrue();
		for (int i = 0; i < 100; i++) {
			this.outlets.offer(EventSamples.recorder().record(EventSamples.noted("n" + i, "192.0.2.1")));
		}
		for (int i = 0; i < 10; i++) {
			this.outlets.offer(EventSamples.record("b" + i));
		}
		assertThat(this.outlets.dropped().get("hanging")).containsOnlyKeys("noted").containsEntry("noted", 70L);
		hanging.open.countDown();
		this.outlets.close();
		assertThat(hanging.events).extracting(EventRecord::reference).contains("b0", "b9");
		assertThat(hanging.events).filteredOn((event) -> event.type().equals("events-dropped"))
			.singleElement()
			.satisfies((notice) -> assertThat(notice.facts()).containsEntry("noted", "70"));
	}

	@Test
	void offerWhenOutletFailsThenTriesAgainAndTellsOfChangesOnce() {
		AtomicInteger attempts = new AtomicInteger();
		Recording recording = new Recording() {
			@Override
			public void write(List<EventRecord> events) {
				if (attempts.incrementAndGet() <= 2) {
					throw new IllegalStateException("not now");
				}
				super.write(events);
			}
		};
		this.outlets.inBackground(recording, 10, QUICK);
		this.outlets.offer(EventSamples.record("one"));
		this.outlets.close();
		assertThat(this.outlets.dropped()).isEmpty();
		assertThat(recording.events).extracting(EventRecord::reference).containsExactly("one");
		assertThat(this.changes).containsExactly("recording java.lang.IllegalStateException", "recording none");
	}

	@Test
	void offerWhenOutletNeverWorksThenEverythingIsCounted() {
		Recording broken = new Recording() {
			@Override
			public void write(List<EventRecord> events) {
				throw new java.io.UncheckedIOException(new IOException("No space left on device"));
			}
		};
		this.outlets.inBackground(broken, 10, QUICK);
		for (int i = 0; i < 1000; i++) {
			this.outlets.offer(EventSamples.record("r" + i));
		}
		this.outlets.close();
		assertThat(this.outlets.delivered("recording")).isZero();
		assertThat(this.outlets.dropped().get("recording")).containsEntry("blocked", 1000L);
		assertThat(this.changes).containsExactly("recording java.io.UncheckedIOException");
	}

	@Test
	void offerWhenReceiverRefusesThenDoesNotTryAgain() {
		AtomicInteger attempts = new AtomicInteger();
		EventOutlet refusing = new EventOutlet() {
			@Override
			public String name() {
				return "refusing";
			}

			@Override
			public void write(List<EventRecord> events) throws UndeliverableException {
				attempts.incrementAndGet();
				throw new UndeliverableException("no");
			}
		};
		this.outlets.inBackground(refusing, 10, QUICK);
		this.outlets.offer(EventSamples.record("one"));
		this.outlets.close();
		assertThat(attempts).hasValue(1);
		assertThat(this.outlets.dropped()).containsKey("refusing");
	}

	@Test
	void offerWhenClosedThenIsDropped() {
		Recording recording = new Recording();
		this.outlets.inBackground(recording, 10, QUICK);
		this.outlets.close();
		this.outlets.offer(EventSamples.record("late"));
		assertThat(recording.closed).isTrue();
		assertThat(this.outlets.dropped().get("recording")).containsEntry("blocked", 1L);
	}

	/**
	 * Takes everything.
	 */
	private static class Recording implements EventOutlet {

		final List<EventRecord> events = Collections.synchronizedList(new ArrayList<>());

		final AtomicBoolean closed = new AtomicBoolean();

		@Override
		public String name() {
			return "recording";
		}

		@Override
		public void write(List<EventRecord> events) {
			this.events.addAll(events);
		}

		@Override
		public void close() {
			this.closed.set(true);
		}

	}

	/**
	 * Takes nothing until it is opened.
	 */
	private static final class Hanging extends Recording {

		private final CountDownLatch open = new CountDownLatch(1);

		private final CountDownLatch busy = new CountDownLatch(1);

		@Override
		public String name() {
			return "hanging";
		}

		@Override
		public void write(List<EventRecord> events) {
			this.busy.countDown();
			try {
				this.open.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			super.write(events);
		}

	}

}
