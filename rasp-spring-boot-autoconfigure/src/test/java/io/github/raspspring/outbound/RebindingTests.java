package io.github.raspspring.outbound;

import java.net.InetAddress;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Names that lead to an internal address only when the client connects (DNS rebinding),
 * by clients that resolve on threads of their own.
 */
class RebindingTests {

	private Fetcher fetcher;

	private void start(String factory) {
		start(factory, RebindingApplication.class);
	}

	private void start(String factory, Class<?> application) {
		this.fetcher = new Fetcher(application, "rasp.sinks.http.allowed-hosts=friend.example,other-friend.example",
				"spring.http.clients.imperative.factory=" + factory, "spring.http.clients.reactive.connector=reactor");
	}

	@AfterEach
	void stop() {
		this.fetcher.close();
	}

	@ParameterizedTest
	@CsvSource({ "http-components,rest-client", "jetty,rest-client", "reactor,rest-client", "reactor,web-client" })
	void fetchWhenChosenNameIsReboundThenIsNotConnectedTo(String factory, String way) throws Exception {
		start(factory);
		assertThat(fetch(way, "rebound.example", "/internal").statusCode()).isEqualTo(403);
		assertThat(this.fetcher.internet().internalVisits()).isZero();
		assertThat(this.fetcher.get("/actuator/rasp/events").body()).contains("internal-address");
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
		assertThat(this.fetcher.get("/own/" + way + "?port=" + port()).body()).isEqualTo("none");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http-components", "jetty", "reactor" })
	void fetchWhenApplicationChoosesHostThenIsServed(String factory) throws Exception {
		start(factory);
		assertThat(this.fetcher.get("/page?port=" + port()).body()).isEqualTo("GET public");
	}

	@Test
	void fetchWhenApplicationHasFilterThenItStillCounts() throws Exception {
		start("http-components", OwnFilter.class);
		assertThat(fetch("rest-client", "unwanted.example", "/internal").statusCode()).isEqualTo(500);
		assertThat(fetch("rest-client", "rebound.example", "/internal").statusCode()).isEqualTo(403);
		assertThat(fetch("rest-client", "friend.example", "/page").statusCode()).isEqualTo(200);
		assertThat(this.fetcher.internet().internalVisits()).isZero();
	}

	private HttpResponse<String> fetch(String way, String host, String path) throws Exception {
		return this.fetcher.fetch(way, "http://" + host + ":" + port() + path);
	}

	private int port() {
		return this.fetcher.internet().port();
	}

	/**
	 * The filter of an application that takes part in the decision.
	 */
	@Configuration(proxyBeanMethods = false)
	@Import(RebindingApplication.class)
	static class OwnFilter {

		@Bean
		InetAddressFilter ownFilter() {
			return (InetAddress address) -> !address.toString().startsWith("unwanted.example/");
		}

	}

}
