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

	/**
	 * What the patterns are like: each of a path of its own, all alike but for the last
	 * segment behind variables, a tenth of them with expressions or wildcards within a
	 * segment, the same paths told apart by methods alone, or none that matches.
	 */
	@Param({ "own", "variables", "expressions", "methods", "none" })
	private String kind;

	/** How paths are written: plainly, or each with a matrix parameter. */
	@Param({ "plain", "matrix" })
	private String written;

	private RoutePolicies policies;

	private int next;

	@Setup
	public void setUp() {
		List<RoutePolicy> all = new ArrayList<>();
		for (int i = 0; i < this.routes; i++) {
			all.add(RoutePolicy.of(pattern(i), methods(i), Policy.of(EnforcementMode.BLOCK)));
		}
		this.policies = new RoutePolicies(Policy.of(EnforcementMode.MONITOR), all);
	}

	private String pattern(int i) {
		return switch (this.kind) {
			case "variables" -> "/api/{a}/{b}/item" + i + "/**";
			case "expressions" ->
				(i % 10 == 0) ? "/api/resource" + i + "/{id:[0-9]+}/item?" : "/api/resource" + i + "/{id}/**";
			case "methods" -> "/api/resource" + i / 4 + "/{id}/**";
			case "none" -> "/other/resource" + i + "/{id}/**";
			default -> "/api/resource" + i + "/{id}/**";
		};
	}

	private Set<String> methods(int i) {
		return !this.kind.equals("methods") ? Set.of("GET", "POST")
				: Set.of(List.of("POST", "PUT", "DELETE", "GET").get(i % 4));
	}

	@Benchmark
	public Policy resolve() {
		int number = this.next++ % this.different;
		int route = number % this.routes;
		String path = this.kind.equals("variables") ? "/api/a" + number + "/b/item" + route
				: "/api/resource" + (this.kind.equals("methods") ? route / 4 : route) + "/" + number + "/items";
		return this.policies.resolve("GET", this.written.equals("matrix") ? path + ";v=1" : path);
	}

}
