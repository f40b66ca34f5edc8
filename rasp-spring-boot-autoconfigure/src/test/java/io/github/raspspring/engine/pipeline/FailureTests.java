package io.github.raspspring.engine.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.raspspring.engine.Decision.Action;
import io.github.raspspring.engine.Deliveries;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionListener;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.event.DetectorFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FailureTests {

	static Stream<Supplier<Throwable>> survivable() {
		return Stream.of(IllegalStateException::new, AssertionError::new, StackOverflowError::new,
				() -> new IOException("sneaky"), () -> new NoClassDefFoundError("x"), LinkageError::new,
				() -> new Error("own"), () -> new Throwable("odd"), () -> new ExceptionInInitializerError("x"));
	}

	@ParameterizedTest
	@MethodSource("survivable")
	void judgeWhenDetectorThrowsAndModeIsOpenThenOthersJudgeAndFailureIsReported(Supplier<Throwable> failure) {
		Judged judged = judged(FailureMode.OPEN, List.of(), failure);
		assertThat(judged.judge(List.of(Judged.value("good"))).action()).isEqualTo(Action.ALLOW);
		assertThat(judged.judge(List.of(Judged.value("evil"))).action()).isEqualTo(Action.BLOCK);
		assertThat(judged.events).filteredOn(DetectorFailed.class::isInstance).hasSize(1);
	}

	@ParameterizedTest
	@MethodSource("survivable")
	void judgeWhenDetectorThrowsAndModeIsClosedThenRefuses(Supplier<Throwable> failure) {
		Judged judged = judged(FailureMode.CLOSED, List.of(), failure);
		assertThat(judged.judge(List.of(Judged.value("good"))).action()).isEqualTo(Action.BLOCK);
		judged.more(List.of(Judged.value("good")));
		assertThat(judged.events).filteredOn(DetectorFailed.class::isInstance).hasSize(1);
	}

	@ParameterizedTest
	@MethodSource("survivable")
	void completeWhenListenerThrowsThenOthersAreTold(Supplier<Throwable> failure) {
		List<Integer> told = new ArrayList<>();
		InspectionListener broken = (inspection, outcome) -> throwAny(failure.get());
		InspectionListener other = (inspection, outcome) -> told.add(outcome.status());
		Judged judged = new Judged(Judged.policy(EnforcementMode.BLOCK, FailureMode.OPEN, FailureMode.OPEN),
				InspectionBudget.UNLIMITED, new ExchangeListeners(List.of(broken, other), Deliveries.inline()));
		judged.complete();
		assertThat(told).containsExactly(200);
		assertThat(judged.events).singleElement().isInstanceOf(DetectorFailed.class);
	}

	@Test
	void judgeWhenMachineFailsThenNothingIsHidden() {
		Judged judged = judged(FailureMode.OPEN, List.of(), OutOfMemoryError::new);
		assertThatThrownBy(() -> judged.judge(List.of())).isInstanceOf(OutOfMemoryError.class);
	}

	@Test
	void judgeWhenSeveralSourcesFailThenEachIsReportedOnce() {
		Judged judged = new Judged(Judged.policy(EnforcementMode.BLOCK, FailureMode.OPEN, FailureMode.OPEN),
				InspectionBudget.UNLIMITED, new ExchangeListeners(List.of(), Deliveries.inline()),
				Judged.detector("one", (inspection, findings) -> throwAny(new Error())),
				Judged.detector("two", (inspection, findings) -> throwAny(new Error())));
		judged.judge(List.of());
		judged.judge(List.of());
		assertThat(judged.events).extracting((event) -> ((DetectorFailed) event).source())
			.containsExactly("one", "two");
	}

	@Test
	void completeWhenListenerIsSlowThenOnlyTheImmediateAreWaitedFor() throws InterruptedException {
		CountDownLatch release = new CountDownLatch(1);
		CountDownLatch told = new CountDownLatch(1);
		List<String> order = new ArrayList<>();
		InspectionListener slow = (inspection, outcome) -> {
			await(release);
			order.add("slow");
			told.countDown();
		};
		try (Deliveries deliveries = Deliveries.inBackground(10, null)) {
			Judged judged = new Judged(Judged.policy(EnforcementMode.BLOCK, FailureMode.OPEN, FailureMode.OPEN),
					InspectionBudget.UNLIMITED, new ExchangeListeners(List.of(slow, new Immediate(order)), deliveries));
			judged.complete();
			assertThat(order).containsExactly("immediate");
			release.countDown();
			assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
		}
		assertThat(order).containsExactly("immediate", "slow");
	}

	private static Judged judged(FailureMode mode, List<InspectionListener> listeners, Supplier<Throwable> failure) {
		return new Judged(Judged.policy(EnforcementMode.BLOCK, mode, FailureMode.OPEN), InspectionBudget.UNLIMITED,
				new ExchangeListeners(listeners, Deliveries.inline()),
				Judged.detector("broken", (inspection, findings) -> throwAny(failure.get())));
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@SuppressWarnings("unchecked")
	private static <T extends Throwable> void throwAny(Throwable failure) throws T {
		throw (T) failure;
	}

	private record Immediate(List<String> order) implements InspectionListener {

		@Override
		public void completed(Inspection inspection, Outcome outcome) {
			this.order.add("immediate");
		}

		@Override
		public boolean isImmediate() {
			return true;
		}

	}

}
