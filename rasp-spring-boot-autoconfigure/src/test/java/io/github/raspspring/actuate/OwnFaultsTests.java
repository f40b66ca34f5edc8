package io.github.raspspring.actuate;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

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

	private Instant now = Instant.EPOCH;

	private final OwnFaults faults = new OwnFaults(new Clock() {

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return OwnFaultsTests.this.now;
		}

	});

	private final FaultsHealthIndicator health = new FaultsHealthIndicator(this.faults);

	@Test
	void storeThatIsLostDegradesUntilItAnswers() {
		this.faults.count(new StoreStateChanged("r", this.now, false, "java.io.IOException"));
		assertThat(this.health.health().getStatus()).isEqualTo(FaultsHealthIndicator.DEGRADED);
		assertThat(this.health.health().getDetails()).containsEntry("store lost", "java.io.IOException");
		this.now = this.now.plusSeconds(86_400);
		assertThat(this.health.health().getStatus()).isEqualTo(FaultsHealthIndicator.DEGRADED);
		this.faults.count(new StoreStateChanged("r", this.now, true, "none"));
		assertThat(this.health.health().getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void fileThatTakesNoEventsDegradesUntilItDoes() {
		this.faults.count(new OutletStateChanged("r", this.now, "file", false, "java.nio.file.AccessDeniedException"));
		assertThat(this.health.health().getDetails()).containsEntry("events not written to file",
				"java.nio.file.AccessDeniedException");
		this.faults.count(new OutletStateChanged("r", this.now, "file", true, "none"));
		assertThat(this.health.health().getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void detectorThatFailsDegradesForSomeMinutes() {
		this.faults
			.count(new DetectorFailed("r", this.now, "sql-injection", "java.lang.Error", FailureMode.OPEN, null));
		this.now = this.now.plusSeconds(299);
		assertThat(this.faults.current()).containsEntry("failing sql-injection", "java.lang.Error");
		this.now = this.now.plusSeconds(1);
		assertThat(this.faults.current()).isEmpty();
	}

	@Test
	void feedThatIsOutOfDateDegrades() {
		this.faults.count(new FeedStateChanged("r", this.now, "tor", true, "404"));
		assertThat(this.faults.current()).containsEntry("feed out of date tor", "404");
		this.faults.count(new FeedStateChanged("r", this.now, "tor", false, "none"));
		assertThat(this.faults.current()).isEmpty();
	}

	@Test
	void faultsAreBounded() {
		for (int i = 0; i < 10_000; i++) {
			this.faults.count(new DetectorFailed("r", this.now, "source-" + i, "x", FailureMode.OPEN, null));
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
