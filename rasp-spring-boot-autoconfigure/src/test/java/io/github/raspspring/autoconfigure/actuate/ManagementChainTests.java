package io.github.raspspring.autoconfigure.actuate;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The filter chain for operators of the guide, where management has a port of its own,
 * and what is answered without it or without write access.
 */
class ManagementChainTests {

	private static final String BLOCK = "{\"operation\":\"block\",\"target\":\"network:192.0.2.66\"}";

	private static final String WRITABLE = "management.endpoint.rasp.access=unrestricted";

	private final HttpClient client = HttpClient.newHttpClient();

	@ParameterizedTest
	@CsvSource({ ",", "/manage,", ",/ops", "/manage,/ops" })
	void operateWhenChainIsForOperatorsThenDone(@Nullable String serverPath, @Nullable String basePath)
			throws Exception {
		String base = (basePath != null) ? basePath : "/actuator";
		try (ConfigurableApplicationContext context = start(OperatorChainTests.Application.class, WRITABLE,
				"management.server.base-path=" + ((serverPath != null) ? serverPath : ""),
				"management.endpoints.web.base-path=" + base, "operators.path=" + base + "/**")) {
			String page = ((serverPath != null) ? serverPath : "") + base + "/rasp/clients";
			assertThat(act(context, page, "operator").statusCode()).isEqualTo(200);
			assertThat(act(context, page, "reader").statusCode()).isEqualTo(403);
			assertThat(act(context, page, null).statusCode()).isEqualTo(401);
		}
	}

	@ParameterizedTest
	@CsvSource({ "operator, 405", "reader, 403" })
	void operateWhenEndpointIsReadOnlyThenIsNot(String user, int status) throws Exception {
		try (ConfigurableApplicationContext context = start(OperatorChainTests.Application.class)) {
			assertThat(act(context, "/actuator/rasp/clients", user).statusCode()).isEqualTo(status);
		}
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "operator", "reader" })
	void operateWhenThereIsTheChainOfBrowsersOnlyThenIsNot(@Nullable String user) throws Exception {
		try (ConfigurableApplicationContext context = start(BrowsersOnly.class, WRITABLE)) {
			assertThat(act(context, "/actuator/rasp/clients", user).statusCode()).isBetween(300, 499);
		}
	}

	private static ConfigurableApplicationContext start(Class<?> application, String... properties) {
		return new SpringApplicationBuilder(application)
			.properties("server.port=0", "management.server.port=0", "spring.main.banner-mode=off", "rasp.mode=block",
					"rasp.client.score.enabled=true", "management.endpoints.web.exposure.include=health,rasp")
			.properties(properties)
			.run();
	}

	private HttpResponse<String> act(ConfigurableApplicationContext context, String page, @Nullable String user)
			throws Exception {
		String port = context.getEnvironment().getProperty("local.management.port");
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + page))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(BLOCK));
		if (user != null) {
			request.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString((user + ":password").getBytes()));
		}
		return this.client.send(request.build(), BodyHandlers.ofString());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(OperatorChainTests.Users.class)
	static class BrowsersOnly {

		@Bean
		SecurityFilterChain everybody(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.formLogin(Customizer.withDefaults())
				.build();
		}

	}

}
