package io.github.raspspring.benchmark;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.raspspring.attack.command.CommandInjectionDetector;
import io.github.raspspring.attack.expression.ExpressionInjectionDetector;
import io.github.raspspring.attack.lookup.JndiInjectionDetector;
import io.github.raspspring.attack.markup.CrossSiteScriptingDetector;
import io.github.raspspring.attack.path.PathTraversalDetector;
import io.github.raspspring.attack.query.NoSqlInjectionDetector;
import io.github.raspspring.attack.sql.SqlInjectionDetector;
import io.github.raspspring.autoconfigure.FamilyTraits;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.PolicyResolver;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.InspectionBudget;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import io.github.raspspring.inspect.CanonicalValueReader;
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
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What a benign request costs from its begin to its end, with few values and with many:
 * the difference in bytes per operation is what the values cost. Run {@link #main}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
public class PipelineBenchmark {

	private static final List<String> VALUES = List.of("42", "Ann Example", "ann@example.com", "2026-11-23T10:15:30Z",
			"the hitchhiker's guide to the galaxy", "12 Main Street, 3rd floor", "size=large; color=blue", "3 of 5",
			"https://example.com/books/42?page=2&sort=title", "Thanks a lot, it arrived on time (really)!");

	private static final RequestFacts FACTS = new RequestFacts("GET", "/api/books", new ClientIdentity("192.0.2.1"),
			false);

	@Param({ "0", "10", "30" })
	private int values;

	private final List<InputValue> arrivals = new ArrayList<>();

	private final InspectionPipeline pipeline = new InspectionPipeline(policy(), detectors(),
			new CanonicalValueReader(FamilyTraits.reader()), List.of(), (event) -> {
			}, () -> "reference", Clock.systemUTC(), InspectionBudget.of(Duration.ofMillis(50)));

	@Setup
	public void prepare() {
		for (int i = 0; i < this.values; i++) {
			this.arrivals.add(new InputValue(InputLocation.QUERY, "q", VALUES.get(i % VALUES.size())));
		}
	}

	/**
	 * Judge one request.
	 */
	@Benchmark
	public Decision request() {
		Exchange exchange = this.pipeline.begin(FACTS);
		Decision decision = this.pipeline.enter(exchange, Phase.REQUEST, this.arrivals);
		this.pipeline.complete(exchange, 200);
		return decision;
	}

	private static PolicyResolver policy() {
		Policy policy = Policy.of(EnforcementMode.BLOCK);
		return (method, path) -> policy;
	}

	private static List<Detector> detectors() {
		return List.of(new SqlInjectionDetector(), new CommandInjectionDetector(), new ExpressionInjectionDetector(),
				new CrossSiteScriptingDetector(), new PathTraversalDetector(), new JndiInjectionDetector(),
				new NoSqlInjectionDetector());
	}

	/**
	 * Run the benchmark.
	 * @param args not used
	 * @throws RunnerException if it fails
	 */
	public static void main(String[] args) throws RunnerException {
		Options options = new OptionsBuilder().include(PipelineBenchmark.class.getName()).addProfiler("gc").build();
		new Runner(options).run();
	}

}
