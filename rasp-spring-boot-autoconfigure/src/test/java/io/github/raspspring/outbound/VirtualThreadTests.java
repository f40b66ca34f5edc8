package io.github.raspspring.outbound;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The inspection follows virtual threads, where the JVM has them (21 and later); before
 * that the same property leaves platform threads.
 */
@TestInstance(Lifecycle.PER_CLASS)
class VirtualThreadTests {

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private ConfigurableApplicationContext application;

	private Internet internet;

	@BeforeAll
	void start() {
		this.application = new SpringApplicationBuilder(OutboundApplication.class)
			.properties("server.port=0", "rasp.mode=block", "rasp.inspection.enabled=false",
					"spring.threads.virtual.enabled=true", "spring.task.execution.mode=force",
					"spring.http.clients.imperative.factory=jdk", "spring.http.clients.reactive.connector=jdk",
					"logging.level.root=error", "spring.main.banner-mode=off")
			.run();
		this.internet = this.application.getBean(Internet.class);
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "rest-client", "rest-template", "web-client", "web-client-mono", "http-client",
			"http-client-async", "own-executor", "boots-executor", "async" })
	void fetchWhenInputChoosesInternalUrlThenIsNotSent(String way) throws Exception {
		assertThat(fetch(way, this.internet.internalUrl())).isEqualTo(403);
		assertThat(this.internet.internalVisits()).isZero();
		assertThat(fetch(way, "http://public.example/page")).isEqualTo(200);
	}

	@Test
	void asyncWhenJvmHasVirtualThreadsThenRunsOnOne() throws Exception {
		assertThat(fetch("async", "http://public.example/page")).isEqualTo(200);
		Thread thread = this.application.getBean(OutboundApplication.Elsewhere.class).last();
		boolean virtual = Runtime.version().feature() >= 21;
		assertThat(String.valueOf(thread)).matches(virtual ? "VirtualThread.*" : "Thread.*");
	}

	private int fetch(String way, String url) throws Exception {
		String port = this.application.getEnvironment().getProperty("local.server.port");
		HttpResponse<String> answer = this.client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port
				+ "/fetch/" + way + "?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8)))
			.build(), BodyHandlers.ofString());
		return answer.statusCode();
	}

}
