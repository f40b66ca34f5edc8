package io.github.raspspring.web.answer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.raspspring.client.ClientScoreboard;
import io.github.raspspring.event.EventHistory;
import io.github.raspspring.web.RefusalWriter.Body;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A refusal fits who asks: a person sees a page, a program reads a problem, and the
 * application may use its own words.
 */
class RefusalFormsTests {

	private static final String ATTACK = "/query?q=%3Cscript%3Ealert(1)%3C/script%3E1%27%20UNION%20SELECT%20password%20FROM%20users--%20";

	private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

	private static ConfigurableApplicationContext context;

	private final HttpClient client = HttpClient.newHttpClient();

	@BeforeAll
	static void start() {
		context = new SpringApplicationBuilder(Application.class)
			.properties("server.port=0", "spring.main.banner-mode=off", "rasp.mode=block",
					"rasp.client.score.enabled=true", "rasp.client.score.mode=block",
					"rasp.client.trusted-proxies=127.0.0.0/8")
			.run();
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { BROWSER, "text/html", "application/xhtml+xml", "text/html, */*; q=0.01",
			"application/json;q=0.5, text/html", "text/html;q=0.9, application/*;q=0.1, */*;q=0.1", "TEXT/HTML",
			"text/html;charset=utf-8;q=0.7" })
	void whoAsksForHtmlGetsAPage(String accept) throws Exception {
		HttpResponse<String> answer = get(ATTACK, "Accept", accept);
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(type(answer)).isEqualTo("text/html;charset=UTF-8");
		assertThat(answer.body()).startsWith("<!DOCTYPE html>").contains("<html lang=\"en\">");
		assertThat(answer.body()).doesNotContain("<script", "<style", "SELECT", "sql", "://");
		assertThat(answer.headers().firstValue("Content-Security-Policy"))
			.hasValueSatisfying((policy) -> assertThat(policy).contains("default-src 'none'"));
		assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
	}

	@ParameterizedTest
	@ValueSource(strings = { "*/*", "application/json", "application/problem+json", "application/json, text/plain, */*",
			"text/html;q=0, */*", "application/json, text/html", "text/html;q=0.3, application/json;q=0.8", "image/*",
			"text/*", "text/html;q=nonsense", "html", "text/html;q=0.1, */*", ",,;;" })
	void whoDoesNotGetsAProblem(String accept) throws Exception {
		HttpResponse<String> answer = get(ATTACK, "Accept", accept);
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(type(answer)).isEqualTo("application/problem+json");
		assertThat(answer.body()).startsWith("{\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403");
	}

	@ParameterizedTest
	@CsvSource({ "X-Requested-With, XMLHttpRequest", "Sec-Fetch-Mode, cors", "Sec-Fetch-Mode, no-cors",
			"Sec-Fetch-Mode, same-origin", "Sec-Fetch-Mode, websocket", "X-Requested-With, com.example.app" })
	void whatAScriptAsksForIsAProblem(String name, String value) throws Exception {
		assertThat(type(get(ATTACK, "Accept", BROWSER, name, value))).isEqualTo("application/problem+json");
	}

	@Test
	void requestWithoutAcceptGetsAProblem() throws Exception {
		assertThat(type(get(ATTACK))).isEqualTo("application/problem+json");
	}

	@Test
	void pageHasTheReferenceOfTheEvent() throws Exception {
		Matcher reference = Pattern.compile("<code>([^<]+)</code>").matcher(get(ATTACK, "Accept", BROWSER).body());
		assertThat(reference.find()).isTrue();
		assertThat(context.getBean(EventHistory.class).get(reference.group(1))).isNotNull();
	}

	@ParameterizedTest
	@CsvSource({ "'text/html', text/html;charset=UTF-8", "'*/*', application/problem+json" })
	void headHasTheHeadersAndNoBody(String accept, String type) throws Exception {
		HttpResponse<String> answer = send(request(ATTACK, "Accept", accept).method("HEAD", BodyPublishers.noBody()));
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(type(answer)).isEqualTo(type);
		assertThat(answer.body()).isEmpty();
		assertThat(answer.headers().firstValueAsLong("Content-Length").orElse(0)).isPositive();
	}

	@Test
	void scriptOfAnotherOriginMayReadTheProblem() throws Exception {
		HttpResponse<String> answer = get(ATTACK, "Accept", "*/*", "Origin", "https://shop.example");
		assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://shop.example");
		assertThat(type(answer)).isEqualTo("application/problem+json");
	}

	@Test
	void formThatABrowserPostsGetsAPageFromTheHandler() throws Exception {
		HttpResponse<String> answer = send(request("/body", "Accept", BROWSER, "Content-Type", "application/json")
			.POST(BodyPublishers.ofString("{\"q\":\"1' UNION SELECT password FROM users-- \"}")));
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(type(answer)).isEqualTo("text/html;charset=UTF-8");
	}

	@Test
	void rendererOfTheApplicationComesFirst() throws Exception {
		HttpResponse<String> answer = get(ATTACK, "Accept", BROWSER, "X-Own", "yes");
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(type(answer)).isEqualTo("text/plain;charset=UTF-8");
		assertThat(answer.body()).startsWith("Nö, ");
		assertThat(answer.headers().firstValue("X-Tone")).hasValue("rude");
	}

	@Test
	void rendererThatFailsIsPassedOver() throws Exception {
		HttpResponse<String> answer = get(ATTACK, "Accept", BROWSER, "X-Own", "broken");
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.body()).startsWith("<!DOCTYPE html>");
	}

	@Test
	void blockedClientIsToldWhenToComeBack() throws Exception {
		ClientScoreboard scoreboard = context.getBean(ClientScoreboard.class);
		assertThat(get(ATTACK).headers().firstValue("Retry-After")).isEmpty();
		scoreboard.block("network:7.7.7.7", Duration.ofMinutes(10));
		try {
			HttpResponse<String> answer = send(
					request("/query?q=Dune", "Accept", BROWSER, "X-Forwarded-For", "7.7.7.7"));
			assertThat(answer.statusCode()).isEqualTo(403);
			assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(590L, 600L);
			assertThat(answer.body()).containsPattern("Come back in (59\\d|600) seconds");
		}
		finally {
			scoreboard.forget("network:7.7.7.7");
		}
		assertThat(get("/query?q=Dune", "X-Forwarded-For", "7.7.7.7").statusCode()).isEqualTo(200);
	}

	private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
		return send(request(path, headers));
	}

	private static HttpRequest.Builder request(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(
				URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path));
		return (headers.length > 0) ? request.headers(headers) : request;
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.client.send(request.build(), BodyHandlers.ofString());
	}

	private static String type(HttpResponse<String> answer) {
		return answer.headers().firstValue("Content-Type").orElse("none");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Application {

		@GetMapping("/query")
		String query(@RequestParam String q) {
			return q;
		}

		@PostMapping("/body")
		String body(@RequestBody Map<String, String> body) {
			return String.valueOf(body);
		}

		@Bean
		RefusalRenderer broken() {
			return (refusal, request) -> {
				if ("broken".equals(request.getHeader("X-Own"))) {
					throw new IllegalStateException("broken");
				}
				return null;
			};
		}

		@Bean
		RefusalRenderer own() {
			return (refusal, request) -> "yes".equals(request.getHeader("X-Own"))
					? new Body("text/plain;charset=UTF-8", "Nö, " + refusal.reference(), Map.of("X-Tone", "rude"))
					: null;
		}

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			CorsConfiguration shop = new CorsConfiguration();
			shop.addAllowedOrigin("https://shop.example");
			UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
			source.registerCorsConfiguration("/**", shop);
			return http.csrf(AbstractHttpConfigurer::disable)
				.cors((cors) -> cors.configurationSource(source))
				.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.headers(Customizer.withDefaults())
				.build();
		}

	}

}
