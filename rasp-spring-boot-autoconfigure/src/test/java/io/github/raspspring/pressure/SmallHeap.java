package io.github.raspspring.pressure;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * An application in a JVM of its own, with 128 MB of heap.
 */
final class SmallHeap implements AutoCloseable {

	private static final int AT_ONCE = 16;

	private final HttpClient client = HttpClient.newHttpClient();

	private final Queue<String> troubles = new ConcurrentLinkedQueue<>();

	private final Process process;

	private final int port;

	SmallHeap(String... arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-XX:+UseSerialGC",
				"-cp", System.getProperty("java.class.path"), SmallHeapApplication.class.getName(), "--server.port=0",
				"--server.address=127.0.0.1", "--spring.servlet.multipart.max-request-size=10MB",
				"--logging.level.root=warn", "--logging.level.rasp.audit=error"));
		command.addAll(List.of(arguments));
		this.process = new ProcessBuilder(command).redirectErrorStream(true).start();
		BufferedReader output = this.process.inputReader();
		this.port = portOf(output);
		Thread reader = new Thread(() -> output.lines().forEach(this::note), "output");
		reader.setDaemon(true);
		reader.start();
	}

	private int portOf(BufferedReader output) throws IOException {
		StringBuilder said = new StringBuilder();
		for (String line = output.readLine(); line != null; line = output.readLine()) {
			said.append(line).append('\n');
			if (line.startsWith(SmallHeapApplication.PORT)) {
				return Integer.parseInt(line.substring(SmallHeapApplication.PORT.length()));
			}
		}
		throw new IllegalStateException("The application did not start: " + said);
	}

	private void note(String line) {
		if (line.contains(SmallHeapApplication.DEAD) || line.contains("OutOfMemoryError")) {
			this.troubles.add(line);
		}
	}

	/**
	 * Send a body many times at once.
	 * @return the status of each answer, 0 where the container hung up on the rest of the
	 * body
	 */
	List<Integer> attack(HostileBody hostile) {
		return send(AT_ONCE, hostile.path(), hostile.contentType(), hostile.bytes());
	}

	/**
	 * Send a large body that is honest some times at once.
	 * @return the status of each answer
	 */
	List<Integer> use(HonestBody honest) {
		return send(4, honest.path(), honest.contentType(), honest.bytes());
	}

	private List<Integer> send(int times, String path, String contentType, byte[] body) {
		HttpRequest request = HttpRequest.newBuilder(uri(path))
			.timeout(Duration.ofSeconds(60))
			.header("Content-Type", contentType)
			.POST(BodyPublishers.ofByteArray(body))
			.build();
		List<CompletableFuture<Integer>> answers = new ArrayList<>();
		for (int i = 0; i < times; i++) {
			answers.add(this.client.sendAsync(request, BodyHandlers.ofString())
				.thenApply(HttpResponse::statusCode)
				.exceptionally((failure) -> 0));
		}
		return answers.stream().map(CompletableFuture::join).toList();
	}

	String ping() throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(uri("/ping")).timeout(Duration.ofSeconds(30)).build();
		return this.client.send(request, BodyHandlers.ofString()).body();
	}

	String post(String path, String contentType, String body) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(uri(path))
			.header("Content-Type", contentType)
			.POST(BodyPublishers.ofString(body))
			.build();
		return this.client.send(request, BodyHandlers.ofString()).body();
	}

	/**
	 * Return what was said of threads that died and of memory that was not there.
	 */
	List<String> troubles() {
		return List.copyOf(this.troubles);
	}

	private URI uri(String path) {
		return URI.create("http://127.0.0.1:" + this.port + path);
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
