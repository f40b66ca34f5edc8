package io.github.raspspring.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of the running bookshop.
 */
final class Bookshop {

	private static final JsonMapper JSON = new JsonMapper();

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final LongAdder refusals = new LongAdder();

	private final int port;

	private volatile HttpRequest last;

	Bookshop(int port) {
		this.port = port;
	}

	int port() {
		return this.port;
	}

	/**
	 * Return how many answers were refusals of the product.
	 */
	long refusals() {
		return this.refusals.sum();
	}

	HttpRequest.Builder request(String pathAndQuery) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + pathAndQuery));
	}

	/**
	 * Return the request that was sent last.
	 */
	HttpRequest last() {
		return Objects.requireNonNull(this.last);
	}

	Answer send(HttpRequest.Builder builder) {
		HttpRequest request = builder.build();
		this.last = request;
		try {
			Answer answer = new Answer(this.client.send(request, BodyHandlers.ofString()));
			boolean refused = answer.status() == 403 || answer.status() == 413;
			if (refused && answer.body().contains("\"reference\"")) {
				this.refusals.increment();
			}
			return answer;
		}
		catch (IOException ex) {
			throw new AssertionError("The bookshop gave no answer", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	Answer get(String path) {
		return send(request(path));
	}

	Answer get(String path, String parameter, String value) {
		return get(path + "?" + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
	}

	Answer post(String path, Map<String, ?> body) {
		return postJson(path, JSON.writeValueAsString(body));
	}

	Answer postJson(String path, String body) {
		return send(json(path, body));
	}

	/**
	 * Send an object as it is written by the JVM.
	 */
	Answer importSettings(Serializable settings) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(settings);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return send(request("/api/settings/import").header("Content-Type", "application/octet-stream")
			.POST(BodyPublishers.ofByteArray(bytes.toByteArray())));
	}

	HttpRequest.Builder json(String path, String body) {
		return request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
	}

	Answer login(String user, String password) {
		return post("/login", Map.of("user", user, "password", password));
	}

	/** Log in with two accounts in one body, of which the application takes the last. */
	Answer loginTwice(String other, String user, String password) {
		return send(json("/login",
				"{\"user\":\"%s\",\"user\":\"%s\",\"password\":\"%s\"}".formatted(other, user, password)));
	}

	String tokenOf(String user) {
		return login(user, user).json().path("token").asString();
	}

	Answer placeOrder(String token, String query) {
		return send(json("/api/orders" + query, "{\"bookId\":5,\"quantity\":1}").header("Authorization",
				"Bearer " + token));
	}

	Answer order(String token, long id) {
		return send(request("/api/orders/" + id).header("Authorization", "Bearer " + token));
	}

	/**
	 * Return the events that the product has kept.
	 */
	List<JsonNode> events() {
		JsonNode content = get("/actuator/rasp/events?limit=1000").json();
		return List.copyOf(content.path("events").values());
	}

	/**
	 * Return the event of a reference.
	 */
	Answer event(String reference) {
		return get("/actuator/rasp/events/" + reference);
	}

}
