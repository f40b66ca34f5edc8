package io.github.raspspring.autoconfigure.policy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What operators set while the application runs, on all paths, never keeps them from
 * taking it back, and opens nothing else.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LockOutTests {

	private static final String NOTE = "x' UNION SELECT name, password FROM users --";

	private final HttpClient client = HttpClient.newHttpClient();

	private ConfigurableApplicationContext application;

	@BeforeAll
	void start() {
		this.application = new SpringApplicationBuilder(OperatedApplication.class)
			.properties("server.port=0", "rasp.mode=block", "management.endpoints.web.exposure.include=health,rasp",
					"management.endpoint.rasp.access=unrestricted", "logging.level.root=error",
					"rasp.routes[0].pattern=/**", "rasp.routes[0].id=everything", "rasp.routes[0].mode=monitor")
			.run();
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "header=X-Nobody-Sends-This\\npresence=required", "header=Host\\npresence=forbidden",
			"header=Host\\nmax-length=1", "header=Host\\nvalues=nowhere", "header=Host\\ntype=uuid",
			"header=User-Agent\\nforbidden-pattern=.", "json-pointer=/operation\\npresence=forbidden" })
	void patchWhenItIsForAllPathsThenLeavesOperatorsAndProbesAlone(String condition) throws Exception {
		override("mode=block");
		assertThat(operate("patches", "add", "everything", "pattern=/**\\n" + condition)).isEqualTo(200);
		assertThat(send("POST", "/orders", "{\"operation\":\"x\"}")).as("the patch works").isEqualTo(403);
		assertThat(send("GET", "/actuator/health", null)).isEqualTo(200);
		assertThat(send("GET", "/actuator/health/liveness", null)).isNotEqualTo(403);
		assertThat(send("GET", "/actuator/rasp/patches", null)).isEqualTo(200);
		assertThat(operate("patches", "remove", "everything", "")).isEqualTo(200);
		assertThat(send("POST", "/orders", "{\"operation\":\"x\"}")).isEqualTo(200);
		assertThat(operate("policies", "restore", "everything", "")).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "mode=block", "mode=block\\nblock-score=1", "block-score=1\\nmode=block", "mode: block",
			"mode=block\\nexcluded-parameters=a", "mode=block\\nblock-score=3" })
	void overrideWhenItIsForAllPathsThenLeavesOperatorsAlone(String rule) throws Exception {
		override(rule);
		assertThat(send("POST", "/orders", "{\"reason\":\"" + NOTE + "\"}")).as("the override works").isEqualTo(403);
		assertThat(send("GET", "/actuator/rasp/policies", null)).isEqualTo(200);
		assertThat(send("GET", "/actuator/health", null)).isEqualTo(200);
		assertThat(operate("policies", "restore", "everything", "")).as("with a suspicious note").isEqualTo(200);
		assertThat(send("POST", "/orders", "{\"reason\":\"" + NOTE + "\"}")).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/orders", "/actuators", "/orders/actuator", "/orders/actuator/health", "/actuator.json",
			"/%61ctuator-orders", "/rasp", "/health" })
	void patchWhenPathOnlyLooksLikeThatOfOperatorsThenApplies(String path) throws Exception {
		override("mode=block");
		assertThat(operate("patches", "add", "everything", "pattern=/**\\nheader=Host\\npresence=forbidden"))
			.isEqualTo(200);
		int status = send("GET", path, null);
		assertThat(operate("patches", "remove", "everything", "")).isEqualTo(200);
		assertThat(operate("policies", "restore", "everything", "")).isEqualTo(200);
		assertThat(status).isEqualTo(403);
	}

	private void override(String rule) throws Exception {
		assertThat(operate("policies", "override", "everything", rule)).isEqualTo(200);
	}

	private int operate(String section, String operation, String target, String rule) throws Exception {
		return send("POST", "/actuator/rasp/" + section, """
				{"operation":"%s","target":"%s","rule":"%s","duration":"1h","reason":"%s"}""".formatted(operation,
				target, rule, NOTE));
	}

	private int send(String method, String path, String body) throws Exception {
		HttpRequest.BodyPublisher publisher = (body != null) ? HttpRequest.BodyPublishers.ofString(body)
				: HttpRequest.BodyPublishers.noBody();
		URI uri = URI
			.create("http://localhost:" + this.application.getEnvironment().getProperty("local.server.port") + path);
		return this.client
			.send(HttpRequest.newBuilder(uri)
				.header("Content-Type", "application/json")
				.method(method, publisher)
				.build(), HttpResponse.BodyHandlers.ofString())
			.statusCode();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Everything.class)
	static class OperatedApplication {

		@Bean
		SecurityFilterChain openToAll(HttpSecurity http) {
			return http.csrf((csrf) -> csrf.disable())
				.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.build();
		}

	}

	@RestController
	static class Everything {

		@RequestMapping({ "/orders/**", "/actuators", "/actuator.json", "/actuator-orders", "/rasp", "/health" })
		String order(@RequestBody(required = false) String order) {
			return "ordered";
		}

	}

}
