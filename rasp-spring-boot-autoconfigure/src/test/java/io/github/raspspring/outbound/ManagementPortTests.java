package io.github.raspspring.outbound;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications whose management has a port of its own, and so a context and a server of
 * its own.
 */
class ManagementPortTests {

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private ConfigurableApplicationContext application;

	@AfterEach
	void stop() {
		this.application.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "true", "false" })
	void managementWhenOnPortOfItsOwnThenTellsOfTheApplication(String lazy) throws Exception {
		this.application = new SpringApplicationBuilder(OutboundApplication.class)
			.properties("server.port=0", "management.server.port=0", "rasp.mode=block", "rasp.inspection.enabled=false",
					"management.endpoints.web.exposure.include=rasp", "spring.task.execution.mode=force",
					"spring.http.clients.imperative.factory=jdk", "spring.http.clients.reactive.connector=jdk",
					"spring.main.lazy-initialization=" + lazy, "logging.level.root=error",
					"spring.main.banner-mode=off")
			.run();
		String internal = this.application.getBean(Internet.class).internalUrl();
		assertThat(get("local.server.port", "/fetch/rest-client?url=" + internal).statusCode()).isEqualTo(403);
		assertThat(get("local.server.port", "/actuator/rasp").statusCode()).isEqualTo(404);
		assertThat(get("local.management.port", "/actuator/rasp").statusCode()).isEqualTo(200);
		assertThat(get("local.management.port", "/actuator/rasp/events").body()).contains("url-sink.internal-address",
				"/fetch/{way}");
	}

	private HttpResponse<String> get(String port, String path) throws Exception {
		return this.client.send(HttpRequest
			.newBuilder(URI.create("http://localhost:" + this.application.getEnvironment().getProperty(port) + path))
			.build(), BodyHandlers.ofString());
	}

}
