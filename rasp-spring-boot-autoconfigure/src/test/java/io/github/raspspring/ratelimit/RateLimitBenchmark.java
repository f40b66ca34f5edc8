package io.github.raspspring.ratelimit;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.bucket4j.TimeMeter;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.ClientScores;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
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
 * What a plan costs each request, with ten thousand clients known.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RateLimitBenchmark {

	private static final int CLIENTS = 10_000;

	private final RateLimit limit = new RateLimit(Plans.withMaxKeys(Plans.perMinute(1_000_000_000, "ip"), 100_000),
			TimeMeter.SYSTEM_NANOTIME, ClientScores.NONE);

	private final Exchange[] exchanges = exchanges();

	private int next;

	/**
	 * Count one request.
	 * @return {@code null}, since the limit is never reached
	 */
	@Benchmark
	public @Nullable Object take() {
		this.next = (this.next + 1) % CLIENTS;
		return this.limit.take(this.exchanges[this.next]);
	}

	private static Exchange[] exchanges() {
		Policy policy = Policy.of(EnforcementMode.BLOCK);
		SecurityEventPublisher nobody = (event) -> {
		};
		InspectionPipeline pipeline = new InspectionPipeline((method, path) -> policy, List.of(),
				ValueReader.AS_ARRIVED, List.of(), nobody, () -> "reference", Clock.systemUTC());
		Exchange[] exchanges = new Exchange[CLIENTS];
		for (int i = 0; i < CLIENTS; i++) {
			exchanges[i] = pipeline.begin(new RequestFacts("GET", "/api/books",
					new ClientIdentity("10.1." + (i >> 8) + "." + (i & 255)), false));
		}
		return exchanges;
	}

}
