package io.github.raspspring.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Names that lead to an internal address only when the client connects (DNS rebinding),
 * by clients that resolve on threads of their own.
 */
class RebindingTests {

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private ConfigurableApplicationContext application;

	private Internet internet;

	private void start(String factory, Class<?>... more) {
		this.application = new SpringApplicationBuilder(RebindingApplication.class).sources(more)
			.properties("server.port=0", "rasp.mode=block", "rasp.inspection.enabled=false",
					"management.endpoints.web.exposure.include=rasp", "logging.level.root=error",
					"rasp.sinks.http.allowed-hosts=friend.example,other-friend.example",
					"spring.http.clients.imperative.factory=" + factory,
					"spring.http.clients.reactive.connector=reactor", "spring.main.banner-mode=off")
			.run();
		this.internet = this.application.getBean(Internet.class);
	}

	@AfterEach
	void stop() {
		this.application.close();
	}

	@ParameterizedTest
	@CsvSource({ "http-components,rest-client", "jetty,rest-client", "reactor,rest-client", "reactor,web-client" })
	void fetchWhenChosenNameIsReboundThenIsNotConnectedTo(String factory, String way) throws Exception {
		start(factory);
		assertThat(fetch(way, "rebound.example", "/internal").statusCode()).isEqualTo(403);
		assertThat(this.internet.internalVisits()).isZero();
		assertThat(get("/actuator/rasp/events").body()).contains("internal-address");
	}

	@ParameterizedTest
	@CsvSource({ "http-components,rest-client", "jetty,rest-client", "reactor,rest-client", "reactor,web-client" })
	void fetchWhenHostIsAllowedThenIsServedAndRedirectsAreFollowed(String factory, String way) throws Exception {
		start(factory);
		assertThat(fetch(way, "friend.example", "/page").body()).isEqualTo("GET public");
		assertThat(fetch(way, "friend.example", "/to-credentials").body()).isEqualTo("Bearer secret");
	}

	@ParameterizedTest
	@CsvSource({ "http-components,rest-client", "jdk,rest-client", "simple,rest-client", "reactor,web-client" })
	void fetchWhenRedirectedToOtherOriginThenCredentialsStay(String factory, String way) throws Exception {
		start(factory);
		assertThat(get("/own/" + way + "?port=" + this.internet.port()).body()).isEqualTo("none");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http-components", "jetty", "reactor" })
	void fetchWhenApplicationChoosesHostThenIsServed(String factory) throws Exception {
		start(factory);
		assertThat(get("/page?port=" + this.internet.port()).body()).isEqualTo("GET public");
	}

	@Test
	void fetchWhenApplicationHasFilterThenItStillCounts() throws Exception {
		start("http-components", OwnFilter.class);
		assertThat(fetch("rest-client", "unwanted.example", "/internal").statusCode()).isEqualTo(500);
		assertThat(fetch("rest-client", "rebound.example", "/internal").statusCode()).isEqualTo(403);
		assertThat(fetch("rest-client", "friend.example", "/page").statusCode()).isEqualTo(200);
		assertThat(this.internet.internalVisits()).isZero();
	}

	private HttpResponse<String> fetch(String way, String host, String path) throws Exception {
		String url = "http://" + host + ":" + this.internet.port() + path;
		return get("/fetch/" + way + "?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8));
	}

	private HttpResponse<String> get(String path) throws Exception {
		String port = this.application.getEnvironment().getProperty("local.server.port");
		return this.client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
				BodyHandlers.ofString());
	}

	/**
	 * The filter of an application that takes part in the decision.
	 */
	@Configuration(proxyBeanMethods = false)
	static class OwnFilter {

		@Bean
		InetAddressFilter ownFilter() {
			return (InetAddress address) -> !address.toString().startsWith("unwanted.example/");
		}

	}

}
