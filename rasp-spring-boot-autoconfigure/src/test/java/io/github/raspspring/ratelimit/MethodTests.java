package io.github.raspspring.ratelimit;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Which methods a plan counts, and which answers tell of it.
 */
class MethodTests {

	private static final String PLANS = "rasp.rate-limit.plans.";

	private static ConfigurableApplicationContext context;

	private final HttpClient client = HttpClient.newHttpClient();

	@BeforeAll
	static void start() {
		context = new SpringApplicationBuilder(Application.class)
			.properties("server.port=0", "spring.main.banner-mode=off", "rasp.mode=block",
					"rasp.client.trusted-proxies=127.0.0.1", PLANS + "reading.capacity=2", PLANS + "reading.period=1h",
					PLANS + "reading.patterns=/read/**", PLANS + "reading.methods=get", PLANS + "all.capacity=2",
					PLANS + "all.period=1h", PLANS + "all.patterns=/all/**", PLANS + "writing.capacity=2",
					PLANS + "writing.period=1h", PLANS + "writing.patterns=/write/**",
					PLANS + "writing.methods=POST, put", PLANS + "heads.capacity=2", PLANS + "heads.period=1h",
					PLANS + "heads.patterns=/head/**", PLANS + "heads.methods=HEAD,OPTIONS")
			.run();
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@ParameterizedTest
	@CsvSource({ "/read/1, POST", "/read/2, OPTIONS", "/read/3, PUT", "/write/1, GET", "/write/2, HEAD",
			"/write/3, OPTIONS", "/head/1, GET", "/none, GET", "/none, HEAD", "/none, OPTIONS" })
	void methodThatNoPlanNamesIsNeitherCountedNorTold(String path, String method) throws Exception {
		for (int i = 0; i < 4; i++) {
			HttpResponse<String> answer = send(path, method);
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.headers().firstValue("RateLimit")).isEmpty();
			assertThat(answer.headers().firstValue("RateLimit-Policy")).isEmpty();
		}
	}

	@ParameterizedTest
	@CsvSource({ "/read/1, GET", "/read/2, HEAD", "/all/1, GET", "/all/2, HEAD", "/all/3, OPTIONS", "/all/4, POST",
			"/all/5, DELETE", "/write/1, POST", "/write/2, PUT", "/head/1, HEAD", "/head/2, OPTIONS" })
	void methodThatAPlanNamesIsCountedAndTold(String path, String method) throws Exception {
		String address = "198.51.100." + (1 + Math.floorMod((path + method).hashCode(), 250));
		for (int left = 1; left >= 0; left--) {
			HttpResponse<String> answer = send(path, method, address);
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.headers().firstValue("RateLimit").orElseThrow()).contains(";r=" + left);
			assertThat(answer.headers().firstValue("RateLimit-Policy").orElseThrow()).contains(";q=2;w=3600");
		}
		HttpResponse<String> refused = send(path, method, address);
		assertThat(refused.statusCode()).isEqualTo(429);
		assertThat(refused.headers().firstValue("Retry-After")).isPresent();
		assertThat(refused.body().isEmpty()).isEqualTo(method.equals("HEAD"));
	}

	@ParameterizedTest
	@CsvSource({ "GET, HEAD", "HEAD, GET" })
	void headIsNoWayAroundALimitOfGet(String first, String second) throws Exception {
		String address = "203.0.113." + first.length();
		send("/read/x", first, address);
		send("/read/x", second, address);
		assertThat(send("/read/x", first, address).statusCode()).isEqualTo(429);
		assertThat(send("/read/x", second, address).statusCode()).isEqualTo(429);
	}

	@ParameterizedTest
	@CsvSource({ "reading.methods, GTE", "reading.methods, GET POST", "reading.methods[0], HAED",
			"reading.methods, '*'", "reading.methods, 'GET,OPTION'", "reading.costs[0].methods, PSOT" })
	void methodThatDoesNotExistStopsTheStart(String property, String methods) {
		SpringApplicationBuilder application = new SpringApplicationBuilder(Application.class).properties(
				"server.port=0", "spring.main.banner-mode=off", PLANS + "reading.capacity=2",
				PLANS + "reading.period=1h", PLANS + property + "=" + methods);
		assertThatThrownBy(application::run).rootCause()
			.hasMessageContaining(PLANS + "reading")
			.hasMessageContaining("methods");
	}

	private HttpResponse<String> send(String path, String method) throws Exception {
		return send(path, method, "192.0.2.1");
	}

	private HttpResponse<String> send(String path, String method, String address) throws Exception {
		return this.client.send(HttpRequest
			.newBuilder(
					URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path))
			.header("X-Forwarded-For", address)
			.method(method, BodyPublishers.noBody())
			.build(), BodyHandlers.ofString());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Pages.class)
	static class Application {

		@Bean
		SecurityFilterChain openToAll(HttpSecurity http) {
			return http.csrf(AbstractHttpConfigurer::disable)
				.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.build();
		}

	}

	@RestController
	@CrossOrigin
	static class Pages {

		@RequestMapping("/{kind}/{*rest}")
		String page() {
			return "page";
		}

		@RequestMapping("/none")
		String none() {
			return "none";
		}

	}

}
