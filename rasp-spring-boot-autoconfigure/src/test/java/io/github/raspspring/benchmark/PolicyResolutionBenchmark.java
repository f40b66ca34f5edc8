package io.github.raspspring.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.policy.RoutePolicies;
import io.github.raspspring.policy.RoutePolicy;
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
 * What it costs to find the policy of a request among many routes. Paths are new texts
 * each time, as a container makes them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class PolicyResolutionBenchmark {

	@Param("1000")
	private int routes;

	/** How many different paths come: as many as are remembered, or many more. */
	@Param({ "500", "1000000" })
	private int different;

	private RoutePolicies policies;

	private int next;

	@Setup
	public void setUp() {
		List<RoutePolicy> all = new ArrayList<>();
		for (int i = 0; i < this.routes; i++) {
			all.add(RoutePolicy.of("/api/resource" + i + "/{id}/**", Set.of("GET", "POST"),
					Policy.of(EnforcementMode.BLOCK)));
		}
		this.policies = new RoutePolicies(Policy.of(EnforcementMode.MONITOR), all);
	}

	@Benchmark
	public Policy resolve() {
		int number = this.next++ % this.different;
		return this.policies.resolve("GET", "/api/resource" + number % this.routes + "/" + number + "/items");
	}

}
