package io.github.raspspring.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A service without any protection: believes and returns whatever it is sent.
 */
final class Upstream implements AutoCloseable {

	private static final byte[] BLOCK = new byte[1 << 16];

	private final HttpServer server;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final List<Received> received = new CopyOnWriteArrayList<>();

	private final CountDownLatch closed = new CountDownLatch(1);

	private volatile CountDownLatch firstLineSeen = new CountDownLatch(1);

	Upstream() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(this.threads);
		this.server.createContext("/", this::echo);
		this.server.createContext("/status", this::status);
		this.server.createContext("/redirect", this::redirect);
		this.server.createContext("/zipped", this::zipped);
		this.server.createContext("/lines", (exchange) -> lines(exchange, "application/x-ndjson"));
		this.server.createContext("/events", (exchange) -> lines(exchange, "text/event-stream"));
		this.server.createContext("/early", this::early);
		this.server.createContext("/slow", this::slow);
		this.server.createContext("/download", this::download);
		this.server.createContext("/upload", this::upload);
		this.server.start();
	}

	String url() {
		return "http://localhost:" + port();
	}

	int port() {
		return this.server.getAddress().getPort();
	}

	/**
	 * Return what was received with a header {@code X-Case} of this value.
	 */
	List<Received> received(String mark) {
		return this.received.stream()
			.filter((request) -> request.headers().getOrDefault("X-case", List.of()).contains(mark))
			.toList();
	}

	/**
	 * Let the stream go on that waits behind its first line.
	 */
	void firstLineWasSeen() {
		this.firstLineSeen.countDown();
	}

	private void echo(HttpExchange exchange) throws IOException {
		byte[] body = exchange.getRequestBody().readAllBytes();
		note(exchange, body);
		answer(exchange, 200, "text/plain;charset=ISO-8859-1", body);
	}

	private void note(HttpExchange exchange, byte[] body) {
		this.received.add(new Received(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
				new TreeMap<>(exchange.getRequestHeaders()), body));
	}

	private void status(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		note(exchange, exchange.getRequestBody().readAllBytes());
		int status = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
		String words = (status == 204) ? "" : "the upstream's own words";
		answer(exchange, status, "text/plain", words.getBytes(StandardCharsets.US_ASCII));
	}

	private void redirect(HttpExchange exchange) throws IOException {
		exchange.getResponseHeaders().set("Location", "/elsewhere?a=b");
		answer(exchange, 302, "text/plain", new byte[0]);
	}

	private void zipped(HttpExchange exchange) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
			zip.write("zipped by the upstream".getBytes(StandardCharsets.US_ASCII));
		}
		exchange.getResponseHeaders().set("Content-Encoding", "gzip");
		answer(exchange, 200, "text/plain", bytes.toByteArray());
	}

	/**
	 * Nothing follows the first line before somebody has seen it.
	 */
	private void lines(HttpExchange exchange, String contentType) throws IOException {
		this.firstLineSeen = new CountDownLatch(1);
		exchange.getResponseHeaders().set("Content-Type", contentType);
		exchange.sendResponseHeaders(200, 0);
		try (OutputStream out = exchange.getResponseBody()) {
			out.write("data: {\"line\":1}\n\n".getBytes(StandardCharsets.US_ASCII));
			out.flush();
			boolean seen = await(this.firstLineSeen);
			out.write(("data: {\"line\":2,\"seen\":" + seen + "}\n\n").getBytes(StandardCharsets.US_ASCII));
		}
	}

	/**
	 * Promise more than is sent.
	 */
	private void early(HttpExchange exchange) throws IOException {
		exchange.sendResponseHeaders(200, 1000);
		exchange.getResponseBody().write("beginning".getBytes(StandardCharsets.US_ASCII));
		exchange.getResponseBody().flush();
		exchange.close();
	}

	private void slow(HttpExchange exchange) {
		await(this.closed);
		exchange.close();
	}

	private static boolean await(CountDownLatch latch) {
		try {
			return latch.await(20, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private void download(HttpExchange exchange) throws IOException {
		long blocks = Long.parseLong(exchange.getRequestURI().getQuery().replace("blocks=", ""));
		exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
		exchange.sendResponseHeaders(200, blocks * BLOCK.length);
		try (OutputStream out = exchange.getResponseBody()) {
			for (long i = 0; i < blocks; i++) {
				out.write(BLOCK);
			}
		}
	}

	private void upload(HttpExchange exchange) throws IOException {
		long size = 0;
		byte[] buffer = new byte[BLOCK.length];
		InputStream in = exchange.getRequestBody();
		for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
			size += count;
		}
		answer(exchange, 200, "text/plain", String.valueOf(size).getBytes(StandardCharsets.US_ASCII));
	}

	private static void answer(HttpExchange exchange, int status, String contentType, byte[] body) throws IOException {
		exchange.getResponseHeaders().set("Content-Type", contentType);
		exchange.getResponseHeaders().set("X-Upstream", "yes");
		exchange.sendResponseHeaders(status, (body.length > 0) ? body.length : -1);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	@Override
	public void close() {
		this.closed.countDown();
		this.firstLineSeen.countDown();
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	/**
	 * What arrived, to the byte.
	 *
	 * @param method the method
	 * @param target path and query as they were sent
	 * @param headers all of them, by name
	 * @param body the body
	 */
	record Received(String method, String target, Map<String, List<String>> headers, byte[] body) {

		@Override
		public boolean equals(Object other) {
			return other instanceof Received that && this.method.equals(that.method) && this.target.equals(that.target)
					&& this.headers.equals(that.headers) && Arrays.equals(this.body, that.body);
		}

		@Override
		public int hashCode() {
			return this.target.hashCode();
		}

		@Override
		public String toString() {
			return this.method + " " + this.target + "\n" + this.headers + "\n"
					+ new String(this.body, StandardCharsets.ISO_8859_1);
		}

	}

}
