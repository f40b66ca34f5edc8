package io.github.raspspring.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

import io.github.raspspring.engine.SetClock;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.SectionOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PolicyOverrideTests {

	private final Policy books = new Policy("books", EnforcementMode.MONITOR, 5, FailureMode.OPEN, Set.of(), Map.of());

	private final SetClock watch = new SetClock(Instant.parse("2026-05-04T12:00:00Z"));

	private final RoutePolicies policies = new RoutePolicies(Policy.of(EnforcementMode.MONITOR),
			List.of(RoutePolicy.of("/books", Set.of(), this.books)), this.watch, "/actuator/rasp/policies"::equals);

	@Test
	void operateWhenRouteIsOverriddenThenAppliesUntilItExpires() {
		override("books", "mode=block\nblock-score: 9\nexcluded-parameters=note, text", "15m");
		Policy overridden = this.policies.resolve("GET", "/books");
		assertThat(overridden.mode()).isEqualTo(EnforcementMode.BLOCK);
		assertThat(overridden.blockScore()).isEqualTo(9);
		assertThat(overridden.excludedParameters()).containsExactlyInAnyOrder("note", "text");
		assertThat(this.policies.resolve("POST", "/books")).as("the same instance").isSameAs(overridden);
		assertThat(this.policies.resolve("GET", "/other").mode()).isEqualTo(EnforcementMode.MONITOR);
		assertThat(this.policies.content().toString()).contains("2026-05-04T12:15:00Z");
		this.watch.pass(Duration.ofMinutes(15));
		assertThat(this.policies.resolve("GET", "/books")).isSameAs(this.books);
	}

	@Test
	void operateWhenRestoredThenAppliesNoMore() {
		override("default", "mode=off", "1h");
		assertThat(this.policies.resolve("GET", "/other").mode()).isEqualTo(EnforcementMode.OFF);
		this.policies.operate(new SectionOperation("restore", "default", Map.of()));
		assertThat(this.policies.resolve("GET", "/other").mode()).isEqualTo(EnforcementMode.MONITOR);
		assertThatExceptionOfType(NoSuchElementException.class)
			.isThrownBy(() -> this.policies.operate(new SectionOperation("restore", "default", Map.of())));
	}

	@ParameterizedTest
	@CsvSource({ "mode=strict,15m", "mode,15m", "color=red,15m", "block-score=0,15m", "block-score=x,15m", "'',15m",
			"mode=block,soon", "mode=block,0s", "mode=block,-1m", "mode=block,31d", "mode=block,''", "=block,15m" })
	void operateWhenInvalidThenIsRefusedAndNothingChanges(String rule, String duration) {
		assertThatIllegalArgumentException().isThrownBy(() -> override("books", rule, duration));
		assertThat(this.policies.resolve("GET", "/books")).isSameAs(this.books);
	}

	@Test
	void operateWhenThereIsNoSuchPolicyOrOperationThenSaysSo() {
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> override("boks", "mode=off", "1h"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.policies.operate(new SectionOperation("delete", "books", Map.of())));
	}

	private void override(String policy, String rule, String duration) {
		this.policies.operate(new SectionOperation("override", policy, Map.of("rule", rule, "duration", duration)));
	}

}
