package io.github.raspspring.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A body of HTTP/2 has neither to tell its length nor a transfer encoding, and is judged
 * all the same.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Http2Tests {

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();

	private ConfigurableApplicationContext application;

	private String base;

	@BeforeAll
	void start() throws Exception {
		this.application = new SpringApplicationBuilder(MarkerApplication.class)
			.properties("server.port=0", "server.http2.enabled=true", "rasp.mode=block")
			.run();
		this.base = "http://localhost:" + this.application.getEnvironment().getProperty("local.server.port");
		// The first request upgrades the connection.
		this.client.send(HttpRequest.newBuilder(URI.create(this.base + "/query?q=1")).build(), BodyHandlers.ofString());
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@Test
	void requestWhenBodyTellsNoLengthThenIsJudged() throws Exception {
		HttpResponse<String> response = send("[\"" + MarkerApplication.MARKER + "\"]");
		assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
		assertThat(response.statusCode()).isEqualTo(403);
	}

	@Test
	void requestWhenHonestBodyTellsNoLengthThenHandlerGetsIt() throws Exception {
		assertThat(send("[\"fine\"]").statusCode()).isEqualTo(200);
	}

	private HttpResponse<String> send(String body) throws Exception {
		BodyPublisher withoutLength = BodyPublishers.fromPublisher(BodyPublishers.ofString(body));
		return this.client.send(HttpRequest.newBuilder(URI.create(this.base + "/stream"))
			.header("Content-Type", "application/json")
			.POST(withoutLength)
			.build(), BodyHandlers.ofString());
	}

}
