package io.github.raspspring.autoconfigure.actuate;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;

import io.github.raspspring.autoconfigure.RaspAutoConfiguration;
import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.engine.event.DetectorFailed;
import io.github.raspspring.engine.event.InspectionBudgetExceeded;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import io.github.raspspring.engine.event.SecurityEventTally;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

class RaspMeterTests {

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
		.withConfiguration(AutoConfigurations.of(RaspAutoConfiguration.class, RaspActuatorAutoConfiguration.class));

	@Test
	void budgetMeterWhenBudgetWasExceededThenCounts() {
		this.runner.run((context) -> {
			context.getBean(SecurityEventPublisher.class)
				.publish(new InspectionBudgetExceeded("r", Instant.EPOCH, "GET", "/", 1, 2, FailureMode.OPEN));
			assertThat(context.getBean(MeterRegistry.class).counter("rasp.budget.exceeded", "failure-mode", "OPEN"))
				.satisfies((counter) -> assertThat(counter.count()).isEqualTo(1));
		});
	}

	@Test
	void failureMeterWhenListenersAreSlowThenCountsAtOnce() {
		CountDownLatch slow = new CountDownLatch(1);
		this.runner.withBean(SlowListener.class, () -> new SlowListener(slow))
			.withPropertyValues("rasp.events.queue-size=1")
			.run((context) -> {
				SecurityEventPublisher publisher = context.getBean(SecurityEventPublisher.class);
				for (int i = 0; i < 10; i++) {
					publisher.publish(
							new DetectorFailed("r", Instant.EPOCH, "mine", "java.lang.Error", FailureMode.OPEN, null));
				}
				slow.countDown();
				assertThat(context.getBean(MeterRegistry.class).counter("rasp.failures", "source", "mine").count())
					.isEqualTo(10);
			});
	}

	@Test
	void publishWhenMeterFailsThenThrowsNothing() {
		this.runner.withBean(SecurityEventTally.class, () -> (event) -> {
			throw new IllegalStateException("a registry that is closed");
		})
			.run((context) -> assertThatNoException().isThrownBy(() -> context.getBean(SecurityEventPublisher.class)
				.publish(new DetectorFailed("r", Instant.EPOCH, "mine", "java.lang.Error", FailureMode.OPEN, null))));
	}

	@Test
	void budgetWhenItIsNotPositiveThenStartFails() {
		this.runner.withPropertyValues("rasp.inspection.budget=0ms")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("rasp.inspection.budget"));
	}

	/** Listens until it is let go. */
	record SlowListener(CountDownLatch latch) {

		@EventListener
		void heard(DetectorFailed event) throws InterruptedException {
			this.latch.await();
		}

	}

}
