package io.github.raspspring.outbound;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A running application that fetches what it is told to, the internet around it, and a
 * client of it. No detector looks at values; the mode is block.
 */
final class Fetcher implements AutoCloseable {

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final ConfigurableApplicationContext application;

	Fetcher(Class<?> application, String... properties) {
		this.application = new SpringApplicationBuilder(application)
			.properties("server.port=0", "rasp.events.fold-window=0s", "rasp.mode=block",
					"rasp.inspection.enabled=false", "management.endpoints.web.exposure.include=rasp",
					"logging.level.root=error", "spring.main.banner-mode=off", "spring.task.execution.mode=force",
					"spring.http.clients.imperative.factory=jdk", "spring.http.clients.reactive.connector=jdk")
			.properties(properties)
			.run();
	}

	<T> T bean(Class<T> type) {
		return this.application.getBean(type);
	}

	Internet internet() {
		return bean(Internet.class);
	}

	HttpResponse<String> fetch(String way, String url) throws Exception {
		return get("/fetch/" + way + "?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8));
	}

	HttpResponse<String> get(String path) throws Exception {
		return get("local.server.port", path);
	}

	HttpResponse<String> getFromManagement(String path) throws Exception {
		return get("local.management.port", path);
	}

	private HttpResponse<String> get(String port, String path) throws Exception {
		String url = "http://localhost:" + this.application.getEnvironment().getProperty(port) + path;
		return this.client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
	}

	@Override
	public void close() {
		this.application.close();
	}

}
