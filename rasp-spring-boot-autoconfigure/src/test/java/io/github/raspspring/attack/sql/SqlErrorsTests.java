package io.github.raspspring.attack.sql;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.sink.SinkRequests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link SqlErrors}.
 */
class SqlErrorsTests {

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK);

	private final List<Finding> findings = new ArrayList<>();

	private final AtomicLong nanos = new AtomicLong();

	private final SqlErrors errors = new SqlErrors(this.requests.scope(), (inspection, finding) -> {
		this.findings.add(finding);
		return this.requests.reporter().report(inspection, finding);
	}, Duration.ofMinutes(10), 20, this.nanos::get);

	@Test
	void occurredWhenSyntaxErrorsRepeatThenWeakThenStrong() {
		report("192.0.2.1", 2, new SQLException("x", "42601"));
		assertThat(this.findings).isEmpty();
		report("192.0.2.1", 1, new SQLException("x", "42601"));
		assertThat(this.findings).extracting(Finding::confidence).containsExactly(Confidence.WEAK);
		report("192.0.2.1", 7, new SQLException("x", "42601"));
		assertThat(this.findings).extracting(Finding::confidence).endsWith(Confidence.STRONG);
		assertThat(this.findings).allSatisfy((finding) -> {
			assertThat(finding.detector()).isEqualTo("sql-sink");
			assertThat(finding.cap()).isEqualTo(EnforcementMode.MONITOR);
		});
	}

	@Test
	void occurredWhenClientsDifferThenCountedApart() {
		for (int client = 0; client < 50; client++) {
			report("192.0.2." + client, 2, new SQLException("x", "42601"));
		}
		assertThat(this.findings).isEmpty();
	}

	@Test
	void occurredWhenWindowIsOverThenForgotten() {
		report("192.0.2.1", 2, new SQLException("x", "42601"));
		this.nanos.addAndGet(Duration.ofMinutes(11).toNanos());
		report("192.0.2.1", 2, new SQLException("x", "42601"));
		assertThat(this.findings).isEmpty();
	}

	@Test
	void occurredWhenNoRequestThenNothing() {
		for (int i = 0; i < 100; i++) {
			this.errors.occurred(new SQLException("x", "42601"));
		}
		assertThat(this.findings).isEmpty();
	}

	@Test
	void occurredWhenWrappedThenSeen() {
		SQLException wrapper = new SQLException("x", "HY000", new SQLException("y", "42000"));
		report("192.0.2.1", 3, wrapper);
		assertThat(this.findings).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "42601,0,2", "42000,1064,2", "42S02,1146,2", "42P01,0,2", "42703,0,2", "42001,42001,2", "22P02,0,1",
			"22018,22018,1", "22012,0,1", "72000,1756,2", "65000,933,2", "S0001,102,2", "S0001,105,2", "HY000,1222,2",
			"23505,0,0", "22001,0,0", "22003,0,0", "08006,0,0", "40001,0,0", "40P01,0,0", "57014,0,0", "HY000,1205,0",
			"S0001,2627,0", "72000,1,0", "HYT00,0,0", "01000,0,0", ",0,0", ",1,0" })
	void pointsWhenStateThenAsExpected(String state, int code, int points) {
		assertThat(SqlErrors.State.pointsOf(new SQLException("x", state, code))).isEqualTo(points);
	}

	private void report(String client, int times, SQLException exception) {
		for (int i = 0; i < times; i++) {
			try (InspectionScope.Binding request = this.requests.scope().bind(this.requests.beginFrom(client, "x"))) {
				this.errors.occurred(exception);
			}
		}
	}

}
