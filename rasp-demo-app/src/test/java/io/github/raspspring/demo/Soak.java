package io.github.raspspring.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * Sends honest, broken and hostile requests to the packaged demo in a small heap for some
 * minutes, then asks: does every thread live, was any answer a failure of the server, did
 * honest clients get what they asked for, and do the counters say what clients saw? A
 * program, not a test: see docs/benchmarks.md.
 */
public final class Soak {

	private static final int CLIENTS = 8;

	private static final int MINUTES = 10;

	private static final Pattern THREAD = Pattern.compile("^\"([^\"]+)\"", Pattern.MULTILINE);

	private static final Pattern STATUS = Pattern.compile("but was: ([1-5][0-9]{2})");

	/** Threads that their pools end when there is nothing to do. */
	private static final Pattern COMES_AND_GOES = Pattern.compile("exec-|Compiler|GC|connection-adder|^main$");

	private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

	private final Set<String> surprises = ConcurrentHashMap.newKeySet();

	private final Bookshop shop;

	private Soak(Bookshop shop) {
		this.shop = shop;
	}

	/**
	 * Run the soak.
	 * @param args for how many minutes, 10 unless given
	 */
	public static void main(String[] args) throws Exception {
		Duration duration = Duration.ofMinutes((args.length > 0) ? Long.parseLong(args[0]) : MINUTES);
		int port = PackagedDemo.freePort();
		Process demo = PackagedDemo.start(List.of("-Xmx128m"),
				List.of("--rasp.mode=block", "--rasp.rate-limit.enabled=false", "--server.port=" + port));
		try {
			PackagedDemo.awaitStart(demo);
			Set<String> before = threads(demo);
			Soak soak = new Soak(new Bookshop(port));
			soak.run(duration);
			soak.report(before, threads(demo));
		}
		finally {
			demo.destroy();
		}
	}

	private void run(Duration duration) throws InterruptedException {
		List<HonestUse> honest = HonestUse.all().toList();
		List<Exploit> hostile = Exploit.all().toList();
		BadInput[] broken = BadInput.values();
		long end = System.nanoTime() + duration.toNanos();
		ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
		for (int i = 0; i < CLIENTS; i++) {
			Random random = new Random(i);
			clients.execute(() -> {
				while (System.nanoTime() < end) {
					switch (random.nextInt(3)) {
						case 0 -> honest(honest.get(random.nextInt(honest.size())));
						case 1 -> hostile(hostile.get(random.nextInt(hostile.size())));
						default -> broken(broken[random.nextInt(broken.length)]);
					}
				}
			});
		}
		clients.shutdown();
		if (!clients.awaitTermination(duration.toSeconds() + 120, TimeUnit.SECONDS)) {
			this.surprises.add("clients wait for answers that never come");
		}
	}

	private void honest(HonestUse use) {
		count("honest");
		try {
			use.on(this.shop);
		}
		catch (AssertionError ex) {
			this.surprises.add("honest use not served: " + use.name() + statusIn(String.valueOf(ex.getMessage())));
		}
	}

	private static String statusIn(String message) {
		Matcher status = STATUS.matcher(message);
		return status.find() ? ", answered by " + status.group(1) : "";
	}

	private void hostile(Exploit exploit) {
		count("hostile");
		try {
			Answer answer = exploit.run(this.shop);
			if (answer.status() != 403) {
				this.surprises.add("exploit answered by " + answer.status() + ": " + exploit);
			}
		}
		catch (AssertionError ex) {
			this.surprises.add("no answer to " + exploit);
		}
	}

	private void broken(BadInput input) {
		count("broken");
		try {
			Answer answer = input.send(this.shop);
			// In so small a heap, what is sent at the same time may leave no room to
			// judge it.
			if (!input.expected().contains(answer.status()) && answer.status() != 413) {
				this.surprises.add(input + " answered by " + answer.status());
			}
		}
		catch (AssertionError ex) {
			// A server may close the connection on a body it does not want to read.
			count("broken, connection closed");
		}
	}

	private void count(String what) {
		this.counts.computeIfAbsent(what, (key) -> new LongAdder()).increment();
	}

	private void report(Set<String> before, Set<String> after) {
		Set<String> dead = new TreeSet<>(before);
		dead.removeAll(after);
		dead.removeIf((name) -> COMES_AND_GOES.matcher(name).find());
		JsonNode counters = this.shop.get("/actuator/rasp").json().path("counts");
		long refused = this.shop.refusals();
		System.out.println("sent: " + this.counts + ", refused answers: " + refused);
		System.out.println("counters: " + counters);
		System.out.println("threads that ended: " + dead);
		List<String> faults = new ArrayList<>(new TreeSet<>(this.surprises));
		if (counters.path("blocked").asLong() != refused) {
			faults.add("the counter of blocked requests is not what clients saw");
		}
		if (!dead.isEmpty()) {
			faults.add("threads ended");
		}
		System.out.println(faults.isEmpty() ? "Nothing wrong." : String.join(System.lineSeparator(), faults));
	}

	private static Set<String> threads(Process process) throws IOException {
		String jcmd = PackagedDemo.tool("jcmd").toString();
		Process dump = new ProcessBuilder(jcmd, String.valueOf(process.pid()), "Thread.print").start();
		String text = new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return THREAD.matcher(text)
			.results()
			.map((match) -> match.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
