package io.github.raspspring.sink;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.github.raspspring.attack.sql.SqlCall;
import io.github.raspspring.attack.sql.SqlDialect;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.SinkBlockedException;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.event.CallObserver;
import io.github.raspspring.engine.pipeline.Exchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a statement is judged once for a request that repeats it, and again for
 * whatever may change the verdict.
 */
class RepeatedStatementTests {

	private final AtomicInteger judged = new AtomicInteger();

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK, new Counting());

	private final Supplier<SqlDialect> dialect = () -> SqlDialect.H2;

	private String known = "";

	@Test
	void statementWhenRepeatedThenJudgedOncePerRequest() {
		for (int request = 1; request <= 2; request++) {
			try (InspectionScope.Binding binding = this.requests.serve("a value")) {
				for (int i = 0; i < 100; i++) {
					check("SELECT 1", this.dialect);
				}
			}
			assertThat(this.judged).hasValue(request);
		}
	}

	@Test
	void statementWhenTextOrDialectDiffersThenJudgedAgain() {
		try (InspectionScope.Binding binding = this.requests.serve("a value")) {
			check("SELECT 1", this.dialect);
			check("SELECT 2", this.dialect);
			check("SELECT 1", () -> SqlDialect.MYSQL);
		}
		assertThat(this.judged).hasValue(3);
	}

	@Test
	void statementWhenValuesOrRouteChangeThenJudgedAgain() {
		Exchange exchange = this.requests.begin("a value");
		try (InspectionScope.Binding binding = this.requests.scope().bind(exchange)) {
			check("SELECT 1", this.dialect);
			exchange.routedTo("/other");
			check("SELECT 1", this.dialect);
			assertThat(this.judged).hasValue(2);
			this.requests.enter(exchange, Phase.HANDLER, new InputValue(InputLocation.QUERY, "more", "SELECT"));
			check("SELECT 1", this.dialect);
			assertThat(this.judged).hasValue(3);
		}
	}

	@Test
	void statementWhenRepeatedThenObserverIsToldOncePerRequest() {
		List<String> told = new ArrayList<>();
		SinkGuard guard = guard((inspection, sink, argument) -> told.add(argument));
		for (int request = 0; request < 2; request++) {
			try (InspectionScope.Binding binding = this.requests.serve("a value")) {
				for (int i = 0; i < 10; i++) {
					guard.check(new SqlCall("execute", "SELECT 1", this.dialect));
				}
				guard.check(new SqlCall("execute", "SELECT 2", this.dialect));
			}
		}
		assertThat(told).containsExactly("SELECT 1", "SELECT 2", "SELECT 1", "SELECT 2");
	}

	@Test
	void statementWhenKnownThenIsNotJudgedAndObserverIsTold() {
		List<String> told = new ArrayList<>();
		this.known = "SELECT 1";
		SinkGuard guard = guard((inspection, sink, argument) -> told.add(argument));
		try (InspectionScope.Binding binding = this.requests.serve("a value")) {
			guard.check(new SqlCall("execute", "SELECT 1", this.dialect));
			guard.check(new SqlCall("execute", "SELECT 2", this.dialect));
		}
		assertThat(this.judged).hasValue(1);
		assertThat(told).containsExactly("SELECT 1", "SELECT 2");
	}

	@Test
	void statementsWhenManyThenMemoryIsBounded() {
		try (InspectionScope.Binding binding = this.requests.serve("a value")) {
			for (int round = 0; round < 2; round++) {
				for (int i = 0; i < 100; i++) {
					check("SELECT " + i, this.dialect);
				}
			}
		}
		assertThat(this.judged).hasValue(200);
	}

	private SinkGuard guard(CallObserver observer) {
		return new SinkGuard(this.requests.scope(), ValueReader.AS_ARRIVED, this.requests.reporter(), (event) -> {
		}, () -> "ref", Clock.systemUTC(), List.of(new Counting()), SinkBlockedException::new, observer);
	}

	private void check(String sql, Supplier<SqlDialect> of) {
		this.requests.guard().check(new SqlCall("execute", sql, of));
	}

	/**
	 * Looks at the inputs, as a judge does that doesn't know a statement.
	 */
	private final class Counting implements SinkJudge<SqlCall> {

		@Override
		public SinkKind kind() {
			return SinkKind.SQL;
		}

		@Override
		public Class<SqlCall> callType() {
			return SqlCall.class;
		}

		@Override
		public boolean knows(SqlCall call, SinkInputs inputs) {
			return call.argument().equals(RepeatedStatementTests.this.known);
		}

		@Override
		public @Nullable SinkVerdict judge(SqlCall call, SinkInputs inputs) {
			assertThat(inputs.size()).isPositive();
			RepeatedStatementTests.this.judged.incrementAndGet();
			return null;
		}

	}

}
