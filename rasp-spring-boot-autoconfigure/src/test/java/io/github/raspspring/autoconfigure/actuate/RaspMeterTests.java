package io.github.raspspring.autoconfigure.actuate;

import java.time.Instant;

import io.github.raspspring.autoconfigure.RaspAutoConfiguration;
import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.engine.event.InspectionBudgetExceeded;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

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
	void budgetWhenItIsNotPositiveThenStartFails() {
		this.runner.withPropertyValues("rasp.inspection.budget=0ms")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("rasp.inspection.budget"));
	}

}
