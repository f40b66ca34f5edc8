package io.github.raspspring.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.event.ThreatDetected;
import io.github.raspspring.event.EventHistory;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A script in the input is refused where the answer may be a page, and recorded where it
 * is JSON: over real HTTP, on a real server.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswerTests {

	private static final String SCRIPT = URLEncoder.encode("<img src=x onerror=alert(1)>", StandardCharsets.UTF_8)
		.replace("+", "%20");

	private static final String SQL = URLEncoder.encode("1' or '1'='1' --", StandardCharsets.UTF_8);

	private final HttpClient client = HttpClient.newHttpClient();

	private ConfigurableApplicationContext application;

	private ConfigurableApplicationContext strict;

	@BeforeAll
	void start() {
		this.application = start("rasp.mode=block", "rasp.events.fold-window=0s", "rasp.routes[0].pattern=/edited",
				"rasp.routes[0].excluded-parameters=text");
		this.strict = start("rasp.mode=block", "rasp.detectors.cross-site-scripting.json-routes=block");
	}

	@AfterAll
	void stop() {
		this.application.close();
		this.strict.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/text?q=", "/page?q=", "/entity/text?q=", "/written?q=", "/functional?q=", "/any?q=",
			"/filtered?q=", "/nothing?q=", "/text/" })
	void requestWhenAnswerMayBeAPageThenScriptIsRefused(String path) throws Exception {
		assertThat(status(this.application, path + SCRIPT)).isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/object?q=", "/map?q=", "/entity/object?q=", "/callable?q=", "/declared?q=",
			"/problem?q=", "/object/" })
	void requestWhenAnswerIsJsonThenScriptIsRecorded(String path) throws Exception {
		EventHistory history = this.application.getBean(EventHistory.class);
		int before = history.latest().size();
		assertThat(status(this.application, path + SCRIPT)).isEqualTo(200);
		Awaitility.await().until(() -> history.latest().size() > before);
		assertThat(history.latest().get(0)).isInstanceOfSatisfying(ThreatDetected.class, (threat) -> {
			assertThat(threat.decision().action()).isEqualTo(Decision.Action.MONITOR);
			assertThat(threat.decision().findings())
				.anySatisfy((finding) -> assertThat(finding.detector()).isEqualTo("cross-site-scripting"));
		});
	}

	@Test
	void requestWhenAnswerIsJsonThenOtherAttacksAreRefused() throws Exception {
		assertThat(status(this.application, "/object?q=" + SQL)).isEqualTo(403);
	}

	@Test
	void requestWhenJsonRoutesBlockThenScriptIsRefused() throws Exception {
		assertThat(status(this.strict, "/object?q=" + SCRIPT)).isEqualTo(403);
	}

	@Test
	void requestWhenParameterIsExcludedThenOnlyItIsLeftAlone() throws Exception {
		assertThat(status(this.application, "/edited?text=" + SQL)).isEqualTo(200);
		assertThat(status(this.application, "/edited?text=1&other=" + SQL)).isEqualTo(403);
	}

	private static ConfigurableApplicationContext start(String... properties) {
		return new SpringApplicationBuilder(Pages.class).properties("server.port=0").properties(properties).run();
	}

	private int status(ConfigurableApplicationContext context, String path) throws IOException, InterruptedException {
		String port = context.getEnvironment().getProperty("local.server.port");
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
		return this.client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
	}

	record Item(String text) {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Handlers.class)
	static class Pages {

		@Bean
		SecurityFilterChain openToAll(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll()).build();
		}

		@Bean
		Filter answering() {
			return (request, response, chain) -> {
				if (((HttpServletRequest) request).getRequestURI().equals("/filtered")) {
					response.setContentType("text/html");
					response.getWriter().print(request.getParameter("q"));
				}
				else {
					chain.doFilter(request, response);
				}
			};
		}

		@Bean
		RouterFunction<ServerResponse> functional() {
			return RouterFunctions.route()
				.GET("/functional", (request) -> ServerResponse.ok().body(Map.of("a", "b")))
				.build();
		}

	}

	@RestController
	static class Handlers {

		@GetMapping("/text")
		String text(@RequestParam String q) {
			return q;
		}

		@GetMapping("/text/{*q}")
		String textOfPath(@PathVariable String q) {
			return q;
		}

		@GetMapping("/edited")
		String edited(@RequestParam String text) {
			return text;
		}

		@GetMapping(path = "/page", produces = { MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_HTML_VALUE })
		Item page(@RequestParam String q) {
			return new Item(q);
		}

		@GetMapping("/entity/text")
		ResponseEntity<String> entityOfText(@RequestParam String q) {
			return ResponseEntity.ok(q);
		}

		@GetMapping("/written")
		Item written(@RequestParam String q, HttpServletResponse response) {
			return new Item(q);
		}

		@GetMapping("/any")
		Object any(@RequestParam String q) {
			return q;
		}

		@GetMapping("/object")
		Item object(@RequestParam String q) {
			return new Item(q);
		}

		@GetMapping("/object/{*q}")
		Item objectOfPath(@PathVariable String q) {
			return new Item(q);
		}

		@GetMapping("/map")
		Map<String, List<String>> map(@RequestParam String q) {
			return Map.of("q", List.of(q));
		}

		@GetMapping("/entity/object")
		ResponseEntity<Item> entityOfObject(@RequestParam String q) {
			return ResponseEntity.ok(new Item(q));
		}

		@GetMapping("/callable")
		Callable<ResponseEntity<Item>> callable(@RequestParam String q) {
			return () -> ResponseEntity.ok(new Item(q));
		}

		@GetMapping(path = "/declared", produces = MediaType.APPLICATION_JSON_VALUE)
		String declared(@RequestParam String q) {
			return "{}";
		}

		@GetMapping(path = "/problem", produces = MediaType.APPLICATION_PROBLEM_JSON_VALUE)
		String problem(@RequestParam String q) {
			return "{}";
		}

	}

}
