package io.github.raspspring.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.github.raspspring.attack.sql.SqlJudge;
import io.github.raspspring.carrier.jdbc.SourceGuarding;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.sink.SinkRequests;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a guarded data source adds to many rows at once, for a request that brought the
 * rows: the ratio of two runs of the same {@code kind} and {@code rows} counts.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class BatchGrowthBenchmark {

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK, new SqlJudge());

	@Param({ "bare", "guarded" })
	private String side = "guarded";

	@Param({ "batch", "single", "literal", "one-statement" })
	private String kind = "batch";

	@Param({ "10", "100", "1000", "10000" })
	private int rows;

	private final HikariDataSource pool = new HikariDataSource();

	private DataSource database = this.pool;

	private List<String> titles = List.of();

	private InspectionScope.Binding request = () -> {
	};

	@Setup
	public void open() throws SQLException {
		this.pool.setJdbcUrl("jdbc:h2:mem:batch;DB_CLOSE_DELAY=-1");
		this.titles = IntStream.range(0, this.rows).mapToObj((i) -> "the left hand, part " + i).toList();
		this.request = this.requests.serve(this.titles.toArray(String[]::new));
		if (this.side.equals("guarded")) {
			this.database = SourceGuarding.guarded(this.pool, this.requests);
		}
		try (Connection connection = this.pool.getConnection(); Statement statement = connection.createStatement()) {
			statement.execute("CREATE TABLE books (title VARCHAR(100))");
		}
	}

	@TearDown
	public void close() {
		this.request.close();
		this.pool.close();
	}

	/**
	 * Write all rows and take them back.
	 */
	@Benchmark
	public void write() throws SQLException {
		try (Connection connection = this.database.getConnection()) {
			connection.setAutoCommit(false);
			switch (this.kind) {
				case "batch" -> batch(connection);
				case "single" -> single(connection);
				case "literal" -> literal(connection);
				default -> oneStatement(connection);
			}
			connection.rollback();
		}
	}

	private void batch(Connection connection) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement("INSERT INTO books VALUES (?)")) {
			for (String title : this.titles) {
				statement.setString(1, title);
				statement.addBatch();
			}
			statement.executeBatch();
		}
	}

	private void single(Connection connection) throws SQLException {
		for (String title : this.titles) {
			try (PreparedStatement statement = connection.prepareStatement("INSERT INTO books VALUES (?)")) {
				statement.setString(1, title);
				statement.executeUpdate();
			}
		}
	}

	private void literal(Connection connection) throws SQLException {
		for (String title : this.titles) {
			try (Statement statement = connection.createStatement()) {
				statement.executeUpdate("INSERT INTO books VALUES ('" + title + "')");
			}
		}
	}

	private void oneStatement(Connection connection) throws SQLException {
		String values = this.titles.stream().collect(Collectors.joining("'), ('", "('", "')"));
		try (Statement statement = connection.createStatement()) {
			statement.executeUpdate("INSERT INTO books VALUES " + values);
		}
	}

}
