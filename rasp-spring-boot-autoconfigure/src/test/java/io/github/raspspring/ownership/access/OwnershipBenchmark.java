package io.github.raspspring.ownership.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.Subject;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.JudgementFailures;
import io.github.raspspring.engine.pipeline.RequestFacts;
import io.github.raspspring.ownership.OwnershipRule;
import io.github.raspspring.sink.WatchedRows;
import io.github.raspspring.sink.WatchedStatement;
import org.h2.tools.SimpleResultSet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What watching statements and rows costs besides the database.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class OwnershipBenchmark {

	private static final int ROWS = 500;

	private static final String GUARDED = "select o1_0.id,o1_0.customer,o1_0.book_id,o1_0.quantity,o1_0.status "
			+ "from orders o1_0 join books b1_0 on b1_0.id=o1_0.book_id where o1_0.customer=? and o1_0.status=?";

	private static final String OTHER = "select b1_0.id,b1_0.title,b1_0.price from books b1_0 where b1_0.status=?";

	private final InspectionScope scope = new InspectionScope();

	private OwnershipWatch watch;

	private OwnershipWatch empty;

	private WatchedRows rows;

	private InspectionPipeline pipeline;

	@Setup
	public void set() throws SQLException {
		this.pipeline = new InspectionPipeline((method, path) -> Policy.of(EnforcementMode.BLOCK), List.of(),
				ValueReader.AS_ARRIVED, List.of(), (event) -> {
				}, () -> "ref", Clock.systemUTC());
		this.watch = watch(this.pipeline, List.of(new OwnershipRule("orders", List.of("orders"), "customer", "id",
				"sub", Set.of("backoffice"), (inspection) -> true, EnforcementMode.BLOCK)));
		this.empty = watch(this.pipeline, List.of());
		this.scope.bind(exchange());
		this.rows = rows("select customer from orders where customer = ?");
	}

	private Exchange exchange() {
		Exchange exchange = this.pipeline.begin(new RequestFacts("GET", "/", new ClientIdentity("192.0.2.1"), false));
		exchange.identifiedAs(new Subject("bob", null, Map.of("sub", "bob"), Set.of("ROLE_USER")));
		exchange.routedTo("/orders");
		this.pipeline.enter(exchange, Phase.HANDLER, List.of());
		return exchange;
	}

	private OwnershipWatch watch(InspectionPipeline pipeline, List<OwnershipRule> rules) {
		return new OwnershipWatch(rules, EnforcementMode.MONITOR, this.scope, pipeline,
				new JudgementFailures((event) -> {
				}, () -> "ref", Clock.systemUTC()));
	}

	private WatchedRows rows(String sql) throws SQLException {
		WatchedStatement statement = this.watch.watch(sql);
		statement.bind(1, "bob");
		statement.executing();
		return statement.rows(resultSet(), false);
	}

	private static ResultSet resultSet() throws SQLException {
		SimpleResultSet rows = new SimpleResultSet();
		rows.addColumn("customer", Types.VARCHAR, 50, 0);
		rows.addColumn("id", Types.VARCHAR, 50, 0);
		rows.addRow("bob", "1");
		rows.next();
		return rows;
	}

	@Benchmark
	public Object guardedStatement() {
		WatchedStatement statement = this.watch.watch(GUARDED);
		statement.bind(1, "bob");
		statement.bind(2, "placed");
		statement.executing();
		return statement;
	}

	@Benchmark
	public Object statementOnAnotherTable() {
		return this.watch.watch(OTHER);
	}

	@Benchmark
	public Object statementWithoutRules() {
		return this.empty.watch(OTHER);
	}

	@Benchmark
	public void row() {
		this.rows.read();
	}

	/**
	 * Read rows of a new request, so that each identifier is remembered.
	 */
	@Benchmark
	@OperationsPerInvocation(ROWS)
	public void rowWithIdentifier() throws SQLException {
		try (InspectionScope.Binding binding = this.scope.bind(exchange())) {
			WatchedRows rows = rows("select customer, id from orders where customer = ?");
			for (int i = 0; i < ROWS; i++) {
				rows.read();
			}
		}
	}

}
