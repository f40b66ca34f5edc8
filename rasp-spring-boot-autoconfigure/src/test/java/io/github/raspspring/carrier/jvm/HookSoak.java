package io.github.raspspring.carrier.jvm;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.raspspring.engine.EnforcementMode;

/**
 * Runs the cases of the hooks over and over for some minutes, on many threads and for
 * many requests, then tells what is left; or times loops of files and of sockets. Without
 * the agent nothing is hooked, for comparison. A program, not a test: see
 * docs/benchmarks.md.
 */
final class HookSoak {

	private static final int THREADS = 4;

	private static final int ROUNDS = 20;

	private static final int STEPS = 2000;

	private final LongAdder runs = new LongAdder();

	private final LongAdder wrong = new LongAdder();

	/** Cases whose first surprise is told. */
	private final Set<String> told = ConcurrentHashMap.newKeySet();

	private HookSoak() {
	}

	/**
	 * Run the soak.
	 * @param args for how many minutes, 10 unless given, and on how many threads;
	 * {@code loops} for the loops
	 */
	public static void main(String[] args) throws Exception {
		HookProbe probe = new HookProbe(EnforcementMode.BLOCK, true, false);
		HookProbe.print("state " + probe.state().get("jvm-hooks"));
		if (args.length > 0 && args[0].equals("loops")) {
			Supplier<AutoCloseable> nobody = () -> () -> {
			};
			Supplier<AutoCloseable> request = () -> probe.requests().serve("dune")::close;
			time("files", () -> files(nobody));
			time("sockets", () -> sockets(nobody));
			time("files for requests", () -> files(request));
			time("sockets for requests", () -> sockets(request));
			return;
		}
		int threads = (args.length > 1) ? Integer.parseInt(args[1]) : THREADS;
		HookSoak soak = new HookSoak();
		List<HookCase> cases = HookCases.quick();
		// What clients keep of their own is there after the first round.
		soak.run(probe, cases, Duration.ZERO, 1);
		Set<String> before = threads();
		soak.run(probe, cases, Duration.ofMinutes((args.length > 0) ? Long.parseLong(args[0]) : 10), threads);
		Set<String> after = threads();
		after.removeAll(before);
		System.gc();
		long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
		HookProbe.print(soak.runs.sum() + " calls, " + soak.wrong.sum() + " judged otherwise than expected, "
				+ "threads that were not there before " + after + ", " + used / 1_000_000
				+ " MB used; the JVM ends by itself");
	}

	/** Threads by their names; those of one client of HTTP are like those of another. */
	private static Set<String> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.map((thread) -> thread.getName().replaceAll("\\d+", "N"))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** Each thread runs all cases at least once. */
	private void run(HookProbe probe, List<HookCase> cases, Duration duration, int number) throws InterruptedException {
		long end = System.nanoTime() + duration.toNanos();
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < number; i++) {
			int offset = i * 7;
			Thread thread = new Thread(() -> {
				for (int each = offset; each < offset + cases.size() || System.nanoTime() < end; each++) {
					check(probe, cases.get(each % cases.size()));
					if (each % cases.size() == 0) {
						// Closes what cases leave open.
						System.gc();
					}
				}
			});
			thread.start();
			threads.add(thread);
		}
		for (Thread thread : threads) {
			thread.join();
		}
	}

	private void check(HookProbe probe, HookCase each) {
		this.runs.add(3);
		String outcome = probe.during(each.honest(), each) + ", " + probe.during(each.attack(), each) + ", "
				+ probe.outside(each.honest(), each);
		if (!outcome.equals("ran [], refused [" + each.source() + "], ran")) {
			this.wrong.increment();
			if (this.told.add(each.name())) {
				HookProbe.print(each.name() + ": " + outcome);
			}
		}
	}

	/** Prints the median of what a step takes. */
	private static void time(String name, Loop loop) throws Exception {
		long[] nanos = new long[ROUNDS];
		for (int i = 0; i < ROUNDS; i++) {
			long start = System.nanoTime();
			loop.run();
			nanos[i] = (System.nanoTime() - start) / STEPS;
		}
		Arrays.sort(nanos);
		HookProbe.print(name + " " + nanos[ROUNDS / 2] + " ns, fastest " + nanos[0] + " ns");
	}

	private static void files(Supplier<AutoCloseable> caller) throws Exception {
		Path file = Files.createTempFile("loop", ".txt");
		for (int i = 0; i < STEPS; i++) {
			try (AutoCloseable request = caller.get()) {
				Files.writeString(file, "dune");
				Files.readString(file);
			}
		}
		Files.delete(file);
	}

	private static void sockets(Supplier<AutoCloseable> caller) throws Exception {
		InetAddress host = InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 });
		try (ServerSocket server = new ServerSocket(0, 50, host)) {
			InetSocketAddress address = new InetSocketAddress(host, server.getLocalPort());
			for (int i = 0; i < STEPS; i++) {
				try (AutoCloseable request = caller.get(); Socket socket = new Socket()) {
					socket.connect(address);
					server.accept().close();
				}
			}
		}
	}

	/** What is done over and over. */
	@FunctionalInterface
	private interface Loop {

		void run() throws Exception;

	}

}
