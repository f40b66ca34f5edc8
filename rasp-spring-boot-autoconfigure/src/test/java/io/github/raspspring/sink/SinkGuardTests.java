package io.github.raspspring.sink;

import java.util.Map;
import java.util.Set;

import io.github.raspspring.attack.sql.SqlCall;
import io.github.raspspring.attack.sql.SqlDialect;
import io.github.raspspring.attack.sql.SqlJudge;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.SinkBlockedException;
import io.github.raspspring.engine.event.DetectorFailed;
import io.github.raspspring.engine.pipeline.Exchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link SinkGuard}.
 */
class SinkGuardTests {

	private static final SqlCall CALL = new SqlCall("Statement.execute", "DELETE FROM books WHERE id = 1 OR 1=1",
			() -> SqlDialect.H2);

	private static final String INPUT = "1 OR 1=1";

	@Test
	void checkWhenBlockingThenThrows() {
		SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK, new SqlJudge());
		try (InspectionScope.Binding request = requests.serve(INPUT)) {
			assertThatExceptionOfType(SinkBlockedException.class).isThrownBy(() -> requests.guard().check(CALL))
				.satisfies((ex) -> assertThat(ex.decision().refuses()).isTrue());
		}
	}

	@Test
	void checkWhenRefusalWasSwallowedThenThrowsAgain() {
		SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK, new SqlJudge());
		Exchange exchange = requests.begin(INPUT);
		try (InspectionScope.Binding request = requests.scope().bind(exchange)) {
			for (int i = 0; i < 3; i++) {
				assertThatExceptionOfType(SinkBlockedException.class).isThrownBy(() -> requests.guard().check(CALL));
			}
		}
		assertThat(exchange.findings()).hasSize(1);
	}

	@Test
	void checkWhenManyStatementsAreAttacksThenFindingsStayBounded() {
		SinkRequests requests = new SinkRequests(EnforcementMode.MONITOR, new SqlJudge());
		Exchange exchange = requests.begin(INPUT);
		try (InspectionScope.Binding request = requests.scope().bind(exchange)) {
			for (int i = 0; i < 200; i++) {
				String sql = "DELETE FROM t" + i + " WHERE id = " + INPUT;
				requests.guard().check(new SqlCall("Statement.execute", sql, () -> SqlDialect.H2));
			}
		}
		assertThat(exchange.findings()).hasSizeBetween(2, 40);
	}

	@Test
	void checkWhenSinkIsExcludedThenDoesNotJudge() {
		Policy policy = new Policy("route", EnforcementMode.BLOCK, 5, FailureMode.OPEN, Set.of("sql-sink"), Map.of());
		SinkRequests requests = new SinkRequests(policy, new FailingJudge());
		try (InspectionScope.Binding request = requests.serve(INPUT)) {
			assertThat(requests.guard().watches(SinkKind.SQL)).isFalse();
			assertThatNoException().isThrownBy(() -> requests.guard().check(CALL));
		}
		assertThat(requests.events()).isEmpty();
	}

	@Test
	void checkWhenSinkIsSoftenedToMonitorThenOnlyReports() {
		Policy policy = new Policy("route", EnforcementMode.BLOCK, 5, FailureMode.OPEN, Set.of(),
				Map.of("sql-sink", EnforcementMode.MONITOR));
		SinkRequests requests = new SinkRequests(policy, new SqlJudge());
		Exchange exchange = requests.begin(INPUT);
		try (InspectionScope.Binding request = requests.scope().bind(exchange)) {
			assertThatNoException().isThrownBy(() -> requests.guard().check(CALL));
		}
		assertThat(exchange.findings()).hasSize(1);
	}

	@Test
	void checkWhenJudgeFailsThenRunsAndIsReported() {
		SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK, new FailingJudge());
		try (InspectionScope.Binding request = requests.serve(INPUT)) {
			assertThatNoException().isThrownBy(() -> requests.guard().check(CALL));
		}
		assertThat(requests.events()).singleElement()
			.isInstanceOfSatisfying(DetectorFailed.class, (event) -> assertThat(event.source()).isEqualTo("sql-sink"));
	}

	@Test
	void checkWhenJudgeFailsAndPolicyFailsClosedThenThrows() {
		Policy policy = new Policy("route", EnforcementMode.BLOCK, 5, FailureMode.CLOSED, Set.of(), Map.of());
		SinkRequests requests = new SinkRequests(policy, new FailingJudge());
		try (InspectionScope.Binding request = requests.serve(INPUT)) {
			assertThatExceptionOfType(SinkBlockedException.class).isThrownBy(() -> requests.guard().check(CALL));
		}
	}

	@Test
	void checkWhenNoRequestThenDoesNothing() {
		SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK, new FailingJudge());
		assertThat(requests.guard().watches(SinkKind.SQL)).isFalse();
		assertThatNoException().isThrownBy(() -> requests.guard().check(CALL));
	}

	private static final class FailingJudge implements SinkJudge<SqlCall> {

		@Override
		public SinkKind kind() {
			return SinkKind.SQL;
		}

		@Override
		public Class<SqlCall> callType() {
			return SqlCall.class;
		}

		@Override
		public @Nullable SinkVerdict judge(SqlCall call, SinkInputs inputs) {
			throw new IllegalStateException("broken");
		}

	}

}
