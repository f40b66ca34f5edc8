package io.github.raspspring.benchmark;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.raspspring.attack.sql.SqlCall;
import io.github.raspspring.attack.sql.SqlDialect;
import io.github.raspspring.attack.sql.SqlJudge;
import io.github.raspspring.engine.EnforcementMode;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How the cost of judging one statement grows with its length and with the inputs of the
 * request, none of which changes it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class StatementGrowthBenchmark {

	private static final String INPUT = "the left hand, part ";

	private final SqlJudge judge = new SqlJudge();

	@Param({ "200", "1000", "8000", "8400", "20000", "100000" })
	private int characters;

	@Param({ "1", "20", "100", "500" })
	private int inputs;

	/**
	 * What the statement is made of: values, values that are inputs, or columns to sort
	 * by.
	 */
	@Param({ "other-values", "inputs", "order" })
	private String content = "inputs";

	private SinkInputs request = none();

	private String sql = "";

	@Setup
	public void prepare() {
		this.request = new SinkRequests(EnforcementMode.BLOCK)
			.inputs(IntStream.range(0, this.inputs).mapToObj((i) -> INPUT + i).toArray(String[]::new));
		boolean order = this.content.equals("order");
		StringBuilder statement = new StringBuilder(
				order ? "SELECT id FROM books ORDER BY id" : "INSERT INTO books (title) VALUES ('x')");
		for (int i = 0; statement.length() < this.characters; i++) {
			statement.append(switch (this.content) {
				case "order" -> ", column" + i + " desc";
				case "inputs" -> ", ('" + INPUT + i % this.inputs + "')";
				default -> ", ('the right hand, part " + i + "')";
			});
		}
		this.sql = statement.toString();
	}

	/**
	 * Judge the statement.
	 */
	@Benchmark
	public @Nullable SinkVerdict judge() {
		return this.judge.judge(new SqlCall("execute", this.sql, () -> SqlDialect.H2), this.request);
	}

	private static SinkInputs none() {
		return new SinkRequests(EnforcementMode.BLOCK).inputs(new String[0]);
	}

}
