package io.github.raspspring.profile.learnt;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.github.raspspring.profile.LeafType;
import io.github.raspspring.profile.RequestLeaf;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one value of a request costs: to read its features, to learn it, and to judge it.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LearningBenchmark {

	private static final ProfileLearning SETTINGS = new ProfileLearning(8, 20, 100, 0.005, Duration.ofHours(24),
			Duration.ofHours(24), Duration.ofDays(7), 4096);

	private final ParameterSketch sketch = new ParameterSketch("a", SETTINGS, 0);

	private final RequestLeaf[] leaves = leaves();

	private int next;

	private static RequestLeaf[] leaves() {
		RequestLeaf[] leaves = new RequestLeaf[256];
		for (int i = 0; i < leaves.length; i++) {
			leaves[i] = switch (i % 4) {
				case 0 -> new RequestLeaf("a", LeafType.INTEGER, String.valueOf(i * 37));
				case 1 -> new RequestLeaf("a", LeafType.TEXT, "The Left Hand of Darkness " + i);
				case 2 -> new RequestLeaf("a", LeafType.TEXT, new java.util.UUID(i, i).toString());
				default -> new RequestLeaf("a", LeafType.TEXT, "customer-" + i + "@example.org");
			};
		}
		return leaves;
	}

	private static ValueFeatures features(RequestLeaf leaf) {
		return ValueFeatures.of(leaf.type(), leaf.text());
	}

	/**
	 * Learn one value of one of 64 principals.
	 * @return its features
	 */
	@Benchmark
	public Object learn() {
		int i = this.next++ & 255;
		ValueFeatures features = features(this.leaves[i]);
		this.sketch.learn(features, new Principal(i * 0x9E3779B97F4A7C15L), this.next >>> 8);
		return features;
	}

	/**
	 * Judge one value.
	 * @return what is unusual about it
	 */
	@Benchmark
	public @Nullable Object judge() {
		return this.sketch.judge(features(this.leaves[this.next++ & 255]), SketchJudge.SLACK_OF_NUMBERS, 0);
	}

}
