package io.github.raspspring.profile.answer;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a kilobyte of an answer costs to be looked at.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AnswerBenchmark {

	private static final int KILOBYTES = 16;

	private final byte[] json = repeat(
			"{\"id\":4711,\"title\":\"The Left Hand of Darkness\",\"email\":\"ann@example.org\","
					+ "\"price\":9.90,\"at\":\"2026-05-04T12:00:00Z\",\"key\":\"7d444840-9dc0-11d1-b245-5ffdce74fad2\"},");

	private final byte[] text = repeat(
			"It was the best of times, it was the worst of times: 12 of 365 days, O'Hara said. ");

	private static byte[] repeat(String part) {
		StringBuilder text = new StringBuilder("[");
		while (text.length() < KILOBYTES * 1024) {
			text.append(part);
		}
		return text.substring(0, KILOBYTES * 1024).getBytes(StandardCharsets.US_ASCII);
	}

	/**
	 * Look at JSON.
	 * @return what was seen
	 */
	@Benchmark
	@OperationsPerInvocation(KILOBYTES)
	public Object json() {
		return AnswerScan.of(this.json, this.json.length, true);
	}

	/**
	 * Look at text.
	 * @return what was seen
	 */
	@Benchmark
	@OperationsPerInvocation(KILOBYTES)
	public Object text() {
		return AnswerScan.of(this.text, this.text.length, false);
	}

}
