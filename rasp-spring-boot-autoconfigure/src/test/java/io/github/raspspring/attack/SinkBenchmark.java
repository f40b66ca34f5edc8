package io.github.raspspring.attack;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.github.raspspring.attack.sql.SqlCall;
import io.github.raspspring.attack.sql.SqlDialect;
import io.github.raspspring.attack.sql.SqlJudge;
import io.github.raspspring.carrier.jdbc.SourceGuarding;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkRequests;
import io.github.raspspring.sink.SinkVerdict;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What judging a statement and guarding a connection cost.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SinkBenchmark {

	private static final String SQL = "select b1_0.id, b1_0.title, b1_0.price, b1_0.stock, a1_0.name from books b1_0 "
			+ "left join authors a1_0 on a1_0.id = b1_0.author_id where b1_0.status = ? and b1_0.price > ? "
			+ "order by b1_0.title limit ?";

	private static final String CONCATENATED = "select b.id, b.title, b.price, b.stock, a.name from books b "
			+ "left join authors a on a.id = b.author_id where b.status = 'ACTIVE' and b.title = 'the left hand' "
			+ "order by b.title limit 20";

	private static final String QUERY = "SELECT 1";

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK, new SqlJudge());

	private final SqlJudge judge = new SqlJudge();

	private final SqlCall prepared = new SqlCall("prepare", SQL, () -> SqlDialect.H2);

	private final SqlCall concatenated = new SqlCall("execute", CONCATENATED, () -> SqlDialect.H2);

	private final SinkInputs inputs = this.requests.inputs("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101",
			"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "en-US,en;q=0.5", "gzip, deflate, br",
			"localhost:8080", "keep-alive", "1", "the left hand", "book-club", "max-age=0", "navigate", "same-origin",
			"?1", "document", "http://localhost:8080/", "42", "alice@example.org", "price desc", "title",
			"2f1b7c1e-33b0-4d1f-9c57-1c7d3f0e8a11");

	private HikariDataSource bare;

	private DataSource guarded;

	private InspectionScope.Binding request;

	@Setup
	public void open() {
		this.bare = new HikariDataSource();
		this.bare.setJdbcUrl("jdbc:h2:mem:benchmark;DB_CLOSE_DELAY=-1");
		this.guarded = SourceGuarding.guarded(this.bare, this.requests);
		this.request = this.requests.serve("the left hand", "Mozilla/5.0 (X11; Linux x86_64)", "en-US,en;q=0.5",
				"application/json", "42");
	}

	@TearDown
	public void close() {
		this.request.close();
		this.bare.close();
	}

	@Benchmark
	public @Nullable SinkVerdict statementWithoutInput() {
		return this.judge.judge(this.prepared, this.inputs);
	}

	@Benchmark
	public @Nullable SinkVerdict statementWithInput() {
		return this.judge.judge(this.concatenated, this.inputs);
	}

	@Benchmark
	public int bareQuery() throws SQLException {
		return query(this.bare);
	}

	@Benchmark
	public int guardedQuery() throws SQLException {
		return query(this.guarded);
	}

	private static int query(DataSource dataSource) throws SQLException {
		try (Connection connection = dataSource.getConnection();
				PreparedStatement statement = connection.prepareStatement(QUERY);
				ResultSet result = statement.executeQuery()) {
			result.next();
			return result.getInt(1);
		}
	}

}
