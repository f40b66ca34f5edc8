package io.github.raspspring.autoconfigure.behavior;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.github.raspspring.behavior.BehaviorDetector;
import io.github.raspspring.behavior.BehaviorMonitor;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.ClientScores;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.Subject;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
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
 * What all rules together cost each request, in all phases and at its end: with so few
 * clients that requests and clients are at hand, as a request is that was just made, and
 * with so many that all has to be fetched from memory. {@link #main} tells what clients
 * take of memory, and the time of the CPU.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BehaviorBenchmark {

	private static final int HEADERS = 15;

	private static final int REQUESTS = 1_000_000;

	private static final Findings NOWHERE = (finding) -> {
	};

	private static final Outcome OUTCOME = new Outcome(200, Duration.ofMillis(3), Decision.allow("default"), 2000);

	private final BehaviorMonitor monitor = monitor(100_000);

	private final BehaviorDetector request = new BehaviorDetector(this.monitor, Phase.REQUEST);

	private final BehaviorDetector identity = new BehaviorDetector(this.monitor, Phase.IDENTITY);

	private final BehaviorDetector handler = new BehaviorDetector(this.monitor, Phase.HANDLER);

	/** Clients that send requests in turns. */
	@Param({ "100", "10000" })
	private int clients = 100;

	private Exchange[] exchanges = new Exchange[0];

	private int next;

	/**
	 * Make a request for each client.
	 */
	@Setup
	public void prepare() {
		this.exchanges = exchanges(this.clients);
	}

	/**
	 * Judge and count one request of a verified subject for an object.
	 * @return the request
	 */
	@Benchmark
	public Object judgeAndCount() {
		this.next = (this.next + 1) % this.exchanges.length;
		Exchange exchange = this.exchanges[this.next];
		this.request.detect(exchange, NOWHERE);
		this.identity.detect(exchange, NOWHERE);
		this.handler.detect(exchange, NOWHERE);
		this.monitor.completed(exchange, OUTCOME);
		return exchange;
	}

	private static BehaviorMonitor monitor(int clients) {
		return new BehaviorAssembly(Usage.bind(Map.of("rasp.behavior.max-clients", Integer.toString(clients))),
				List.of("x-api-key"), ClientScores.NONE, (event) -> {
				}, Clock.systemUTC())
			.monitor();
	}

	private static Exchange[] exchanges(int clients) {
		Exchange[] exchanges = new Exchange[clients];
		InspectionPipeline pipeline = pipeline();
		for (int i = 0; i < clients; i++) {
			exchanges[i] = exchange(pipeline, i);
		}
		return exchanges;
	}

	private static InspectionPipeline pipeline() {
		Policy policy = Policy.of(EnforcementMode.BLOCK);
		SecurityEventPublisher nobody = (event) -> {
		};
		return new InspectionPipeline((method, path) -> policy, List.of(), ValueReader.AS_ARRIVED, List.of(), nobody,
				() -> "reference", Clock.systemUTC());
	}

	private static Exchange exchange(InspectionPipeline pipeline, int number) {
		String address = "10." + (number >> 16) + "." + (number >> 8 & 255) + "." + (number & 255);
		Exchange exchange = pipeline
			.begin(new RequestFacts("GET", "/api/orders/" + number, new ClientIdentity(address), true));
		List<InputValue> values = new ArrayList<>();
		for (int i = 0; i < HEADERS; i++) {
			values.add(new InputValue(InputLocation.HEADER, "header-" + i, "value"));
		}
		values.add(new InputValue(InputLocation.HEADER, "user-agent", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"));
		values.add(new InputValue(InputLocation.HEADER, "authorization", "Bearer " + "x".repeat(400) + number));
		pipeline.enter(exchange, Phase.REQUEST, values);
		exchange.identifiedAs(new Subject("user" + number, "https://id.shop.example"));
		pipeline.enter(exchange, Phase.IDENTITY, List.of());
		exchange.routedTo("/api/orders/{id}");
		pipeline.enter(exchange, Phase.HANDLER, List.of());
		return exchange;
	}

	/**
	 * Print what clients take of memory, and requests of the CPU.
	 * @param arguments how many clients, a million if not given
	 */
	public static void main(String[] arguments) {
		int clients = (arguments.length > 0) ? Integer.parseInt(arguments[0]) : 1_000_000;
		BehaviorMonitor monitor = monitor(2 * clients);
		InspectionPipeline pipeline = pipeline();
		long before = used();
		for (int i = 0; i < clients / 2; i++) {
			Exchange exchange = exchange(pipeline, i);
			monitor.completed(exchange, OUTCOME);
			new BehaviorDetector(monitor, Phase.IDENTITY).detect(exchange, NOWHERE);
			monitor.completed(exchange, OUTCOME);
		}
		System.out.println(clients + " clients, half of them subjects and half networks: " + (used() - before) / clients
				+ " bytes each, " + (used() - before >> 20) + " MB");
		for (int active : new int[] { 100, 10_000, 100, 10_000 }) {
			System.out.println(nanosOfCpu(active) + " ns of CPU each request of " + active + " clients");
		}
	}

	/**
	 * Measure by the time of the thread, which tells the same on a machine that is busy.
	 */
	private static long nanosOfCpu(int clients) {
		BehaviorBenchmark benchmark = new BehaviorBenchmark();
		benchmark.clients = clients;
		benchmark.prepare();
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		for (int i = 0; i < REQUESTS; i++) {
			benchmark.judgeAndCount();
		}
		long before = threads.getCurrentThreadCpuTime();
		for (int i = 0; i < REQUESTS; i++) {
			benchmark.judgeAndCount();
		}
		return (threads.getCurrentThreadCpuTime() - before) / REQUESTS;
	}

	private static long used() {
		for (int i = 0; i < 3; i++) {
			System.gc();
		}
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

}
