package io.github.raspspring.benchmark;

import java.util.concurrent.TimeUnit;

import io.github.raspspring.engine.pipeline.Exchange;
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
 * How the cost of a whole body of JSON grows with its size, from its bytes to the end of
 * the detectors: per kilobyte it has to stay the same. A body either repeats, or is
 * another one each time, so that no text was found clean just before.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
public class BodyGrowthBenchmark {

	/** Bytes of different bodies, more than anybody remembers the texts of. */
	private static final int VARIETY = 4 * 1024 * 1024;

	private final JudgedBodies bodies = new JudgedBodies();

	@Param
	private GrowthBodies kind = GrowthBodies.ORDERS;

	@Param({ "1", "4", "16", "64", "256", "1024" })
	private int kilobytes;

	@Param({ "repeated", "varied" })
	private String texts = "repeated";

	private byte[][] sent = {};

	private int next;

	/**
	 * Make the bodies.
	 */
	@Setup
	public void prepare() {
		int size = 1024 * this.kilobytes;
		this.sent = new byte["varied".equals(this.texts) ? VARIETY / size : 1][];
		for (int i = 0; i < this.sent.length; i++) {
			this.sent[i] = this.kind.body(size, i);
		}
	}

	/**
	 * Read and judge a body.
	 */
	@Benchmark
	public Exchange judge() {
		this.next = (this.next + 1) % this.sent.length;
		return this.bodies.judge(this.sent[this.next]);
	}

}
