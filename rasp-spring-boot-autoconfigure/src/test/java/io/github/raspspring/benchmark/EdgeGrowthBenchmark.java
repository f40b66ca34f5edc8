package io.github.raspspring.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.raspspring.attack.Judgement;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputValue;
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
 * How the cost of judging values at the edge grows with their size, by all detectors that
 * look at values: per kilobyte it has to stay the same.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
public class EdgeGrowthBenchmark {

	private final Judgement judgement = Judgement.byAll();

	@Param
	private GrowthTexts kind = GrowthTexts.PROSE;

	@Param({ "1", "4", "16", "64", "256", "1024" })
	private int kilobytes;

	private List<InputValue> values = List.of();

	@Setup
	public void prepare() {
		this.values = this.kind.values(1024 * this.kilobytes);
	}

	/**
	 * Judge all values.
	 */
	@Benchmark
	public List<Finding> judge() {
		List<Finding> findings = new ArrayList<>();
		for (InputValue value : this.values) {
			findings.addAll(this.judgement.of(value));
		}
		return findings;
	}

}
