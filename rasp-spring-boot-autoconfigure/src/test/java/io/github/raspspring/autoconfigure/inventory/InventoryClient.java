package io.github.raspspring.autoconfigure.inventory;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * Calls an application and looks at its inventory.
 */
final class InventoryClient {

	private final HttpClient client = HttpClient.newHttpClient();

	private final String base;

	InventoryClient(ConfigurableApplicationContext application) {
		this.base = "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
	}

	HttpResponse<String> send(String method, String path, String body) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.base + path))
			.header("Content-Type", "application/json")
			.header("Accept", "application/json")
			.method(method, HttpRequest.BodyPublishers.ofString(body))
			.build();
		try {
			return this.client.send(request, HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	int get(String path) {
		return send("GET", path, "").statusCode();
	}

	JsonNode inventory(String page) {
		return new JsonMapper().readTree(send("GET", "/actuator/rasp/inventory" + page, "").body());
	}

	/**
	 * Find an endpoint by its pattern; where there is more than one, that which reads.
	 */
	JsonNode endpoint(String pattern) {
		for (JsonNode endpoint : inventory("").path("endpoints").values()) {
			for (JsonNode known : endpoint.path("patterns").values()) {
				boolean same = known.asString().equals(pattern) || known.asString().contains(" " + pattern + ")");
				if (same && (endpoint.path("methods").isEmpty()
						|| endpoint.path("methods").toString().contains("GET"))) {
					return endpoint;
				}
			}
		}
		throw new AssertionError("There is no " + pattern + " in " + inventory(""));
	}

}
