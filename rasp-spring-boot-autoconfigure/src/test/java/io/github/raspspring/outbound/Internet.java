package io.github.raspspring.outbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A proxy that plays all servers there are: an internal one at this machine, and public
 * ones, some of which send their visitors elsewhere.
 */
final class Internet implements AutoCloseable {

	private final AtomicInteger internalVisits = new AtomicInteger();

	private final HttpServer server;

	Internet() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	ProxySelector proxy() {
		return ProxySelector.of(this.server.getAddress());
	}

	String internalUrl() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + "/internal";
	}

	int port() {
		return this.server.getAddress().getPort();
	}

	int internalVisits() {
		return this.internalVisits.get();
	}

	private void answer(HttpExchange exchange) throws IOException {
		URI uri = exchange.getRequestURI();
		switch (uri.getPath()) {
			case "/internal" -> {
				this.internalVisits.incrementAndGet();
				send(exchange, "internal");
			}
			case "/to-internal" -> redirect(exchange, internalUrl());
			case "/to-metadata" -> redirect(exchange, "http://169.254.169.254/latest/meta-data");
			case "/twice-to-internal" -> redirect(exchange, "/to-internal");
			case "/to-credentials" -> redirect(exchange, "/credentials");
			case "/to-other-origin" -> redirect(exchange, "http://localhost:" + port() + "/credentials");
			case "/credentials" -> send(exchange,
					Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), "none"));
			case "/to-public" -> redirect(exchange, "http://other.example/page");
			default -> send(exchange, exchange.getRequestMethod() + " public");
		}
	}

	private static void redirect(HttpExchange exchange, String location) throws IOException {
		exchange.getResponseHeaders().set("Location", location);
		exchange.sendResponseHeaders(302, -1);
		exchange.close();
	}

	private static void send(HttpExchange exchange, String text) throws IOException {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(200, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
