package io.github.raspspring.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.function.Consumer;

import io.github.raspspring.web.LogApplication.Attempts;
import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Of an answer that a refusal takes the place of, only the body and what describes it is
 * lost: a browser and a script find the headers that any answer of the application has.
 */
class RefusedAnswerTests {

	private static final String ATTACK = "1%27%20UNION%20SELECT%20password%20FROM%20users--%20";

	private static ConfigurableApplicationContext context;

	private final HttpClient client = HttpClient.newHttpClient();

	@BeforeAll
	static void start() {
		context = new SpringApplicationBuilder(Application.class)
			.properties("server.port=0", "spring.main.banner-mode=off", "rasp.mode=block")
			.run();
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@ParameterizedTest
	@CsvSource({ "GET, /query?q=Dune", "GET, /query?q=It%27s+a+book", "GET, /cookie?q=Dune", "POST, /body",
			"GET, /sink?q=none", "POST, /plain/text" })
	void servedAnswerHasTheHeadersOfTheApplication(String method, String path) throws Exception {
		HttpResponse<String> answer = send(method, path, "Dune");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertHeaders(answer);
	}

	@ParameterizedTest
	@CsvSource({ "GET, /query?q=Dune, 403", "GET, /query?q=" + ATTACK + ", 403", "POST, /body, 403" })
	void scriptOfAnUnknownOriginMayNotReadTheAnswer(String method, String path, int status) throws Exception {
		HttpResponse<String> answer = send(request(path, "https://elsewhere.example"), method, "Dune");
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
		assertThat(answer.headers().firstValue("X-Content-Type-Options")).isPresent();
	}

	@ParameterizedTest
	@CsvSource({ "/query?q=Dune, 200", "/query?q=" + ATTACK + ", 403" })
	void scriptThatAsksBeforehandIsAnsweredByWhatItAsksFor(String path, int status) throws Exception {
		HttpResponse<String> answer = send(
				request(path, "https://shop.example").header("Access-Control-Request-Method", "GET"), "OPTIONS", "");
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("https://shop.example");
	}

	@ParameterizedTest
	@CsvSource({ "GET, /query?q=" + ATTACK, "GET, /%252e%252e/%252e%252e/etc/passwd", "GET, /cookie?q=" + ATTACK,
			"POST, /body", "GET, /sink?q=x", "POST, /plain/text", "GET, /plain/sink", "GET, /none?q=" + ATTACK,
			"HEAD, /query?q=" + ATTACK })
	void refusalHasTheHeadersOfTheApplication(String method, String path) throws Exception {
		HttpResponse<String> answer = send(method, path, "1' UNION SELECT password FROM users-- ");
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertHeaders(answer);
	}

	private static void assertHeaders(HttpResponse<String> answer) {
		for (String name : List.of("X-Content-Type-Options", "X-Frame-Options", "Cache-Control",
				"Access-Control-Allow-Origin", "X-Request-Id", "X-Version")) {
			assertThat(answer.headers().allValues(name)).as(name).hasSize(1);
		}
		assertThat(answer.headers().allValues("Vary")).contains("Origin");
		assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("visit=1");
	}

	private HttpResponse<String> send(String method, String path, String body)
			throws IOException, InterruptedException {
		return send(request(path, "https://shop.example"), method, body);
	}

	private HttpResponse<String> send(HttpRequest.Builder request, String method, String body)
			throws IOException, InterruptedException {
		boolean post = "POST".equals(method);
		request.method(method, post ? BodyPublishers.ofString(body) : BodyPublishers.noBody());
		return this.client.send(post ? request.header("Content-Type", "text/plain").build() : request.build(),
				BodyHandlers.ofString());
	}

	private static HttpRequest.Builder request(String path, String origin) {
		return HttpRequest
			.newBuilder(
					URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path))
			.header("Origin", origin);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Attempts.class, Pages.class, LogServlets.class })
	static class Application {

		@Bean
		SecurityFilterChain openToAll(HttpSecurity http) {
			return http.csrf(AbstractHttpConfigurer::disable)
				.cors(Customizer.withDefaults())
				.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.build();
		}

		@Bean
		UrlBasedCorsConfigurationSource corsConfigurationSource() {
			CorsConfiguration shop = new CorsConfiguration().applyPermitDefaultValues();
			shop.setAllowedOrigins(List.of("https://shop.example"));
			UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
			source.registerCorsConfiguration("/**", shop);
			return source;
		}

		@Bean
		FilterRegistrationBean<Filter> requestId() {
			return filter(Ordered.HIGHEST_PRECEDENCE, (response) -> {
				response.setHeader("X-Request-Id", "42");
				response.addCookie(new Cookie("visit", "1"));
			});
		}

		@Bean
		FilterRegistrationBean<Filter> version() {
			return filter(-200, (response) -> response.setHeader("X-Version", "7"));
		}

		private static FilterRegistrationBean<Filter> filter(int order, Consumer<HttpServletResponse> header) {
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
				header.accept((HttpServletResponse) response);
				chain.doFilter(request, response);
			});
			registration.setOrder(order);
			return registration;
		}

	}

	@RestController
	static class Pages {

		private final Attempts attempts;

		Pages(Attempts attempts) {
			this.attempts = attempts;
		}

		@GetMapping("/query")
		String query(@RequestParam String q) {
			return q;
		}

		@GetMapping("/cookie")
		String cookie(@RequestParam String q, HttpServletResponse response) {
			response.addHeader("Content-Language", "de");
			return q;
		}

		@PostMapping("/body")
		String body(@RequestBody String body) {
			return body;
		}

		@GetMapping("/sink")
		String sink(@RequestParam String q, HttpServletRequest request, @RequestHeader String origin) {
			if (!"none".equals(q)) {
				throw this.attempts.blocked();
			}
			return q + origin;
		}

	}

}
