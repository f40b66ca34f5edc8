package io.github.raspspring.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Compares the safe routes of the packaged demo with the product off and in mode block,
 * round by round in turns. A program, not a test: see docs/benchmarks.md.
 */
public final class ProtectionCost {

	private static final int ROUNDS = 40;

	private static final int WARM_UP_ROUNDS = 20;

	private static final int REQUESTS_PER_ROUND = 50;

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private ProtectionCost() {
	}

	public static void main(String[] args) throws Exception {
		int offPort = freePort();
		int blockPort = freePort();
		Process off = start("off", offPort);
		Process block = start("block", blockPort);
		try {
			awaitStart(off);
			awaitStart(block);
			new ProtectionCost().compare(offPort, blockPort);
		}
		finally {
			off.destroy();
			block.destroy();
		}
	}

	private void compare(int offPort, int blockPort) throws Exception {
		List<Route> off = routes(offPort);
		List<Route> block = routes(blockPort);
		for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
			for (int i = 0; i < off.size(); i++) {
				measure(off.get(i), round);
				measure(block.get(i), round);
			}
		}
		System.out.printf("%-10s %10s %10s %8s%n", "route", "off us", "block us", "ratio");
		for (int i = 0; i < off.size(); i++) {
			double offMedian = off.get(i).medianMicros();
			double blockMedian = block.get(i).medianMicros();
			System.out.printf("%-10s %10.1f %10.1f %8.3f%n", off.get(i).name(), offMedian, blockMedian,
					blockMedian / offMedian);
		}
	}

	private void measure(Route route, int round) throws Exception {
		for (int i = 0; i < REQUESTS_PER_ROUND; i++) {
			long start = System.nanoTime();
			int status = this.client.send(route.request(), BodyHandlers.ofString()).statusCode();
			long duration = System.nanoTime() - start;
			if (status >= 300) {
				throw new IllegalStateException(route.name() + " answered " + status);
			}
			if (round >= 0) {
				route.nanos()[round * REQUESTS_PER_ROUND + i] = duration;
			}
		}
	}

	private static List<Route> routes(int port) {
		String shop = "http://localhost:" + port;
		HttpRequest review = HttpRequest.newBuilder(URI.create(shop + "/api/books/1/reviews"))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers
				.ofString("{\"author\":\"O'Reilly\",\"text\":\"select the best, or drop me a line; -- thanks\"}"))
			.build();
		return List.of(get("search", shop + "/api/books?title=the"), get("book", shop + "/api/books/1"),
				get("cover", shop + "/api/covers?file=dune.txt"), new Route("review", review));
	}

	private static Route get(String name, String url) {
		return new Route(name, HttpRequest.newBuilder(URI.create(url)).build());
	}

	private static Process start(String mode, int port) throws IOException {
		Path java = Path.of(System.getProperty("java.home"), "bin", "java");
		return new ProcessBuilder(java.toString(), "-jar", "rasp-demo-app/target/rasp-demo-app.jar",
				"--rasp.mode=" + mode, "--rasp.rate-limit.enabled=false", "--server.port=" + port)
			.redirectErrorStream(true)
			.start();
	}

	private static void awaitStart(Process demo) throws IOException {
		BufferedReader log = demo.inputReader();
		for (String line = log.readLine(); line != null; line = log.readLine()) {
			if (line.contains("Started BookshopApplication")) {
				Thread reader = new Thread(() -> log.lines().forEach((ignored) -> {
				}));
				reader.setDaemon(true);
				reader.start();
				return;
			}
		}
		throw new IllegalStateException("The demo did not start");
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private record Route(String name, HttpRequest request, long[] nanos) {

		Route(String name, HttpRequest request) {
			this(name, request, new long[ROUNDS * REQUESTS_PER_ROUND]);
		}

		double medianMicros() {
			Arrays.sort(this.nanos);
			return this.nanos[this.nanos.length / 2] / 1000.0;
		}

	}

}
