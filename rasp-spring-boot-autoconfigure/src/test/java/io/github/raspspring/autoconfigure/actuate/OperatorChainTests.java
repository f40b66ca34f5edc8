package io.github.raspspring.autoconfigure.actuate;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The filter chain for operators of the guide, in an application with form login, and
 * operators who block where they call from.
 */
class OperatorChainTests {

	private static ConfigurableApplicationContext context;

	private final HttpClient client = HttpClient.newHttpClient();

	@BeforeAll
	static void start() {
		context = new SpringApplicationBuilder(Application.class)
			.properties("server.port=0", "spring.main.banner-mode=off", "rasp.mode=block",
					"rasp.client.score.enabled=true", "management.endpoints.web.exposure.include=health,metrics,rasp",
					"management.endpoint.rasp.access=unrestricted")
			.run();
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@ParameterizedTest
	@CsvSource({ "/actuator/health, , 200", "/actuator/rasp, , 401", "/actuator/rasp, reader, 403",
			"/actuator/rasp, operator, 200", "/actuator/metrics, operator, 200",
			"/actuator/rasp/clients, operator, 200", "/, operator, 302", "/, , 302", "/login, , 200" })
	void getThenIsServedToWhomItMayConcern(String path, String user, int status) throws Exception {
		assertThat(send(request(path, user)).statusCode()).isEqualTo(status);
	}

	@Test
	void operateWhenOperatorThenDone() throws Exception {
		assertThat(operate("operator", "block", "network:192.0.2.66", "").statusCode()).isEqualTo(200);
		assertThat(operate("operator", "unblock", "network:192.0.2.66", "").statusCode()).isEqualTo(200);
		assertThat(operate("reader", "block", "network:192.0.2.66", "").statusCode()).isEqualTo(403);
		assertThat(operate(null, "block", "network:192.0.2.66", "").statusCode()).isEqualTo(401);
	}

	@Test
	void operateWhenOwnNetworkThenAsksAndKeepsTheWayBack() throws Exception {
		HttpResponse<String> asked = operate("operator", "block", "network:127.0.0.1", "");
		assertThat(asked.statusCode()).isEqualTo(400);
		assertThat(asked.body()).contains("confirm=true");
		assertThat(operate("operator", "block", "network:127.0.0.1", ",\"confirm\":\"true\"").statusCode())
			.isEqualTo(200);
		assertThat(send(request("/login", null)).statusCode()).isEqualTo(403);
		assertThat(send(request("/actuator/health", null)).statusCode()).isEqualTo(200);
		assertThat(send(request("/actuator/metrics", "operator")).statusCode()).isEqualTo(200);
		assertThat(send(request("/actuator/rasp", "operator")).statusCode()).isEqualTo(200);
		assertThat(operate("operator", "unblock", "network:127.0.0.1", "").statusCode()).isEqualTo(200);
		assertThat(send(request("/login", null)).statusCode()).isEqualTo(200);
	}

	private HttpResponse<String> operate(String user, String operation, String target, String more) throws Exception {
		return send(request("/actuator/rasp/clients", user).header("Content-Type", "application/json")
			.POST(BodyPublishers
				.ofString("{\"operation\":\"" + operation + "\",\"target\":\"" + target + "\"" + more + "}")));
	}

	private HttpRequest.Builder request(String path, String user) {
		HttpRequest.Builder request = HttpRequest.newBuilder(
				URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path));
		if (user != null) {
			String credentials = user + ":password";
			request.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
		}
		return request;
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return this.client.send(request.build(), BodyHandlers.ofString());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Users.class)
	static class Application {

		@Bean
		@Order(1)
		SecurityFilterChain operators(HttpSecurity http, @Value("${operators.path:/actuator/**}") String path) {
			return http.securityMatcher(path)
				.authorizeHttpRequests((requests) -> requests.requestMatchers("/actuator/health/**")
					.permitAll()
					.anyRequest()
					.hasRole("OPERATOR"))
				.httpBasic((basic) -> basic.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
				.csrf(AbstractHttpConfigurer::disable)
				.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
				.build();
		}

		@Bean
		@Order(2)
		SecurityFilterChain everybody(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.formLogin(Customizer.withDefaults())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Users {

		@Bean
		InMemoryUserDetailsManager users() {
			return new InMemoryUserDetailsManager(
					User.withUsername("operator").password("{noop}password").roles("OPERATOR").build(),
					User.withUsername("reader").password("{noop}password").roles("READER").build());
		}

	}

}
