package io.github.raspspring.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

import com.sun.management.ThreadMXBean;
import io.github.raspspring.behavior.BehaviorMonitor;
import io.github.raspspring.behavior.ClientProfiles;
import io.github.raspspring.behavior.LearningSettings;
import io.github.raspspring.behavior.LearntLimit;
import io.github.raspspring.behavior.RouteModels;
import io.github.raspspring.behavior.Trends;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.ClientScores;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InspectionListener;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.SetClock;
import io.github.raspspring.engine.Subject;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import io.github.raspspring.policy.advice.AdviceSettings;
import io.github.raspspring.policy.advice.RollOutAdvice;
import io.github.raspspring.profile.declared.DeclaredBodyAdvice;
import io.github.raspspring.profile.declared.DeclaredModel;
import io.github.raspspring.profile.declared.ScannedBody;
import io.github.raspspring.profile.learnt.LearntProfiles;
import io.github.raspspring.profile.learnt.ProfileLearning;
import io.github.raspspring.profile.learnt.ProfilePorts;
import io.github.raspspring.profile.sealed.SealKeys;
import io.github.raspspring.profile.sealed.SignedValues;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.MethodParameter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;

/**
 * Prints what it takes to compare an order with its declared type, to learn of it, and to
 * count it: microseconds of the processor and bytes of the heap per request, the least of
 * some rounds, after some days in which the profiles were learnt. Once for a customer who
 * sends the same again and again, once for many customers, and once for customers who
 * come now and then. Arguments choose parts; {@code varied} lets no body come again.
 */
final class LearningCost {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private static final String[] NOTES = { "Please leave the parcel with the neighbour, second floor.",
			"Gift wrap, no invoice inside the box.", "Select the larger size if this one is sold out.",
			"O'Brien & Sons; call before 9:00 or after 17:30.", "Union Street entrance, code 4471 -- ring twice." };

	private static final int WARM_UP = 4;

	private static final int ROUNDS = 12;

	private static final long ROUND = 120_000_000;

	private static final int BODIES = 32;

	/** More than anybody remembers. */
	private static final int VARIED = 2048;

	private final InspectionScope scope = new InspectionScope();

	private final Policy policy = Policy.of(EnforcementMode.BLOCK);

	private final Outcome outcome = new Outcome(200, Duration.ZERO, allowed());

	private final SetClock clock = new SetClock(Instant.parse("2026-05-04T00:00:00Z"));

	private final Duration pause;

	private Duration passing = Duration.ZERO;

	private final InspectionPipeline pipeline;

	private final LearntProfiles profiles;

	private final DeclaredBodyAdvice advice;

	private final InspectionListener monitor;

	private final InspectionListener rollOut;

	private final MethodParameter parameter;

	private final ScannedBody[] bodies;

	private final Subject[] customers;

	private int sent;

	private LearningCost(int size, int customers, long pause, int bodies) {
		this.pause = Duration.ofMillis(pause);
		this.pipeline = new InspectionPipeline((method, path) -> this.policy, List.of(), ValueReader.AS_ARRIVED,
				List.of(), (event) -> {
				}, () -> "reference", this.clock);
		this.profiles = new LearntProfiles(
				new ProfileLearning(8, 20, 100, 0.005, Duration.ofHours(24), Duration.ofHours(24), Duration.ofDays(7),
						4096),
				(endpoint) -> true, new ProfilePorts(this.pipeline, ClientScores.NONE, (endpoint, parameter) -> {
				}, (endpoint, stage, confidence, refuses) -> {
				}), 4711, this.clock);
		SignedValues signed = new SignedValues(new SealKeys(List.of(new byte[32])), Duration.ofHours(1), this.scope,
				this.clock);
		this.advice = new DeclaredBodyAdvice(new DeclaredModel(JsonMapper.builder().build(), signed), this.scope,
				this.pipeline, this.profiles, 1 << 20);
		Trends trends = new Trends(new Trends.Settings(100, 4, 60_000, 10), (source, target, detail, clients) -> {
		});
		this.monitor = new BehaviorMonitor(new ClientProfiles(100_000), new RouteModels(learning()), trends, List.of(),
				ClientScores.NONE, this.clock, 600_000);
		this.rollOut = new RollOutAdvice(new AdviceSettings(1000, 7, 3), (due, exclude) -> "");
		this.parameter = parameter();
		this.bodies = new ScannedBody[bodies];
		for (int i = 0; i < bodies; i++) {
			this.bodies[i] = new ScannedBody(order(size, (customers == 1) ? 0 : i % BODIES));
		}
		this.customers = new Subject[customers];
		for (int i = 0; i < customers; i++) {
			this.customers[i] = new Subject("customer-" + i, "shop");
		}
	}

	private static io.github.raspspring.engine.Decision allowed() {
		return io.github.raspspring.engine.Decision.allow("default");
	}

	private static LearningSettings learning() {
		return new LearningSettings(LearntLimit.Stage.ENFORCE, 0.99, 3, 100, Duration.ofHours(24), Duration.ofHours(24),
				0.1, 0.1, 0.1, Map.of());
	}

	private static MethodParameter parameter() {
		try {
			return new MethodParameter(LearningCost.class.getDeclaredMethod("take", Order.class), 0);
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Print a line per part and kind of customers.
	 * @param arguments names of parts, all if there are none
	 */
	public static void main(String[] arguments) {
		List<String> chosen = new ArrayList<>(List.of(arguments));
		int bodies = chosen.remove("varied") ? VARIED : BODIES;
		for (Part part : Part.values()) {
			if (chosen.isEmpty() || chosen.contains(part.name())) {
				for (int size : new int[] { 1024, 10 * 1024 }) {
					print(part, size, "one", 1, 0, bodies);
					print(part, size, "many", 64, 0, bodies);
					print(part, size, "rare", 64, 60_000, bodies);
				}
			}
		}
	}

	private static void print(Part part, int size, String kind, int customers, long pause, int bodies) {
		LearningCost cost = new LearningCost(size, customers, pause, bodies);
		System.out.printf(Locale.ROOT, "%-8s %2d KB %-5s %7.2f us %6d B%n", part.name().toLowerCase(Locale.ROOT),
				size / 1024, kind, cost.least(part), cost.bytes(part));
	}

	private double least(Part part) {
		this.passing = Duration.ofMillis(20_000);
		for (int i = 0; i < 20_000; i++) {
			send(part);
		}
		this.passing = this.pause;
		double least = Double.MAX_VALUE;
		for (int round = -WARM_UP; round < ROUNDS; round++) {
			long begin = THREADS.getCurrentThreadCpuTime();
			long now = begin;
			int requests = 0;
			while (now - begin < ROUND) {
				for (int i = 0; i < 1000; i++) {
					send(part);
				}
				requests += 1000;
				now = THREADS.getCurrentThreadCpuTime();
			}
			if (round >= 0) {
				least = Math.min(least, (now - begin) / 1000.0 / requests);
			}
		}
		return least;
	}

	private long bytes(Part part) {
		long before = THREADS.getCurrentThreadAllocatedBytes();
		for (int i = 0; i < 6_400; i++) {
			send(part);
		}
		return (THREADS.getCurrentThreadAllocatedBytes() - before) / 6_400;
	}

	private void send(Part part) {
		int number = this.sent++;
		ScannedBody body = this.bodies[number % this.bodies.length];
		this.clock.pass(this.passing);
		Exchange exchange = this.pipeline
			.begin(new RequestFacts("POST", "/orders", new ClientIdentity("192.0.2.7"), true));
		exchange.identifiedAs(this.customers[number % this.customers.length]);
		exchange.routedTo("/orders");
		this.pipeline.enter(exchange, Phase.REQUEST, List.of());
		this.pipeline.arrived(exchange, body.values(), body.omitted());
		part.of.accept(this, new Request(exchange, body));
	}

	private void compare(Request request) {
		try (InspectionScope.Binding binding = this.scope.bind(request.exchange)) {
			this.advice.beforeBodyRead(request.body, this.parameter, Order.class,
					JacksonJsonHttpMessageConverter.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void learn(Request request) {
		compare(request);
		this.profiles.completed(request.exchange, this.outcome);
	}

	/**
	 * An order with notes in plain English.
	 */
	private static byte[] order(int size, int variation) {
		StringBuilder body = new StringBuilder("{\"id\":\"ord-1000").append(45 + variation)
			.append("\",\"customer\":\"Maria O'Neill\",\"address\":\"12 Union Street, Apt. 5\",\"lines\":[");
		for (int i = 0; body.length() < size - 70; i++) {
			body.append((i == 0) ? "" : ",")
				.append(String.format(Locale.ROOT, "{\"sku\":\"SKU-%05d\",\"qty\":%d,\"note\":\"%s\"}",
						(i + 100 * variation) * 37, 1 + i % 9, NOTES[i % NOTES.length]));
		}
		return body.append("],\"extra\":{\"coupon\":\"SPRING-25\",\"newsletter\":true,\"score\":0.75}}")
			.toString()
			.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * What is measured. The first is part of each other one.
	 */
	private enum Part {

		BEGIN((cost, request) -> {
		}),

		COMPARE(LearningCost::compare),

		LEARN(LearningCost::learn),

		COUNT((cost, request) -> cost.monitor.completed(request.exchange, cost.outcome)),

		ADVISE((cost, request) -> cost.rollOut.completed(request.exchange, cost.outcome));

		private final BiConsumer<LearningCost, Request> of;

		Part(BiConsumer<LearningCost, Request> of) {
			this.of = of;
		}

	}

	private record Request(Exchange exchange, ScannedBody body) {

	}

	private record Line(String sku, int qty, String note) {

	}

	private record Order(String id, String customer, String address, List<Line> lines, Map<String, Object> extra) {

	}

	@SuppressWarnings("unused")
	private static void take(Order order) {
	}

}
