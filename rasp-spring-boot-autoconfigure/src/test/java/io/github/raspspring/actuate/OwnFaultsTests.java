package io.github.raspspring.actuate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.raspspring.engine.SetClock;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.engine.event.AnomalyObserved;
import io.github.raspspring.engine.event.AnswerAborted;
import io.github.raspspring.engine.event.DetectorFailed;
import io.github.raspspring.engine.event.FeedStateChanged;
import io.github.raspspring.engine.event.OperatorActed;
import io.github.raspspring.engine.event.OutletStateChanged;
import io.github.raspspring.engine.event.PatchOverdue;
import io.github.raspspring.engine.event.PolicyChanged;
import io.github.raspspring.engine.event.ProfilePromoted;
import io.github.raspspring.engine.event.SecurityEvent;
import io.github.raspspring.engine.event.StoreStateChanged;
import io.github.raspspring.engine.event.ThreatDetected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Health tells of the product's own faults, and never of attacks.
 */
class OwnFaultsTests {

	private final SetClock clock = new SetClock(Instant.EPOCH);

	private final OwnFaults faults = new OwnFaults(this.clock);

	private final FaultsHealthIndicator health = new FaultsHealthIndicator(this.faults);

	@Test
	void storeThatIsLostDegradesUntilItAnswers() {
		this.faults.count(new StoreStateChanged("r", this.clock.instant(), false, "java.io.IOException"));
		assertThat(this.health.health().getStatus()).isEqualTo(FaultsHealthIndicator.DEGRADED);
		assertThat(this.health.health().getDetails()).containsEntry("store lost", "java.io.IOException");
		this.clock.pass(Duration.ofSeconds(86_400));
		assertThat(this.health.health().getStatus()).isEqualTo(FaultsHealthIndicator.DEGRADED);
		this.faults.count(new StoreStateChanged("r", this.clock.instant(), true, "none"));
		assertThat(this.health.health().getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void fileThatTakesNoEventsDegradesUntilItDoes() {
		this.faults.count(new OutletStateChanged("r", this.clock.instant(), "file", false,
				"java.nio.file.AccessDeniedException"));
		assertThat(this.health.health().getDetails()).containsEntry("events not written to file",
				"java.nio.file.AccessDeniedException");
		this.faults.count(new OutletStateChanged("r", this.clock.instant(), "file", true, "none"));
		assertThat(this.health.health().getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void detectorThatFailsDegradesForSomeMinutes() {
		this.faults.count(new DetectorFailed("r", this.clock.instant(), "sql-injection", "java.lang.Error",
				FailureMode.OPEN, null));
		this.clock.pass(Duration.ofSeconds(299));
		assertThat(this.faults.current()).containsEntry("failing sql-injection", "java.lang.Error");
		this.clock.pass(Duration.ofSeconds(1));
		assertThat(this.faults.current()).isEmpty();
	}

	@Test
	void feedThatIsOutOfDateDegrades() {
		this.faults.count(new FeedStateChanged("r", this.clock.instant(), "tor", true, "404"));
		assertThat(this.faults.current()).containsEntry("feed out of date tor", "404");
		this.faults.count(new FeedStateChanged("r", this.clock.instant(), "tor", false, "none"));
		assertThat(this.faults.current()).isEmpty();
	}

	@Test
	void faultsAreBounded() {
		for (int i = 0; i < 10_000; i++) {
			this.faults
				.count(new DetectorFailed("r", this.clock.instant(), "source-" + i, "x", FailureMode.OPEN, null));
		}
		assertThat(this.faults.current()).hasSize(256);
	}

	@ParameterizedTest
	@MethodSource("attacks")
	void attackIsNoFault(SecurityEvent event) {
		this.faults.count(event);
		assertThat(this.health.health().getStatus()).isEqualTo(Status.UP);
	}

	static List<SecurityEvent> attacks() {
		Instant at = Instant.EPOCH;
		return List.of(
				new ThreatDetected("r", at, "GET", "/", "/", "192.0.2.1", null,
						new Decision(Decision.Action.BLOCK, 9, List.of(), "default", "r", null)),
				new AnomalyObserved("r", at, "trend", "/", "more", List.of()),
				new AnswerAborted("r", at, "r", "GET", "/"), new PolicyChanged("r", at, "environment", true, List.of()),
				new ProfilePromoted("r", at, "GET /", "enforce", 99, true),
				new OperatorActed("r", at, "ada", "block", "x", ""), new PatchOverdue("r", at, "p", "", at),
				new ThreatDetected("r", at, "GET", null, "/", "192.0.2.1", "ada",
						new Decision(Decision.Action.THROTTLE, 9, List.of(), "default", "r", null)));
	}

}
