package io.github.raspspring.ways;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

import io.github.raspspring.engine.event.SecurityEvent;
import io.github.raspspring.event.EventHistory;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application on a real server, in one mode.
 */
final class WaysServer implements AutoCloseable {

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final ConfigurableApplicationContext context;

	private final int port;

	WaysServer(String mode) {
		this(mode, WaysApplication.class);
	}

	WaysServer(String mode, Class<?> application, String... more) {
		this.context = new SpringApplicationBuilder(application).properties(more)
			.properties("server.port=0", "rasp.events.fold-window=0s", "rasp.mode=" + mode,
					"rasp.detectors.profile-declared.mode=monitor", "spring.application.name=ways-" + mode,
					"rasp.client.score.enabled=false", "rasp.inspection.max-body-size=1MB",
					"rasp.inspection.max-upload-size=64KB", "logging.level.root=OFF")
			.run();
		this.port = Integer.parseInt(this.context.getEnvironment().getProperty("local.server.port"));
	}

	String base() {
		return "http://localhost:" + this.port;
	}

	Socket connect() throws IOException {
		return new Socket("localhost", this.port);
	}

	HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(base() + path));
	}

	HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
		return this.client.send(request, BodyHandlers.ofString());
	}

	HttpResponse<String> post(String path, String contentType, String body) throws IOException, InterruptedException {
		return send(request(path).header("Content-Type", contentType).POST(BodyPublishers.ofString(body)).build());
	}

	HttpResponse<String> post(String path, String contentType, byte[] body) throws IOException, InterruptedException {
		return send(request(path).header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body)).build());
	}

	List<SecurityEvent> events() {
		return this.context.getBean(EventHistory.class).latest();
	}

	static void assertRefused(HttpResponse<String> response) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(403);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(response.body()).contains("\"reference\":\"");
	}

	@Override
	public void close() {
		this.context.close();
		logAgain();
	}

	/**
	 * Levels outlive the application that set them, and other tests read the log.
	 */
	static void logAgain() {
		LoggingSystem logging = LoggingSystem.get(WaysServer.class.getClassLoader());
		logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
		logging.setLogLevel("rasp", null);
	}

}
